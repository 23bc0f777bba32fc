-- Who said of which other records that they are of this child, and why?
SELECT p.other, p.said_on, p.said_why, worker.name AS said_by
  FROM possibly_same p LEFT JOIN worker ON worker.id = p.said_by
 WHERE p.child = :child AND p.same
 ORDER BY p.n
