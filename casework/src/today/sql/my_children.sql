-- Who are my children, and what are they called?
SELECT child.id AS child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, a.part, a.started
  FROM allocation a JOIN child ON child.id = a.child
 WHERE a.worker = :me AND a.ended IS NULL
 ORDER BY child.sort_name NULLS LAST, child.id, a.part
