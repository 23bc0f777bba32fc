-- What did the record come to in each look at it, the latest first?
-- Never null: r.return_name, r.year, r.number
SELECT r.run, r.checked, r.return_name, r.authority, r.year, r.asked,
       COALESCE((SELECT CAST(SUM(c.found) AS BIGINT) FROM run_rule c WHERE c.run = r.run AND c.level = 'error'), 0) AS errors,
       COALESCE((SELECT CAST(SUM(c.found) AS BIGINT) FROM run_rule c WHERE c.run = r.run AND c.level = 'query'), 0) AS queries,
       COALESCE((SELECT CAST(SUM(c.undecided) AS BIGINT) FROM run_rule c WHERE c.run = r.run), 0) AS undecided,
       COALESCE((SELECT CAST(SUM(c.new_ones) AS BIGINT) FROM run_rule c WHERE c.run = r.run), 0) AS new_ones,
       COALESCE((SELECT CAST(SUM(c.fixed) AS BIGINT) FROM run_rule c WHERE c.run = r.run), 0) AS fixed,
       (SELECT COUNT(*) FROM run_skipped k WHERE k.run = r.run) AS skipped
  FROM return_run r
 WHERE r.preview AND r.year >= :year
 ORDER BY r.return_name, r.year, r.number DESC
 LIMIT 200
