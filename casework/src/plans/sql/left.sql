-- Which owners of this child's actions have left the service?
SELECT DISTINCT worker.id, worker.ended
  FROM plan_action a JOIN worker ON worker.id = a.worker
 WHERE a.child = :child AND worker.ended IS NOT NULL AND worker.ended <= :today
