-- Who is this child, and is the record mine by allocation or by name?
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, child.restricted, worker.name AS worker, team.name AS team,
       EXISTS (SELECT 1 FROM allocation m WHERE m.child = child.id AND m.ended IS NULL AND m.worker = :me) AS mine,
       EXISTS (SELECT 1 FROM named x WHERE x.child = child.id AND x.worker = :me) AS names_me
  FROM child
  LEFT JOIN worker ON worker.id = (
    -- One child at a time: joined, everybody's allocations would be gone through.
    SELECT a.worker FROM allocation a
     WHERE a.child = child.id AND a.part = 'worker' AND a.ended IS NULL
     ORDER BY a.started DESC NULLS LAST, a.worker NULLS LAST LIMIT 1)
  LEFT JOIN team ON team.id = COALESCE(worker.team, (
    SELECT a.team FROM allocation a
     WHERE a.child = child.id AND a.part = 'worker' AND a.ended IS NULL
     ORDER BY a.started DESC NULLS LAST, a.worker NULLS LAST LIMIT 1))
 WHERE child.id = :child
