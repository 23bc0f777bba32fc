-- To whom is something owed under this clock, standing so, what is overdue longest first?
SELECT o.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, o.clock, o.rule, o.statutory, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic,
       worker.name AS worker, team.name AS team, COUNT(*) OVER () AS total
  FROM owed_now o
  JOIN child ON child.id = o.child
  LEFT JOIN allocated a ON a.child = o.child AND a.part = 'worker'
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = a.team
 WHERE o.clock = :clock AND (:standing IS NULL OR o.standing = :standing) AND (:team IS NULL OR a.team = :team)
 ORDER BY CASE o.standing WHEN 'overdue' THEN 0 WHEN 'due_soon' THEN 1 WHEN 'running' THEN 2 ELSE 3 END, o.due NULLS LAST, o.child, o.n
 LIMIT :limit OFFSET :offset
