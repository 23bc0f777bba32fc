-- Who works here, in what post, in which team?
SELECT w.id, w.name, w.role, w.team, t.name AS team_name, w.started, w.ended
  FROM worker w LEFT JOIN team t ON t.id = w.team
 WHERE (:worker IS NULL OR w.id = :worker)
 ORDER BY w.name NULLS LAST, w.id
