-- How many children does each worker of this team hold, and how many of them are owed something overdue?
WITH held AS (
  -- As the view allocated has it, but from the team's workers on: the view would look at everybody's children.
  SELECT a.child, a.worker FROM worker w JOIN allocation a ON a.worker = w.id WHERE w.team = :team AND a.ended IS NULL
  UNION
  SELECT a.child, a.worker FROM allocation a
   WHERE a.team = :team AND a.ended IS NULL
     AND NOT EXISTS (SELECT 1 FROM worker w WHERE w.id = a.worker AND w.team IS NOT NULL)
), late AS (
  SELECT held.worker, o.child, COUNT(*) AS overdue
    FROM held JOIN owed_now o ON o.child = held.child
   WHERE o.standing = 'overdue'
   GROUP BY held.worker, o.child
)
SELECT worker.id, worker.name, worker.role, COUNT(held.child) AS children, COUNT(late.child) AS children_overdue,
       CAST(COALESCE(SUM(late.overdue), 0) AS BIGINT) AS overdue
  FROM worker
  LEFT JOIN held ON held.worker = worker.id
  LEFT JOIN late ON late.worker = held.worker AND late.child = held.child
 WHERE held.child IS NOT NULL OR (worker.team = :team AND worker.ended IS NULL)
 GROUP BY worker.id, worker.name, worker.role
 ORDER BY COUNT(held.child) DESC, worker.id
