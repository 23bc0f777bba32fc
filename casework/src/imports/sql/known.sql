-- Which children have a record, by what identifiers?
SELECT child.id AS child, child.born, i.scheme, i.authority, i.value
  FROM child JOIN identifier i ON i.child = child.id
 ORDER BY child.id, i.n
