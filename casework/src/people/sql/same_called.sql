-- What is a child called?
SELECT child.id, COALESCE(child.name, child.label) AS name, child.preferred_name FROM child WHERE child.id = :child
