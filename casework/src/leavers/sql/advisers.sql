-- Who is told of somebody who may be a care leaver: their adviser, or before there is one their social worker?
-- Never null: name
SELECT worker.id, worker.name
  FROM worker
 WHERE EXISTS (SELECT 1 FROM leaver_now n WHERE n.adviser = worker.id)
 ORDER BY worker.name, worker.id
