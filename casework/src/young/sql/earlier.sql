-- Which times before this one did they say that they are not safe, of which I was told by now and which nobody has opened?
SELECT a.fact, a.words, a.reach, a.raised
  FROM alarm a
  JOIN alarm b ON b.child = a.child AND b.fact = :fact AND b.worker = :me
 WHERE a.child = :child AND a.worker = :me AND a.told <= :now AND a.opened IS NULL
   AND a.fact <> :fact AND a.raised <= b.raised
 -- Never null: a.raised, a.fact
 ORDER BY a.raised DESC, a.fact
