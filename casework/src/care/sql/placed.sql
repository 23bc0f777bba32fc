-- Where has this child lived while looked after, and under what legal status, the latest first?
SELECT began, ended, known_until, place, provider, legal_status, need, short_break, temporary, reported
  FROM episode
 WHERE child = :child
 ORDER BY began DESC, n DESC
