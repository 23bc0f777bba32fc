-- Under each clock, how much was answered since a day, and how?
SELECT clock, standing, CAST(SUM(things) AS BIGINT) AS things
  FROM count_answered
 WHERE met_on >= :since
 GROUP BY clock, standing
 ORDER BY clock, standing
