-- Who works with this child, and who has worked with them?
SELECT a.worker, worker.name, team.name AS team, a.part, a.started, a.ended
  FROM allocation a
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = CASE WHEN a.ended IS NULL THEN COALESCE(worker.team, a.team) ELSE a.team END
 WHERE a.child = :child
 ORDER BY CASE WHEN a.ended IS NULL THEN 0 ELSE 1 END, a.ended DESC NULLS FIRST, a.started DESC, a.part
