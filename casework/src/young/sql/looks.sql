-- Which workers have looked at this record, the latest first?
SELECT seen.at, seen.who, worker.name, worker.role, team.name AS team
  FROM seen
  JOIN worker ON worker.id = seen.who
  LEFT JOIN team ON team.id = worker.team
 WHERE seen.subject = :child AND seen.what = 'seen'
 -- Never null: seen.look
 ORDER BY seen.look DESC
 LIMIT 1001
