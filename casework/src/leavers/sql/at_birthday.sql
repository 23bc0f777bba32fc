-- Who counts at their birthday in a year of the return, and how were they?
SELECT b.child, COALESCE(child.name, child.label) AS name, child.preferred_name, b.birthday, b.turned, b.in_touch, b.activity, b.accommodation,
       b.suitable, b.eet, b.touch, worker.name AS worker, COUNT(*) OVER () AS total
  FROM leaver_birthday b
  JOIN child ON child.id = b.child
  LEFT JOIN leaver_now n ON n.child = b.child
  LEFT JOIN worker ON worker.id = n.adviser
 WHERE b.year = :year AND b.band = :band
   AND (:suitable IS NULL OR b.suitable = :suitable) AND (:eet IS NULL OR b.eet = :eet) AND (:touch IS NULL OR b.touch = :touch)
 ORDER BY child.sort_name NULLS LAST, b.child, b.n
 LIMIT :limit OFFSET :offset
