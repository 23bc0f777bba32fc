-- How often has this record been looked at, or somebody been refused?
SELECT COUNT(*) AS looks FROM seen WHERE seen.subject = :child
