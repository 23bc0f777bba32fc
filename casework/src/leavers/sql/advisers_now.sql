-- Which adviser has how many young people, and of how many of them is something overdue, stale, missing or not well?
WITH late AS (
  SELECT n.child, COUNT(*) AS overdue, MAX(CASE WHEN o.clock IN ('W02', 'W05') THEN 1 ELSE 0 END) AS plan_late
    FROM leaver_now n JOIN owed_now o ON o.child = n.child
   WHERE o.standing = 'overdue'
   GROUP BY n.child
)
SELECT n.adviser, worker.name, team.name AS team, COUNT(*) AS people, COUNT(late.child) AS people_overdue,
       CAST(COALESCE(SUM(late.overdue), 0) AS BIGINT) AS overdue,
       CAST(SUM(CASE WHEN t.child IS NOT NULL AND t.away IS NULL AND (t.lapses < :today OR t.not_known = TRUE OR t.spoken IS NULL) THEN 1 ELSE 0 END) AS BIGINT) AS not_in_touch,
       CAST(SUM(CASE WHEN n.plan = 'stale' OR late.plan_late = 1 THEN 1 ELSE 0 END) AS BIGINT) AS stale,
       CAST(SUM(CASE WHEN n.plan IN ('in_force', 'on_paper') AND (late.plan_late IS NULL OR late.plan_late = 0) THEN 1 ELSE 0 END) AS BIGINT) AS fresh,
       CAST(SUM(CASE WHEN n.holds_copy = TRUE THEN 1 ELSE 0 END) AS BIGINT) AS copies,
       CAST(SUM(CASE WHEN n.home IN ('no', 'not_known') THEN 1 ELSE 0 END) AS BIGINT) AS not_suitable,
       CAST(SUM(CASE WHEN n.does IN ('no', 'not_known') THEN 1 ELSE 0 END) AS BIGINT) AS neet
  FROM leaver_now n
  LEFT JOIN worker ON worker.id = n.adviser
  LEFT JOIN team ON team.id = worker.team
  LEFT JOIN late ON late.child = n.child
  LEFT JOIN in_touch t ON t.child = n.child
 WHERE (:team IS NULL OR worker.team = :team)
 GROUP BY n.adviser, worker.name, team.name
 ORDER BY CAST(COALESCE(SUM(late.overdue), 0) AS BIGINT) DESC, worker.name NULLS FIRST, n.adviser NULLS FIRST
