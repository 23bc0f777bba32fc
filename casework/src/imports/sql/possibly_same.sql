-- Which two children may be one, and nobody has said? A restricted record is in no list.
-- Never null: p.child, p.other
SELECT p.child, p.other, p.why, one.born, other.born AS other_born,
       (SELECT MIN(i.value) FROM identifier i WHERE i.child = p.child AND i.scheme = 'authority_child') AS number,
       (SELECT MIN(i.value) FROM identifier i WHERE i.child = p.other AND i.scheme = 'authority_child') AS other_number
  FROM possibly_same p
  JOIN child one ON one.id = p.child
  JOIN child other ON other.id = p.other
 WHERE p.child < p.other AND p.same IS NULL AND NOT one.restricted AND NOT other.restricted
   AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.worker = :me AND (c.child = p.child OR c.child = p.other))
   AND (:child IS NULL OR p.child = :child)
   AND (:other IS NULL OR p.other = :other)
 ORDER BY p.child, p.other
 LIMIT :limit OFFSET :offset
