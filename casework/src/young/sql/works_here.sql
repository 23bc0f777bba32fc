-- Who works here or has worked here, whether or not with this young person?
SELECT worker.id, worker.name, team.name AS team
  FROM worker LEFT JOIN team ON team.id = worker.team
 -- Never null: worker.name, worker.id
 ORDER BY worker.name, worker.id
