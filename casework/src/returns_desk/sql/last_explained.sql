-- Who gave the last explanation of this return?
WITH e AS (
  SELECT f.explained_by, f.explained_at FROM finding f
   WHERE f.return_name = :return_name AND f.authority = :authority AND f.year = :year AND f.explained_at IS NOT NULL
  UNION ALL
  SELECT s.explained_by, s.explained_at FROM stray s
   WHERE s.return_name = :return_name AND s.authority = :authority AND s.year = :year AND s.explained_at IS NOT NULL
)
SELECT DISTINCT e.explained_by AS worker FROM e WHERE e.explained_at = (SELECT MAX(explained_at) FROM e)
