-- What have I been told and not yet seen, and do I or does my team work with the child?
SELECT n.child, n.fact, n.told, n.what, COALESCE(child.name, child.label) AS name, child.preferred_name, child.restricted,
       EXISTS (SELECT 1 FROM allocation a WHERE a.child = n.child AND a.worker = :me AND a.ended IS NULL) AS mine,
       EXISTS (SELECT 1 FROM allocation a WHERE a.child = n.child AND a.team = :my_team AND a.ended IS NULL) AS our_teams
  FROM notice n JOIN child ON child.id = n.child
 WHERE n.worker = :me AND NOT n.opened
 ORDER BY n.told DESC, n.child, n.n
 LIMIT 100
