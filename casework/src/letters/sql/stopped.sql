-- Which letters to the young people whom I work with cannot be sent, and why?
-- Never null: child, letter
WITH mine AS (
  SELECT DISTINCT a.child FROM allocation a WHERE a.worker = :me AND a.ended IS NULL
)
SELECT d.child, COALESCE(child.name, child.label) AS name, child.preferred_name, d.letter, d.stopped
  FROM mine
  JOIN letter_due d ON d.child = mine.child
  JOIN child ON child.id = d.child
 WHERE d.stopped IS NOT NULL AND child.died IS NULL
 ORDER BY child.sort_name NULLS LAST, d.child, d.letter
 LIMIT 200
