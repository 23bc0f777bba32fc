-- What have I been told and not yet seen, and is the record that it is about open to me?
SELECT n.child, n.fact, n.told, n.what, child.id AS record, COALESCE(child.name, child.label) AS name, child.preferred_name
  FROM notice n LEFT JOIN child ON child.id = n.child
 WHERE n.worker = :me AND NOT n.opened
 ORDER BY n.told DESC, n.child, n.n
 LIMIT 100
