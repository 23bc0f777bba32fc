-- Under each clock, how much was answered since a day, and how?
SELECT clock, standing, COUNT(*) AS things
  FROM answered
 WHERE met_on >= :since
 GROUP BY clock, standing
 ORDER BY clock, standing
