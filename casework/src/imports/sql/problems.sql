-- Which rows of this delivery should a person look at?
-- Never null: p.n
SELECT p.file, p.table_name, p.row_number, p.reported_child, p.column_name, p.value, p.what, p.to_do
  FROM problem p
 WHERE p.delivery = :delivery
   AND (:table_name IS NULL OR p.table_name = :table_name)
   AND (:column_name IS NULL OR p.column_name = :column_name)
   AND (:to_do IS NULL OR p.to_do = :to_do)
 ORDER BY p.n
 LIMIT :limit OFFSET :offset
