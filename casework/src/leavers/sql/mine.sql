-- Which young people is this worker the adviser of, or before there is one the social worker, and how does each stand?
SELECT n.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, l.held, l.band AS part, l.computed, l.held_by,
       l.differs, l.not_recorded, l.not_known, n.band, n.in_touch, n.activity, n.accommodation, n.home AS suitable, n.does AS eet,
       CASE WHEN t.child IS NULL OR t.away IS NOT NULL THEN 'left_out' WHEN t.lapses < :today THEN 'no' WHEN t.not_known = TRUE OR t.spoken IS NULL THEN 'not_known' ELSE 'yes' END AS touch,
       n.spoken_on, n.plan, n.plan_since, n.holds_copy, n.next_try, n.next_try_from
  FROM leaver_now n
  JOIN leaver l ON l.child = n.child
  JOIN child ON child.id = n.child
  LEFT JOIN in_touch t ON t.child = n.child
 WHERE (:worker IS NULL AND n.adviser IS NULL OR n.adviser = :worker)
 ORDER BY child.sort_name NULLS LAST, n.child
 LIMIT 500
