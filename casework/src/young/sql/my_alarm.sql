-- What was I told by now of this young person who does not feel safe, and who has opened it?
SELECT a.called, a.words, a.reach, a.raised, a.opened, worker.name AS opened_by
  FROM alarm a LEFT JOIN worker ON worker.id = a.opened_by
 WHERE a.child = :child AND a.fact = :fact AND a.worker = :me AND a.told <= :now
