-- What is this one finding of nobody whom the record knows, while it stands?
SELECT s.return_of, s.n, s.return_name, s.authority, s.year, s.rule, s.level, s.unclear,
       s.reported_child, s.digest, s.said, s.others, CASE WHEN s.is_new THEN 'new' ELSE 'still' END AS change, s.explanation, w.name AS explained_by, s.explained_at
  FROM stray s
  LEFT JOIN worker w ON w.id = s.explained_by
 WHERE s.return_of = :return_of AND s.n = :place AND s.until IS NULL
