-- Which returns were checked, by whom, and what did each run come to?
-- Never null: r.checked, r.number, r.run
SELECT r.run, r.number, r.checked, w.name AS checked_by, r.return_name, r.authority, r.year, r.signed, s.name AS signed_by,
       COALESCE((SELECT CAST(SUM(c.found) AS BIGINT) FROM run_rule c WHERE c.run = r.run AND c.level = 'error'), 0) AS errors,
       COALESCE((SELECT CAST(SUM(c.found) AS BIGINT) FROM run_rule c WHERE c.run = r.run AND c.level = 'query'), 0) AS queries,
       COALESCE((SELECT CAST(SUM(c.fixed) AS BIGINT) FROM run_rule c WHERE c.run = r.run), 0) AS fixed,
       (SELECT COUNT(*) FROM run_skipped k WHERE k.run = r.run) AS skipped,
       COUNT(*) OVER () AS total
  FROM return_run r
  LEFT JOIN worker w ON w.id = r.checked_by
  LEFT JOIN worker s ON s.id = r.signed_by
 WHERE NOT r.preview
 ORDER BY r.checked DESC, r.number DESC, r.run
 LIMIT :limit OFFSET :offset
