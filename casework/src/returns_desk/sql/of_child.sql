-- What does the last check of each return find about this child?
-- Never null: f.year, f.level, f.rule, f.n
SELECT f.child, f.n, COALESCE(child.name, child.label) AS name, child.preferred_name, f.return_name, f.authority, f.year, f.preview, f.rule, f.level, f.unclear,
       f.reported_child, f.digest, f.said, f.others, CASE WHEN f.is_new THEN 'new' ELSE 'still' END AS change, f.explanation, w.name AS explained_by, f.explained_at
  FROM finding f
  JOIN child ON child.id = f.child
  LEFT JOIN worker w ON w.id = f.explained_by
 WHERE f.child = :child AND f.until IS NULL AND f.stale_on > :today
   -- What a file said as well is told once.
   AND (NOT f.preview OR NOT EXISTS (
     SELECT 1 FROM finding r
      WHERE r.child = f.child AND NOT r.preview AND r.until IS NULL
        AND r.return_name = f.return_name AND r.authority = f.authority AND r.year = f.year AND r.rule = f.rule AND r.key = f.key))
 ORDER BY f.year DESC, f.level, f.rule, f.n
