-- What is this child in law, since when, and why?
SELECT status, answer, since, words, rule FROM status WHERE child = :child ORDER BY n
