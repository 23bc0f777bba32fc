-- Is this record open to me?
SELECT child.id FROM child WHERE child.id = :child
