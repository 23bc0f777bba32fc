-- Who advises, or works with, somebody who may be a care leaver?
-- Never null: name
SELECT DISTINCT worker.id, worker.name
  FROM leaver l
  LEFT JOIN allocated adviser ON adviser.child = l.child AND adviser.part = 'adviser'
  LEFT JOIN allocated social ON social.child = l.child AND social.part = 'worker'
  JOIN worker ON worker.id = COALESCE(adviser.worker, social.worker)
 ORDER BY worker.name, worker.id
