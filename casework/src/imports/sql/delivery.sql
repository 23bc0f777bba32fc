-- Which return was this, taken in by whom?
SELECT d.taken, w.name AS taken_by, d.return_name, d.authority, d.year, d.files
  FROM delivery d LEFT JOIN worker w ON w.id = d.taken_by
 WHERE d.delivery = :delivery
