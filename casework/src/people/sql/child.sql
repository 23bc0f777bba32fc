-- Who is this child, and how far do I reach them?
SELECT child.id, child.name, child.preferred_name, child.label, child.born, child.died, child.expected, child.sex, child.postcode, child.restricted,
       (SELECT MIN(i.value) FROM identifier i WHERE i.child = child.id AND i.scheme = 'authority_child') AS number,
       EXISTS (SELECT 1 FROM allocation a WHERE a.child = child.id AND a.worker = :me AND a.ended IS NULL) AS mine,
       EXISTS (SELECT 1 FROM allocated a WHERE a.child = child.id AND a.team = :my_team) AS my_teams,
       EXISTS (SELECT 1 FROM named w WHERE w.child = child.id AND w.worker = :me) AS named,
       EXISTS (SELECT 1 FROM opening o WHERE o.child = child.id AND o.worker = :me AND o.until > :now) AS opened,
       EXISTS (SELECT 1 FROM opening o WHERE o.child = child.id AND o.worker = :me AND o.until > :now AND o.glass_broken) AS glass_broken
  FROM child
 WHERE child.id = :child
