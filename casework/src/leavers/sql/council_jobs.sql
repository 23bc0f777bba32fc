-- How many of the council's own jobs and apprenticeships were offered to care leavers in a year, and how many were taken?
-- Never null: what, taken
SELECT what, taken, CAST(SUM(things) AS BIGINT) AS things
  FROM count_council_job
 WHERE year = :year
 GROUP BY what, taken
 ORDER BY what, taken
