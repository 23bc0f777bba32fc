CREATE TABLE all_child (
  id BLOB NOT NULL,
  n INTEGER NOT NULL,
  name TEXT,
  born TEXT,
  restricted INTEGER,
  until INTEGER,
  worker BLOB,
  age INTEGER,
  seal BLOB,
  PRIMARY KEY (id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX child_0 ON all_child (born, name);
