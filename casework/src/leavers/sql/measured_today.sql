-- How many care leavers of which age are how today?
SELECT band, suitable, eet, touch, CAST(SUM(things) AS BIGINT) AS things
  FROM count_leaver_now
 WHERE counted = TRUE
 GROUP BY band, suitable, eet, touch
 ORDER BY band NULLS LAST, suitable NULLS LAST, eet NULLS LAST, touch NULLS LAST
