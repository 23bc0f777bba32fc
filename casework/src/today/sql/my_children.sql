-- Who are my children, and what are they called?
SELECT child.id AS child, child.name, child.preferred_name, child.born, child.expected, a.part, a.started,
       (SELECT MIN(i.value) FROM identifier i WHERE i.child = child.id AND i.scheme = 'authority_child') AS known_as
  FROM allocation a JOIN child ON child.id = a.child
 WHERE a.worker = :me AND a.ended IS NULL
 ORDER BY child.sort_name NULLS LAST, child.id, a.part
