-- What was owed to this child and answered, the latest first?
SELECT child, clock, rule, started, start_fact, due, met_on, met_fact, standing, breached, why, arithmetic
  FROM answered
 WHERE child = :child
 ORDER BY met_on DESC NULLS LAST, clock, n
