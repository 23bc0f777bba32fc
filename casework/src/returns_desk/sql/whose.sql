-- Which child has which id of this authority?
SELECT i.child, i.value
  FROM identifier i
 WHERE i.scheme = 'authority_child' AND (i.authority = :authority OR i.authority = :own)
