-- Which letters were sent by post in the last days, to be printed and put into envelopes?
-- Never null: sent, fact
SELECT s.child, s.fact, COALESCE(child.name, child.label) AS name, child.preferred_name, s.letter, s.sent
  FROM letter_sent s
  JOIN child ON child.id = s.child
 WHERE s.by = 'post' AND s.sent >= :since
 ORDER BY s.sent DESC, child.sort_name NULLS LAST, s.fact
 LIMIT 200
