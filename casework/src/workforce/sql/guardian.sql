-- Who is Caldicott Guardian, and since when?
-- Never null: p.since, since
SELECT worker.id, worker.name, p.since
  FROM named_post p JOIN worker ON worker.id = p.worker
 WHERE p.post = 'caldicott_guardian'
 ORDER BY p.since, worker.id
