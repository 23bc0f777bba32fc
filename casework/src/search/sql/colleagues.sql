-- Who works here and may be told about this child, and what are they to the child and to the rota?
SELECT worker.id, worker.name, worker.role, team.name AS team,
       EXISTS (SELECT 1 FROM duty d WHERE d.worker = worker.id AND d.on_day = :on AND d.daytime = :daytime) AS on_duty,
       EXISTS (SELECT 1 FROM allocation a WHERE a.child = :child AND a.part = 'worker' AND a.ended IS NULL AND a.worker = worker.id) AS works_with,
       EXISTS (SELECT 1 FROM allocated a WHERE a.child = :child AND a.part = 'worker' AND a.team = worker.team) AS of_team,
       EXISTS (SELECT 1 FROM named x WHERE x.child = :child AND x.worker = worker.id) AS is_named,
       EXISTS (SELECT 1 FROM named_post p WHERE p.worker = worker.id AND p.post = 'caldicott_guardian') AS is_guardian
  FROM worker
  LEFT JOIN team ON team.id = worker.team
 WHERE (worker.ended IS NULL OR worker.ended > :today)
   AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.child = :child AND c.worker = worker.id)
 ORDER BY worker.name NULLS LAST, worker.id
