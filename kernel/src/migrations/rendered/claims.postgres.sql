-- Work that one server does for all that serve the same record, while it does it.
CREATE TABLE all_claim (
  work TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  holder UUID NOT NULL,
  until TIMESTAMPTZ NOT NULL
) ;
