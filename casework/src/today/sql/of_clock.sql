-- To whom is something owed under this clock, standing so, what fell due first before the rest?
SELECT o.child, child.name, child.preferred_name, child.born, o.clock, o.rule, o.statutory, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic,
       worker.name AS worker, team.name AS team, COUNT(*) OVER () AS total,
       (SELECT MIN(i.value) FROM identifier i WHERE i.child = o.child AND i.scheme = 'authority_child') AS known_as
  FROM owed_now o
  JOIN child ON child.id = o.child
  LEFT JOIN allocation a ON a.child = o.child AND a.part = 'worker' AND a.ended IS NULL
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = a.team
 WHERE o.clock = :clock AND (:standing IS NULL OR o.standing = :standing) AND (:team IS NULL OR a.team = :team)
 ORDER BY o.due NULLS LAST, o.child, o.n
 LIMIT :limit OFFSET :offset
