-- How many things that are owed stand so at this moment? The standing is that of owed_now.
SELECT clock, things,
       CASE WHEN held IS NOT NULL THEN held
            WHEN late_from <= :now THEN CASE WHEN mark THEN 'passed' ELSE 'overdue' END
            WHEN warn_from <= :today THEN 'due_soon'
            ELSE 'running' END AS standing
  FROM count_owed
