-- What is owed to this child, what is due soonest first?
SELECT child, clock, rule, started, start_fact, due, due_at, standing, waived_by, waived_why, not_known, who_could_say, arithmetic
  FROM owed_now
 WHERE child = :child
 ORDER BY due NULLS LAST, clock, n
