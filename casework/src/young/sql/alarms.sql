-- Which young people do not feel safe, of whom I was told by now and whom nobody has opened: the last time, the newest first?
SELECT a.child, a.fact, a.called, a.raised, COUNT(*) OVER () AS total,
       (SELECT COUNT(*) FROM alarm b
         WHERE b.child = a.child AND b.worker = :me AND b.told <= :now AND b.opened IS NULL) AS times
  FROM alarm a
 WHERE a.worker = :me AND a.told <= :now AND a.opened IS NULL
   AND NOT EXISTS (SELECT 1 FROM alarm b
                    WHERE b.child = a.child AND b.worker = :me AND b.told <= :now AND b.opened IS NULL
                      AND (b.raised > a.raised OR (b.raised = a.raised AND b.fact > a.fact)))
 -- Never null: a.raised, a.child
 ORDER BY a.raised DESC, a.child
 LIMIT 100
