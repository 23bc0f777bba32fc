-- Which child has which id of an authority?
SELECT child.id, i.authority, i.value AS number
  FROM child JOIN identifier i ON i.child = child.id
 WHERE i.scheme = 'authority_child'
 ORDER BY child.id, i.n
