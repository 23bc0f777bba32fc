-- Which rules could this run not ask, and for want of what?
-- Never null: s.n
SELECT s.rule, s.lacking FROM run_skipped s WHERE s.run = :run ORDER BY s.n
