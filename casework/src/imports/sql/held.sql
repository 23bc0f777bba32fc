-- Which reported facts of this return of this authority stand?
SELECT r.fact, r.child, f.name, f.version, f.body
  FROM reported r JOIN fact f ON f.id = r.fact
 WHERE r.authority = :authority AND r.return_name = :return_name
