-- What does this child wait for that could be waived, and do I work with the child?
SELECT o.clock, o.rule, o.started, o.due, o.due_at,
       EXISTS (SELECT 1 FROM allocation m WHERE m.child = o.child AND m.ended IS NULL AND m.worker = :me) AS mine
  FROM owed_now o
 WHERE o.child = :child AND o.standing IN ('running', 'due_soon', 'overdue')
   AND NOT EXISTS (SELECT 1 FROM opening x WHERE x.child = o.child AND x.fact = o.start_fact AND x.worker = :me)
 ORDER BY o.due NULLS LAST, o.clock, o.n
