-- What is owed to this child, how does it stand, and which fact started it: what is overdue first?
SELECT o.clock, o.rule, o.started, o.start_fact, o.due, o.due_at, o.standing, o.waived_by, o.waived_why, o.not_known, o.who_could_say, o.arithmetic,
       f.name AS start_name, f.happened AS start_happened, f.recorded AS start_recorded
  FROM owed_now o
  LEFT JOIN fact f ON f.id = o.start_fact
 WHERE o.child = :child
 ORDER BY CASE o.standing WHEN 'overdue' THEN 0 WHEN 'due_soon' THEN 1 WHEN 'running' THEN 2 WHEN 'passed' THEN 2 WHEN 'waived' THEN 3 ELSE 4 END,
       o.due NULLS LAST, o.clock, o.n
