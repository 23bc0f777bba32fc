-- Which looks at the record failed since it was last looked at, and why?
-- Never null: n.return_name, n.year, n.n
SELECT n.return_name, n.year, n.failed, n.why
  FROM not_previewed n
 WHERE n.failed = (SELECT MAX(o.failed) FROM not_previewed o WHERE o.return_of = n.return_of)
   AND NOT EXISTS (SELECT 1 FROM return_run r WHERE r.return_of = n.return_of AND r.checked > n.failed)
   AND n.year >= :year
 ORDER BY n.return_name, n.year, n.n
