-- What have I been told and not yet seen, and is the record that it is about open to me?
SELECT n.child, n.fact, n.told, n.what, child.id AS record, child.name, child.preferred_name,
       (SELECT MIN(i.value) FROM identifier i WHERE i.child = n.child AND i.scheme = 'authority_child') AS known_as
  FROM notice n LEFT JOIN child ON child.id = n.child
 WHERE n.worker = :me AND NOT n.opened
 ORDER BY n.told DESC, n.child, n.n
 LIMIT 100
