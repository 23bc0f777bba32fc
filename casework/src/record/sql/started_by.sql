-- Which deadlines run from this fact?
SELECT clock, rule, due, due_at FROM owed WHERE start_fact = :fact AND not_known IS NULL AND due IS NOT NULL ORDER BY due NULLS LAST, clock, n
