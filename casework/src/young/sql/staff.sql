-- Of which role and team is this worker?
SELECT worker.id, worker.name, worker.role, team.name AS team
  FROM worker LEFT JOIN team ON team.id = worker.team
 WHERE worker.id = :worker
