-- What is this worker called, and in which team?
SELECT worker.id, worker.name, team.name AS team
  FROM worker LEFT JOIN team ON team.id = worker.team
 WHERE worker.id = :worker
