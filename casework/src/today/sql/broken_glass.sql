-- How much glass that others broke waits for a manager's review, and when was or is the first due?
SELECT COUNT(*) AS things, MIN(w.due) AS due, MIN(w.late_from) AS late_from
  FROM opening o
  JOIN owed_now w ON w.child = o.child AND w.start_fact = o.fact AND w.clock = 'B01' AND w.standing <> 'waived'
 WHERE o.worker <> :me
