-- Whose returns has this record taken in?
SELECT DISTINCT authority FROM delivery ORDER BY authority
