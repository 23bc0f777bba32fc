-- Who counts today, and how are they?
SELECT n.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born AS birthday, n.in_touch, n.activity, n.accommodation,
       CASE :measure WHEN 'suitable' THEN n.suitable WHEN 'eet' THEN n.eet ELSE n.touch END AS says, worker.name AS worker, COUNT(*) OVER () AS total
  FROM leaver_now n
  JOIN child ON child.id = n.child
  LEFT JOIN worker ON worker.id = n.adviser
 WHERE n.band = :band AND n.counted = TRUE
   AND (:says IS NULL OR CASE :measure WHEN 'suitable' THEN n.suitable WHEN 'eet' THEN n.eet ELSE n.touch END = :says)
 ORDER BY child.sort_name NULLS LAST, n.child
 LIMIT :limit OFFSET :offset
