-- Who is this child, and is the record mine by allocation or by name?
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, child.restricted, worker.name AS worker, team.name AS team,
       EXISTS (SELECT 1 FROM allocation m WHERE m.child = child.id AND m.ended IS NULL AND m.worker = :me) AS mine,
       EXISTS (SELECT 1 FROM named x WHERE x.child = child.id AND x.worker = :me) AS names_me
  FROM child
  LEFT JOIN allocated a ON a.child = child.id AND a.part = 'worker'
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = a.team
 WHERE child.id = :child
