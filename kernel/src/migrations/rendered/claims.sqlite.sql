-- Work that one server does for all that serve the same record, while it does it.
CREATE TABLE all_claim (
  work TEXT PRIMARY KEY NOT NULL,
  holder BLOB NOT NULL,
  until INTEGER NOT NULL
) STRICT;
