-- Which files do the rules read beside a return, since when and by whom?
-- Never null: l.what, l.n
SELECT l.delivery, l.what, l.name, l.bytes, l.digest, l.entries, l.since, w.name AS kept_by
  FROM look_up l
  LEFT JOIN worker w ON w.id = l.kept_by
 WHERE NOT EXISTS (
   SELECT 1 FROM look_up o
    WHERE o.what = l.what AND (o.since > l.since OR (o.since = l.since AND o.delivery > l.delivery)))
 ORDER BY l.what, l.n
