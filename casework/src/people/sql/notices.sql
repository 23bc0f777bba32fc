-- What have I been told and not yet opened?
SELECT n.child, n.fact, n.told, n.what, child.name, child.preferred_name
  FROM notice n LEFT JOIN child ON child.id = n.child
 WHERE n.worker = :me AND NOT n.opened
 ORDER BY n.told DESC
 LIMIT 100
