-- The sign-ins of young people, each to their own record: never an account of a worker. Without a name and a
-- password nobody has taken up the invitation yet. `proof` is what they read out to whoever rings the number.
CREATE TABLE all_young_account (
  child BLOB PRIMARY KEY NOT NULL,
  name TEXT UNIQUE,
  password TEXT,
  number TEXT,
  proof TEXT,
  number_since INTEGER,
  demo INTEGER NOT NULL,
  made INTEGER NOT NULL,
  last_in INTEGER,
  before_in INTEGER,
  back_asked INTEGER,
  back_asked_by BLOB,
  ended INTEGER,
  ended_by BLOB
) STRICT;
-- Only digests, each good once.
CREATE TABLE all_young_code (
  digest BLOB PRIMARY KEY NOT NULL,
  child BLOB NOT NULL,
  until INTEGER NOT NULL,
  used INTEGER
) STRICT;
CREATE INDEX young_code_child ON all_young_code (child);
