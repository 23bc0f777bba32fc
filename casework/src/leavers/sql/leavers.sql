-- Which young people of 16 to 24 may be care leavers, what is each, and why should somebody look?
SELECT l.child, COALESCE(child.name, child.label) AS name, child.preferred_name, child.born, l.computed, l.rule, l.because,
       l.recorded, l.recorded_on, l.decided, l.decided_on, l.reopened, l.held, l.held_by,
       l.differs, l.not_recorded, l.not_known, l.asks, l.flags, worker.name AS worker,
       EXISTS (SELECT 1 FROM allocated t WHERE t.child = l.child AND t.team = :my_team) AS my_teams, COUNT(*) OVER () AS total
  FROM leaver l
  JOIN child ON child.id = l.child
  LEFT JOIN worker ON worker.id = (SELECT n.adviser FROM leaver_now n WHERE n.child = l.child)
 WHERE (:held IS NULL OR l.held = :held)
   AND (:differs IS NULL OR l.differs = :differs)
   AND (:not_recorded IS NULL OR l.not_recorded = :not_recorded)
   AND (:not_known IS NULL OR l.not_known = :not_known)
   AND (:worker IS NULL OR worker.id = :worker)
   AND (:flag IS NULL OR l.flags LIKE :flag)
 ORDER BY CASE WHEN :owed_first = TRUE THEN l.owes ELSE 0 END DESC, child.sort_name NULLS LAST, l.child
 LIMIT :limit OFFSET :offset
