-- Who counts at their birthday in a year of the return, and how were they?
SELECT b.child, COALESCE(child.name, child.label) AS name, child.preferred_name, b.birthday, b.turned, b.in_touch, b.activity, b.accommodation,
       CASE :measure WHEN 'suitable' THEN b.suitable WHEN 'eet' THEN b.eet ELSE b.touch END AS says, worker.name AS worker, COUNT(*) OVER () AS total
  FROM leaver_birthday b
  JOIN child ON child.id = b.child
  LEFT JOIN leaver_now n ON n.child = b.child
  LEFT JOIN worker ON worker.id = n.adviser
 WHERE b.year = :year AND b.band = :band
   AND (:says IS NULL OR CASE :measure WHEN 'suitable' THEN b.suitable WHEN 'eet' THEN b.eet ELSE b.touch END = :says)
 ORDER BY child.sort_name NULLS LAST, b.child, b.n
 LIMIT :limit OFFSET :offset
