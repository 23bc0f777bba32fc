-- Under each clock, how much is owed and how does it stand?
SELECT clock, standing, COUNT(*) AS things
  FROM owed_now
 GROUP BY clock, standing
 ORDER BY clock, standing
