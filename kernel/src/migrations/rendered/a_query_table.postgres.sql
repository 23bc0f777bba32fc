CREATE TABLE all_child (
  id UUID NOT NULL,
  n BIGINT NOT NULL,
  name TEXT COLLATE "C",
  born DATE,
  restricted BOOLEAN,
  until TIMESTAMPTZ,
  worker UUID,
  age BIGINT,
  seal BYTEA,
  PRIMARY KEY (id, n)
) ;
CREATE INDEX child_0 ON all_child (born, name);
