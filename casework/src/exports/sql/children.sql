-- Which children have a record?
SELECT child.id FROM child ORDER BY child.id
