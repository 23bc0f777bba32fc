-- Whose glass was broken, by whom and why, that nobody has reviewed yet? A restricted record that I may not see keeps its name.
SELECT o.child, o.fact, o.worker, worker.name AS worker_name, worker.role, o.why, o.opened, o.until, w.due, w.standing,
       CASE WHEN child.restricted
             AND NOT EXISTS (SELECT 1 FROM named x WHERE x.child = child.id AND x.worker = :me)
             AND NOT EXISTS (SELECT 1 FROM allocation m WHERE m.child = child.id AND m.ended IS NULL AND m.worker = :me)
            THEN NULL ELSE COALESCE(child.name, child.label, 'A child without a name') END AS name
  FROM opening o
  JOIN child ON child.id = o.child
  JOIN owed_now w ON w.child = o.child AND w.start_fact = o.fact AND w.clock = 'B01' AND w.standing <> 'waived'
  LEFT JOIN worker ON worker.id = o.worker
 WHERE o.glass_broken AND NOT o.reviewed AND (:fact IS NULL OR o.fact = :fact)
 ORDER BY o.opened, o.child
 LIMIT 200
