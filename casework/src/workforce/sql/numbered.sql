-- Which children are there, and which id of an authority has each?
SELECT child.id, i.value AS number
  FROM child LEFT JOIN identifier i ON i.child = child.id AND i.scheme = 'authority_child'
 ORDER BY child.id, i.n NULLS FIRST
