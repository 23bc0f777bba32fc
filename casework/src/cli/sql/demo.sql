-- Who, of each role, has worked here longest?
SELECT w.id, w.role
  FROM worker w
 WHERE w.ended IS NULL
   AND NOT EXISTS (SELECT 1 FROM worker o WHERE o.role = w.role AND o.ended IS NULL AND (o.started < w.started OR (o.started = w.started AND o.id < w.id)))
-- Never null: role
 ORDER BY w.role
