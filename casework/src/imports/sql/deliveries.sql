-- Which returns were taken in, by whom, and what did each come to?
-- Never null: d.taken, d.delivery
SELECT d.delivery, d.taken, w.name AS taken_by, d.return_name, d.authority, d.year,
       (SELECT CAST(SUM(t.new_rows) AS BIGINT) FROM table_taken t WHERE t.delivery = d.delivery) AS new_rows,
       (SELECT CAST(SUM(t.changed) AS BIGINT) FROM table_taken t WHERE t.delivery = d.delivery) AS changed,
       (SELECT CAST(SUM(t.withdrawn) AS BIGINT) FROM table_taken t WHERE t.delivery = d.delivery) AS withdrawn,
       (SELECT COUNT(*) FROM problem p WHERE p.delivery = d.delivery) AS problems
  FROM delivery d LEFT JOIN worker w ON w.id = d.taken_by
 ORDER BY d.taken DESC, d.delivery
