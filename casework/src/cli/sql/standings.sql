-- Under each clock, how does everything that was ever owed stand?
SELECT clock, standing, CAST(SUM(things) AS BIGINT) AS things FROM owed_counts GROUP BY clock, standing
UNION ALL
SELECT clock, standing, CAST(SUM(things) AS BIGINT) AS things FROM count_answered GROUP BY clock, standing
