-- How many young people hold which status, and how many wait in which queue of the re-check?
-- Never null: held, differs, not_recorded, not_known, asks
SELECT held, differs, not_recorded, not_known, asks, CAST(SUM(things) AS BIGINT) AS things
  FROM count_leaver
 GROUP BY held, differs, not_recorded, not_known, asks
 ORDER BY held, differs, not_recorded, not_known, asks
