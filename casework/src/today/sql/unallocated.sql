-- Which children who are in need of the service has nobody been given to?
SELECT child.id, child.name, child.preferred_name, child.born, MIN(s.since) AS since
  FROM child JOIN status s ON s.child = child.id
 WHERE NOT EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.ended IS NULL)
 GROUP BY child.id, child.name, child.preferred_name, child.born
 ORDER BY MIN(s.since), child.id
 LIMIT :limit OFFSET :offset
