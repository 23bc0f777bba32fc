-- Which contacts and referrals wait for the front door (the clocks of section C), what is overdue first?
SELECT o.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, o.clock, o.rule, o.statutory, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic
  FROM owed_now o
  JOIN child ON child.id = o.child
 WHERE o.clock IN ('C01', 'C02', 'C03', 'C04', 'C05', 'C06') AND o.standing IN ('overdue', 'due_soon', 'running')
 ORDER BY CASE o.standing WHEN 'overdue' THEN 0 WHEN 'due_soon' THEN 1 ELSE 2 END, o.due NULLS LAST, o.child, o.clock, o.n
 LIMIT 2000
