-- What was owed to this child and answered, the latest first?
SELECT a.clock, a.rule, a.started, a.due, a.met_on, a.met_fact, a.standing, a.breached, a.why, a.arithmetic
  FROM answered a
 WHERE a.child = :child
 ORDER BY a.met_on DESC NULLS LAST, a.clock, a.n
