-- How many children does this worker hold?
SELECT COUNT(DISTINCT a.child) AS children FROM allocation a WHERE a.worker = :worker AND a.ended IS NULL
