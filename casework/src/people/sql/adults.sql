-- Through which adults is this child kin to another whose record I may see?
SELECT r.other AS adult, r.relation, child.id AS record, COALESCE(child.name, child.label) AS name, child.preferred_name
  FROM relation mine
  JOIN relation r ON r.other = mine.other AND r.child <> mine.child
  JOIN child ON child.id = r.child
 WHERE mine.child = :child AND NOT mine.other_is_child
 -- Never null: r.other
 ORDER BY r.other, child.id
