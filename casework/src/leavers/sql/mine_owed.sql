-- What is owed to the young people of an adviser, what is overdue first? Broken glass is a manager's to review.
SELECT o.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, o.clock, o.rule, o.statutory, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic
  FROM leaver_now n
  JOIN owed_now o ON o.child = n.child
  JOIN child ON child.id = n.child
 WHERE (:worker IS NULL AND n.adviser IS NULL OR n.adviser = :worker) AND o.standing IN ('overdue', 'due_soon', 'running') AND o.clock <> 'B01'
 ORDER BY CASE o.standing WHEN 'overdue' THEN 0 WHEN 'due_soon' THEN 1 ELSE 2 END, o.due NULLS LAST, o.child, o.clock, o.n
 LIMIT 5000
