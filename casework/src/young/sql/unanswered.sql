-- What did young people say with whom I work that waits for an answer, the oldest first?
SELECT DISTINCT u.child, u.fact, u.said, u.words, COALESCE(child.name, child.label) AS name, child.preferred_name
  FROM unanswered u
  JOIN allocation a ON a.child = u.child AND a.worker = :me AND a.ended IS NULL
  JOIN child ON child.id = u.child
 -- Never null: u.said, u.child, u.fact
 ORDER BY u.said, u.child, u.fact
 LIMIT 200
