-- Which teams work with care leavers?
-- Never null: name
SELECT DISTINCT team.id, team.name
  FROM leaver_now n JOIN worker ON worker.id = n.adviser JOIN team ON team.id = worker.team
 ORDER BY team.name, team.id
