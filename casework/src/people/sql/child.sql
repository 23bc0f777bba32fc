-- Who is this child?
SELECT id, name, preferred_name, born, died, expected, sex, ethnicity, postcode, restricted FROM child WHERE id = :child
