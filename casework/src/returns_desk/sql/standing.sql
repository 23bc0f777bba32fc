-- What did the last run of this return find about children of the record?
SELECT f.child, f.rule, f.reported_child, f.key, f.unclear, f.digest, f.said, f.others
  FROM finding f
 WHERE f.return_name = :return_name AND f.authority = :authority AND f.year = :year AND f.preview = :preview AND f.until IS NULL
