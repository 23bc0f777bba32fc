-- Who counts today, and how are they?
SELECT n.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born AS birthday, n.in_touch, n.activity, n.accommodation,
       n.suitable, n.eet, n.touch, worker.name AS worker, COUNT(*) OVER () AS total
  FROM leaver_now n
  JOIN child ON child.id = n.child
  LEFT JOIN worker ON worker.id = n.adviser
 WHERE n.band = :band AND n.counted = TRUE
   AND (:suitable IS NULL OR n.suitable = :suitable) AND (:eet IS NULL OR n.eet = :eet) AND (:touch IS NULL OR n.touch = :touch)
 ORDER BY child.sort_name NULLS LAST, n.child
 LIMIT :limit OFFSET :offset
