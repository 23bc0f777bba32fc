-- What is this child called?
SELECT id, name FROM child WHERE id = :child
