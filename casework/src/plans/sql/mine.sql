-- What presses in the plans of my children, and for a manager in those of my team's: no owner, stale, drift?
-- Never null: child, what
WITH theirs AS (
  SELECT a.child FROM allocation a WHERE a.worker = :me AND a.ended IS NULL
  UNION
  -- As the view allocated has it, but from the team's workers on: the view would look at everybody's children.
  SELECT a.child FROM worker w JOIN allocation a ON a.worker = w.id
   WHERE :manages = TRUE AND w.team = :my_team AND a.ended IS NULL
  UNION
  SELECT a.child FROM allocation a
   WHERE :manages = TRUE AND a.team = :my_team AND a.ended IS NULL
     AND NOT EXISTS (SELECT 1 FROM worker w WHERE w.id = a.worker AND w.team IS NOT NULL)
), presses AS (
  -- CROSS JOIN, from these children on: left to choose, SQLite goes through every stale plan, every action and every child.
  SELECT a.child, a.kind, 'no_owner' AS what, a.what AS words, a.action,
         CASE WHEN a.needs_owner IS NULL OR w.ended < a.needs_owner THEN w.ended ELSE a.needs_owner END AS since
    FROM theirs CROSS JOIN plan_action a
    LEFT JOIN worker w ON w.id = a.worker AND w.ended <= :today
   WHERE a.child = theirs.child AND a.open = TRUE AND (a.needs_owner IS NOT NULL OR w.ended IS NOT NULL)
  UNION ALL
  SELECT p.child, p.kind, 'stale', p.stale_why, NULL, p.stale_since
    FROM theirs CROSS JOIN plan p
   WHERE p.child = theirs.child AND p.stale_since IS NOT NULL
  UNION ALL
  SELECT a.child, a.kind, 'drift', a.what, a.action, a.due
    FROM theirs CROSS JOIN plan_action a
   WHERE a.child = theirs.child AND a.drifts = TRUE
)
SELECT x.child, COALESCE(child.name, child.label) AS name, child.preferred_name, x.kind, x.what, x.words, x.action, x.since
  FROM presses x CROSS JOIN child
 WHERE child.id = x.child AND child.died IS NULL
 ORDER BY child.sort_name NULLS LAST, x.child, x.what, x.since NULLS LAST, x.action NULLS FIRST
 LIMIT 500
