-- Which files did this run read?
-- Never null: f.n
SELECT f.name, f.bytes, f.digest FROM run_file f WHERE f.run = :run ORDER BY f.n
