-- Under each clock, how much is owed and how does it stand?
SELECT clock,
       COUNT(*) FILTER (WHERE standing = 'overdue') AS overdue,
       COUNT(*) FILTER (WHERE standing = 'due_soon') AS due_soon,
       COUNT(*) FILTER (WHERE standing = 'running') AS running,
       COUNT(*) FILTER (WHERE standing = 'not_known') AS not_known,
       COUNT(*) FILTER (WHERE standing = 'waived') AS waived
  FROM owed_now
 GROUP BY clock
 ORDER BY clock
