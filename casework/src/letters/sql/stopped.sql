-- Which letters to the young people whom I work with cannot be sent, and why?
-- Never null: child, letter
SELECT d.child, COALESCE(child.name, child.label) AS name, child.preferred_name, d.letter, d.stopped
  FROM letter_due d
  JOIN child ON child.id = d.child
 WHERE d.stopped IS NOT NULL AND child.died IS NULL
   AND EXISTS (SELECT 1 FROM allocation a WHERE a.child = d.child AND a.worker = :me AND a.ended IS NULL)
 ORDER BY child.sort_name NULLS LAST, d.child, d.letter
 LIMIT 200
