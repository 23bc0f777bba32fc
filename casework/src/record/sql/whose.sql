-- What is this child called?
SELECT id, COALESCE(name, label) AS name, preferred_name FROM child WHERE id = :child
