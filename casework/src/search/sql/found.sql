-- Which records share a key with what was typed, those that share most first?
SELECT child.id, child.name, child.preferred_name, child.born, child.expected, child.postcode, COUNT(DISTINCT k.kind) AS kinds, COUNT(*) AS hits,
       worker.name AS worker, team.name AS team, team.id AS team_id
  FROM search_key k
  JOIN child ON child.id = k.child
  LEFT JOIN allocation a ON a.child = child.id AND a.part = 'worker' AND a.ended IS NULL
  LEFT JOIN worker ON worker.id = a.worker
  LEFT JOIN team ON team.id = a.team
 WHERE k.key IN (:k0, :k1, :k2, :k3, :k4, :k5, :k6, :k7, :k8, :k9, :k10, :k11)
 GROUP BY child.id, child.name, child.preferred_name, child.born, child.expected, child.postcode, worker.name, team.name, team.id
 ORDER BY COUNT(*) DESC, child.id
 LIMIT 200
