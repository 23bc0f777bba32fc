-- Who is this worker?
SELECT name FROM worker WHERE id = :worker
