-- How many workers and children does each team have, and how many children are owed something overdue?
WITH held AS (
  SELECT DISTINCT a.child, a.team FROM allocated a
), late AS (
  SELECT child, COUNT(*) AS overdue FROM owed_now WHERE standing = 'overdue' GROUP BY child
), loads AS (
  SELECT held.team, COUNT(held.child) AS children, COUNT(late.child) AS children_overdue,
         CAST(COALESCE(SUM(late.overdue), 0) AS BIGINT) AS overdue
    FROM held LEFT JOIN late ON late.child = held.child
   GROUP BY held.team
), staff AS (
  SELECT team, COUNT(*) AS workers FROM worker WHERE ended IS NULL GROUP BY team
)
SELECT team.id, team.name, COALESCE(staff.workers, 0) AS workers, COALESCE(loads.children, 0) AS children,
       COALESCE(loads.children_overdue, 0) AS children_overdue, COALESCE(loads.overdue, 0) AS overdue
  FROM team
  LEFT JOIN loads ON loads.team = team.id
  LEFT JOIN staff ON staff.team = team.id
 WHERE team.closed IS NULL
 ORDER BY COALESCE(loads.overdue, 0) DESC, team.id
