-- Which records share a key with what was typed, those that share most first, and how near are they to me? With each the records that somebody said are of the same child.
-- Never null: hits, hit.same_as
WITH hit AS (
  SELECT k.child, COUNT(*) AS hits,
         MAX(CASE WHEN k.kind = 'identifier' THEN 1 ELSE 0 END) AS by_number,
         MAX(CASE WHEN k.kind = 'born' THEN 1 ELSE 0 END) AS by_born,
         MAX(CASE WHEN k.kind = 'postcode' THEN 1 ELSE 0 END) AS by_postcode
    FROM search_key k
   WHERE k.key IN (:k0, :k1, :k2, :k3, :k4, :k5, :k6, :k7, :k8, :k9, :k10, :k11)
   GROUP BY k.child
   ORDER BY COUNT(*) DESC, k.child
   LIMIT 200
), near AS (
  SELECT hit.child, hit.hits, hit.by_number, hit.by_born, hit.by_postcode, hit.child AS same_as FROM hit
  UNION ALL
  SELECT p.other, hit.hits, 0, 0, 0, hit.child FROM hit CROSS JOIN possibly_same p WHERE p.child = hit.child AND p.same
)
SELECT child.id, hit.same_as, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, child.restricted,
       hit.by_number, hit.by_born, hit.by_postcode, worker.name AS worker, team.name AS team,
       EXISTS (SELECT 1 FROM allocation m WHERE m.child = child.id AND m.ended IS NULL AND m.worker = :me) AS mine,
       EXISTS (SELECT 1 FROM allocated m WHERE m.child = child.id AND m.team = :my_team) AS my_teams,
       EXISTS (SELECT 1 FROM named x WHERE x.child = child.id AND x.worker = :me) AS names_me,
       EXISTS (SELECT 1 FROM opening o WHERE o.child = child.id AND o.worker = :me AND o.until > :now) AS opened,
       EXISTS (SELECT 1 FROM opening o WHERE o.child = child.id AND o.worker = :me AND o.until > :now AND o.glass_broken) AS broken
  -- From what was hit on: left to choose, SQLite goes through every child.
  FROM near hit CROSS JOIN child
  LEFT JOIN worker ON worker.id = (
    -- One child at a time: joined, everybody's allocations would be gone through.
    SELECT a.worker FROM allocation a
     WHERE a.child = child.id AND a.part = 'worker' AND a.ended IS NULL
     ORDER BY a.started DESC NULLS LAST, a.worker NULLS LAST LIMIT 1)
  LEFT JOIN team ON team.id = COALESCE(worker.team, (
    SELECT a.team FROM allocation a
     WHERE a.child = child.id AND a.part = 'worker' AND a.ended IS NULL
     ORDER BY a.started DESC NULLS LAST, a.worker NULLS LAST LIMIT 1))
 WHERE child.id = hit.child
 ORDER BY hit.hits DESC, child.id, hit.same_as
