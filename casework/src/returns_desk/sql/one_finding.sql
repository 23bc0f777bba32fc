-- What is this one finding about a child, while it stands?
SELECT f.child, f.n, COALESCE(child.name, child.label) AS name, child.preferred_name, f.return_name, f.authority, f.year, f.rule, f.level, f.unclear,
       f.reported_child, f.digest, f.said, f.others, CASE WHEN f.is_new THEN 'new' ELSE 'still' END AS change, f.explanation, w.name AS explained_by, f.explained_at
  FROM finding f
  JOIN child ON child.id = f.child
  LEFT JOIN worker w ON w.id = f.explained_by
 WHERE f.child = :child AND f.n = :place AND f.until IS NULL
