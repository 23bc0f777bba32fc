-- How much did this run find with each child, as far as the reader may see?
-- Never null: b.errors, b.queries, b.undecided, b.reported_child
WITH this AS (
  SELECT r.return_of, r.number, r.return_name, r.authority, r.year, r.preview FROM return_run r WHERE r.run = :run
), every AS (
  SELECT f.child, f.reported_child, f.level, f.unclear, f.explanation
    FROM this
    JOIN finding f ON f.return_name = this.return_name AND f.authority = this.authority AND f.year = this.year AND f.preview = this.preview
   WHERE f.since <= this.number AND (f.until IS NULL OR f.until > this.number)
  UNION ALL
  SELECT CASE WHEN s.n < 0 THEN s.return_of END, s.reported_child, s.level, s.unclear, s.explanation
    FROM this
    JOIN stray s ON s.return_of = this.return_of
   WHERE s.since <= this.number AND (s.until IS NULL OR s.until > this.number)
), b AS (
  SELECT e.child, e.reported_child,
         COUNT(CASE WHEN e.unclear IS NULL AND e.level = 'error' THEN 1 END) AS errors,
         COUNT(CASE WHEN e.unclear IS NULL AND e.level = 'query' THEN 1 END) AS queries,
         COUNT(CASE WHEN e.unclear IS NULL AND e.level = 'query' AND e.explanation IS NOT NULL THEN 1 END) AS explained,
         COUNT(CASE WHEN e.unclear IS NOT NULL THEN 1 END) AS undecided
    FROM every e
   GROUP BY e.child, e.reported_child
)
SELECT b.child, b.reported_child, COALESCE(child.name, child.label) AS name, child.preferred_name, w.name AS worker,
       b.errors, b.queries, b.explained, b.undecided, COUNT(*) OVER () AS total
  FROM b
  LEFT JOIN child ON child.id = b.child
  LEFT JOIN allocation a ON a.child = b.child AND a.ended IS NULL AND a.part = 'worker'
  LEFT JOIN worker w ON w.id = a.worker
 ORDER BY b.errors DESC, b.queries DESC, b.undecided DESC, b.reported_child, b.child NULLS LAST
 LIMIT :limit OFFSET :offset
