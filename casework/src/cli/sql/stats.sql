-- How much is in the record?
SELECT (SELECT COUNT(*) FROM child) AS children,
       (SELECT COUNT(*) FROM fact) AS facts,
       (SELECT COUNT(*) FROM worker WHERE ended IS NULL) AS workers,
       (SELECT COUNT(*) FROM team WHERE closed IS NULL) AS teams,
       (SELECT COUNT(*) FROM owed) AS owed,
       (SELECT COUNT(*) FROM answered) AS answered
