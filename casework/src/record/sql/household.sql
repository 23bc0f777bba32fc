-- Which brothers and sisters of this child, and children who live with it, have a record in my reach?
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born
  FROM relation r
  JOIN child ON child.id = r.other
 WHERE r.child = :child AND r.other_is_child AND child.died IS NULL
   AND (r.relation LIKE '%brother%' OR r.relation LIKE '%sister%' OR r.relation LIKE '%sibling%' OR r.relation = 'twin' OR r.lives_with)
UNION
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born
  FROM relation r
  JOIN child ON child.id = r.child
 WHERE r.other = :child AND child.died IS NULL
   AND (r.relation LIKE '%brother%' OR r.relation LIKE '%sister%' OR r.relation LIKE '%sibling%' OR r.relation = 'twin' OR r.lives_with)
 ORDER BY 4 NULLS LAST, 1 NULLS LAST
