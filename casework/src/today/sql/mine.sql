-- What is owed to the children I work with, what is overdue first? Broken glass is a manager's to review.
WITH mine AS (
  SELECT DISTINCT child FROM allocation WHERE worker = :me AND ended IS NULL
)
SELECT o.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, child.expected, o.clock, o.rule, o.statutory, o.started, o.due, o.due_at, o.standing, o.not_known, o.who_could_say, o.arithmetic
  FROM mine
  JOIN owed_now o ON o.child = mine.child
  JOIN child ON child.id = o.child
 WHERE o.standing <> 'waived' AND o.clock <> 'B01'
 ORDER BY CASE o.standing WHEN 'overdue' THEN 0 WHEN 'due_soon' THEN 1 WHEN 'running' THEN 2 ELSE 3 END, o.due NULLS LAST, o.child, o.clock, o.n
 LIMIT 2000
