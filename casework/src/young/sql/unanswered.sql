-- Which young people with whom I work wait for an answer: the first thing they said, who waits longest first?
WITH mine AS (
  SELECT DISTINCT a.child FROM allocation a WHERE a.worker = :me AND a.ended IS NULL
)
SELECT u.child, u.fact, u.said, u.words, COALESCE(child.name, child.label) AS name, child.preferred_name,
       COUNT(*) OVER () AS total, (SELECT COUNT(*) FROM unanswered b WHERE b.child = u.child) AS times
  -- From my children on: left to choose, SQLite goes through what everybody said.
  FROM mine CROSS JOIN unanswered u CROSS JOIN child
 WHERE u.child = mine.child AND child.id = u.child
   AND NOT EXISTS (SELECT 1 FROM unanswered b
                    WHERE b.child = u.child AND (b.said < u.said OR (b.said = u.said AND b.fact < u.fact)))
 -- Never null: u.said, u.child
 ORDER BY u.said, u.child
 LIMIT 200
