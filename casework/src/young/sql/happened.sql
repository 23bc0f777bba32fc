-- What was done to this young person's sign-in, the latest first?
SELECT audit.at, audit.who, audit.what, worker.role, team.name AS team
  FROM audit
  LEFT JOIN worker ON worker.id = audit.who
  LEFT JOIN team ON team.id = worker.team
 WHERE audit.subject = :child AND audit.fact IS NULL
 -- Never null: audit.entry
 ORDER BY audit.entry DESC
 LIMIT 50
