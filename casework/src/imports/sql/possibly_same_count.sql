-- How many pairs of children may be one?
SELECT COUNT(*) AS pairs
  FROM possibly_same p
  JOIN child one ON one.id = p.child
  JOIN child other ON other.id = p.other
 WHERE p.child < p.other AND p.same IS NULL AND NOT one.restricted AND NOT other.restricted
   AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.worker = :me AND (c.child = p.child OR c.child = p.other))
