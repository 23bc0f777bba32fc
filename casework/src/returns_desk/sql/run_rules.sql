-- How often did this run find each rule broken, over all children?
-- Never null: r.n
SELECT r.rule, r.level, r.found, r.new_ones, r.still, r.fixed, r.undecided FROM run_rule r WHERE r.run = :run ORDER BY r.n
