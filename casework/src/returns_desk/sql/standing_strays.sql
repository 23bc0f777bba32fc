-- What did the last run of this return find of nobody whom the record knows?
SELECT s.rule, s.reported_child, s.key, s.unclear, s.digest, s.said, s.others
  FROM stray s
 WHERE s.return_name = :return_name AND s.authority = :authority AND s.year = :year AND s.preview = :preview AND s.until IS NULL
