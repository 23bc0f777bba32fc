-- What do the returns find wrong with the children whose worker I am?
-- Never null: f.child, f.level, f.rule, f.n
SELECT f.child, COALESCE(child.name, child.label) AS name, child.preferred_name, f.return_name, f.year, f.rule, f.unclear
  FROM allocation a
  JOIN finding f ON f.child = a.child
  JOIN child ON child.id = f.child
 WHERE a.worker = :me AND a.ended IS NULL AND a.part = 'worker'
   -- A year that is not over has gaps that nobody is late with: what a night finds is for who keeps the return.
   AND NOT f.preview
   AND f.until IS NULL AND f.explanation IS NULL AND f.stale_on > :today
 ORDER BY child.sort_name NULLS LAST, f.child, f.level, f.rule, f.n
 LIMIT 500
