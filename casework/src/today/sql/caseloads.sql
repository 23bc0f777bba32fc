-- How many children does each worker of this team hold, and how many of them are owed something overdue?
WITH held AS (
  SELECT DISTINCT a.child, a.worker FROM allocated a WHERE a.team = :team
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
