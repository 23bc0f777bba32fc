-- How often was this return checked?
SELECT MAX(r.number) AS number
  FROM return_run r
 WHERE r.return_name = :return_name AND r.authority = :authority AND r.year = :year AND r.preview = :preview
