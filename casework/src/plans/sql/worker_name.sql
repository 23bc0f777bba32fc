-- What is this worker called?
SELECT id, name FROM worker WHERE id = :worker
