-- Who works with which child now, in what part? The team is the one that the worker is in today: who moves takes their children along.
SELECT a.child, a.n, a.worker, COALESCE(w.team, a.team) AS team, a.part, a.started
  FROM allocation a LEFT JOIN worker w ON w.id = a.worker
 WHERE a.ended IS NULL
