-- How many care leavers of which age were how at their birthday in a year of the return?
SELECT band, suitable, eet, touch, CAST(SUM(things) AS BIGINT) AS things
  FROM count_leaver_birthday
 WHERE year = :year
 GROUP BY band, suitable, eet, touch
 ORDER BY band NULLS LAST, suitable NULLS LAST, eet NULLS LAST, touch NULLS LAST
