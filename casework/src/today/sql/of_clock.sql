-- To whom is something owed under this clock, standing so?
SELECT o.child, child.name, child.preferred_name, child.born, o.clock, o.rule, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic,
       worker.name AS worker, team.name AS team
  FROM owed_now o
  JOIN child ON child.id = o.child
  LEFT JOIN allocation a ON a.child = o.child AND a.part = 'worker' AND a.ended IS NULL
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = a.team
 WHERE o.clock = :clock AND (:standing IS NULL OR o.standing = :standing)
 ORDER BY o.due NULLS LAST, o.child
 LIMIT :limit OFFSET :offset
