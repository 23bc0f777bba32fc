-- Under each clock, how much is owed and how does it stand?
SELECT clock, standing, CAST(SUM(things) AS BIGINT) AS things
  FROM owed_counts
 GROUP BY clock, standing
 ORDER BY clock, standing
