-- What did this run find, as far as the reader may see, and how does it differ from the run before?
-- Never null: a.place, a.rule, a.reported_child, a.key, a.n
WITH this AS (
  SELECT r.return_of, r.number, r.return_name, r.authority, r.year, r.preview FROM return_run r WHERE r.run = :run
), every AS (
  SELECT this.return_of, f.child, f.n, COALESCE(child.name, child.label) AS name, child.preferred_name, f.return_name, f.authority, f.year, f.rule, f.level, f.unclear,
         f.reported_child, f.key, f.said, f.others, f.explanation, f.explained_by, f.explained_at,
         CASE WHEN f.until = this.number THEN 'fixed' WHEN f.since = this.number AND f.is_new THEN 'new' ELSE 'still' END AS change
    FROM this
    JOIN finding f ON f.return_name = this.return_name AND f.authority = this.authority AND f.year = this.year AND f.preview = this.preview
    JOIN child ON child.id = f.child
   WHERE f.since <= this.number AND (f.until IS NULL OR f.until > this.number OR (f.until = this.number AND f.is_fixed))
  UNION ALL
  SELECT this.return_of, CASE WHEN s.n < 0 THEN s.return_of END, s.n, NULL, NULL, s.return_name, s.authority, s.year, s.rule, s.level, s.unclear,
         s.reported_child, s.key, s.said, s.others, s.explanation, s.explained_by, s.explained_at,
         CASE WHEN s.until = this.number THEN 'fixed' WHEN s.since = this.number AND s.is_new THEN 'new' ELSE 'still' END
    FROM this
    JOIN stray s ON s.return_of = this.return_of
   WHERE s.since <= this.number AND (s.until IS NULL OR s.until > this.number OR (s.until = this.number AND s.is_fixed))
), a AS (
  SELECT e.return_of, e.child, e.n, e.name, e.preferred_name, e.return_name, e.authority, e.year, e.rule, e.level, e.unclear, e.reported_child, e.key, e.said, e.others,
         e.explanation, e.explained_at, e.change, w.name AS explained_by,
         CASE e.change WHEN 'new' THEN 0 WHEN 'still' THEN 1 ELSE 2 END AS place
    FROM every e LEFT JOIN worker w ON w.id = e.explained_by
)
SELECT a.return_of, a.child, a.n, a.name, a.preferred_name, a.return_name, a.authority, a.year, a.rule, a.level, a.unclear, a.reported_child, a.said, a.others,
       a.explanation, a.explained_by, a.explained_at, a.change, COUNT(*) OVER () AS total
  FROM a
 WHERE (a.unclear IS NOT NULL) = :undecided
   AND (:change IS NULL OR a.change = :change)
   AND (:rule IS NULL OR a.rule = :rule)
   AND (:child IS NULL OR a.child = :child)
   AND (NOT :unallocated OR NOT EXISTS (
     SELECT 1 FROM allocation l WHERE l.child = a.child AND l.ended IS NULL AND l.part = 'worker'))
   AND (:worker IS NULL OR EXISTS (
     SELECT 1 FROM allocation l WHERE l.child = a.child AND l.ended IS NULL AND l.part = 'worker' AND l.worker = :worker))
   AND (:explained IS NULL OR (a.explanation IS NOT NULL) = :explained)
 ORDER BY a.place, a.rule, a.reported_child, a.key, a.n
 LIMIT :limit OFFSET :offset
