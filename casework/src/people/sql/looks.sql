-- Who has looked at this record, or was refused, the latest first?
SELECT seen.at, seen.what, seen.act, worker.name, worker.role,
       seen.who = seen.subject AS own
  FROM seen LEFT JOIN worker ON worker.id = seen.who
 WHERE seen.subject = :child
 -- Never null: seen.look
 ORDER BY seen.look DESC
 LIMIT :limit OFFSET :offset
