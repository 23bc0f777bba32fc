-- With whom has nobody spoken since that day, or has nobody ever found, and what was tried?
-- Never null: t.since
SELECT t.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, t.spoken, t.since, t.away,
       t.attempts, t.asked, t.in_vain, t.not_known, t.next, t.next_from, t.tried, worker.name AS worker,
       COUNT(*) OVER () AS total
  FROM in_touch t
  JOIN child ON child.id = t.child
  JOIN leaver_now n ON n.child = t.child
  LEFT JOIN worker ON worker.id = n.adviser
 WHERE t.away IS NULL
   AND t.not_known = :not_known
   AND (:before IS NULL OR t.since <= :before)
   AND (:never IS NULL OR t.in_vain = TRUE OR (t.spoken IS NULL AND t.since <= :never))
   AND (:worker IS NULL OR n.adviser = :worker)
 ORDER BY t.since, child.sort_name NULLS LAST, t.child
 LIMIT :limit OFFSET :offset
