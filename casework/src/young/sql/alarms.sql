-- Which young people do not feel safe, of whom I was told by now and whom nobody has opened yet?
SELECT a.child, a.fact, a.called, a.raised
  FROM alarm a
 WHERE a.worker = :me AND a.told <= :now AND a.opened IS NULL
 -- Never null: a.raised, a.child, a.fact
 ORDER BY a.raised, a.child, a.fact
 LIMIT 100
