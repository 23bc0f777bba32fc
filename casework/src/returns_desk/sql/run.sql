-- Which return was checked in this run, by whom, and was it signed?
SELECT r.run, r.number, r.checked, w.name AS checked_by, r.return_name, r.authority, r.year, r.preview, r.rules_of, r.asked, r.kept, r.notes,
       r.signed, s.name AS signed_by, r.acknowledged,
       (SELECT MAX(l.number) FROM return_run l WHERE l.return_of = r.return_of) AS last
  FROM return_run r
  LEFT JOIN worker w ON w.id = r.checked_by
  LEFT JOIN worker s ON s.id = r.signed_by
 WHERE r.run = :run
