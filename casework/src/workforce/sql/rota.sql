-- Who is on duty, on which days and nights?
-- Never null: d.on_day, d.daytime, w.id
SELECT d.on_day, d.daytime, w.id AS worker, w.name
  FROM duty d JOIN worker w ON w.id = d.worker
 WHERE d.on_day >= :from AND d.on_day <= :until AND w.ended IS NULL
 ORDER BY d.on_day, d.daytime DESC, w.name NULLS LAST, w.id
