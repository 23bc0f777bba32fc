-- Under each clock, how does everything that was ever owed stand?
SELECT clock, standing, COUNT(*) AS things FROM owed_now GROUP BY clock, standing
UNION ALL
SELECT clock, standing, COUNT(*) AS things FROM answered GROUP BY clock, standing
