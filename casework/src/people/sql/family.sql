-- Who is related to this child, said from either side, and which of them have a record that I may see?
SELECT r.other AS id, r.relation, r.parental_responsibility, r.lives_with, r.since, r.name AS adult_name, FALSE AS inverse,
       child.id AS record, COALESCE(child.name, child.label) AS name, child.preferred_name, child.sex
  FROM relation r
  LEFT JOIN child ON child.id = r.other AND r.other_is_child
 WHERE r.child = :child AND (child.id IS NOT NULL OR NOT r.other_is_child)
UNION ALL
SELECT r.child AS id, r.relation, r.parental_responsibility, r.lives_with, r.since, NULL AS adult_name, TRUE AS inverse,
       child.id AS record, COALESCE(child.name, child.label) AS name, child.preferred_name, child.sex
  FROM relation r
  JOIN child ON child.id = r.child
 WHERE r.other = :child
   AND NOT EXISTS (SELECT 1 FROM relation back WHERE back.child = :child AND back.other = r.child)
 -- Never null: 1
 ORDER BY 8 NULLS FIRST, 1
