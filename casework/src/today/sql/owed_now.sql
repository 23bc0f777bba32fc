-- What is owed and not yet met, and how does it stand at this moment? What is not known is never late.
SELECT child, n, clock, rule, statutory, started, start_fact, due, due_at, warn_from, late_from, waived_by, waived_why, not_known, who_could_say, arithmetic,
       CASE WHEN held IS NOT NULL THEN held
            WHEN late_from <= :now THEN CASE WHEN mark THEN 'passed' ELSE 'overdue' END
            WHEN warn_from <= :today THEN 'due_soon'
            ELSE 'running' END AS standing
  FROM owed
