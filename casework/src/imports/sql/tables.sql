-- What did each table of this delivery come to?
-- Never null: t.n
SELECT t.table_name, t.rows, t.new_rows, t.changed, t.unchanged, t.withdrawn
  FROM table_taken t
 WHERE t.delivery = :delivery
 ORDER BY t.n
