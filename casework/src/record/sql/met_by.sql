-- Which deadlines did this fact meet?
SELECT clock, rule, due, standing FROM answered WHERE met_fact = :fact ORDER BY due NULLS LAST, clock, n
