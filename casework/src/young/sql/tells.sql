-- Who works here and may be told of this young person, and are they on duty or of their worker's team?
SELECT worker.id, worker.role,
       EXISTS (SELECT 1 FROM duty d WHERE d.worker = worker.id AND d.on_day = :on AND d.daytime = :daytime) AS on_duty,
       EXISTS (SELECT 1 FROM allocation a JOIN worker w ON w.id = a.worker WHERE a.child = :child AND a.ended IS NULL AND a.part IN ('worker', 'adviser') AND w.team = worker.team) AS of_team
  FROM worker
 WHERE (worker.ended IS NULL OR worker.ended > :today)
   AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.child = :child AND c.worker = worker.id)
 -- Never null: worker.id
 ORDER BY worker.id
