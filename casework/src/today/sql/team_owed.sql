-- What is owed to the children of this team, what is overdue longest first?
WITH theirs AS (
  -- As the view allocated has it, but from the team's workers on: the view would look at everybody's children.
  SELECT a.child FROM worker w JOIN allocation a ON a.worker = w.id
   WHERE w.team = :team AND a.ended IS NULL AND (:worker IS NULL OR w.id = :worker)
  UNION
  SELECT a.child FROM allocation a
   WHERE a.team = :team AND a.ended IS NULL AND (:worker IS NULL OR a.worker = :worker)
     AND NOT EXISTS (SELECT 1 FROM worker w WHERE w.id = a.worker AND w.team IS NOT NULL)
)
SELECT o.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, o.clock, o.rule, o.statutory, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic,
       worker.name AS worker, COUNT(*) OVER () AS total
  FROM theirs
  JOIN owed_now o ON o.child = theirs.child
  JOIN child ON child.id = o.child
  LEFT JOIN worker ON worker.id = (
    -- One child at a time: joined, everybody's allocations would be gone through.
    SELECT a.worker FROM allocation a
     WHERE a.child = o.child AND a.part = 'worker' AND a.ended IS NULL
     ORDER BY a.started DESC NULLS LAST, a.worker NULLS LAST LIMIT 1)
 WHERE (:clock IS NULL OR o.clock = :clock)
   AND (:statutory IS NULL OR o.statutory = :statutory)
   AND (CASE WHEN :standing IS NULL THEN o.standing IN ('overdue', 'due_soon', 'passed') ELSE o.standing = :standing END)
 ORDER BY o.due NULLS LAST, o.child, o.clock, o.n
 LIMIT :limit OFFSET :offset
