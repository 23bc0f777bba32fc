-- Work that one server does for all that serve the same record, while it does it.
CREATE TABLE all_claim (
  work {text} PRIMARY KEY NOT NULL,
  holder {id} NOT NULL,
  until {instant} NOT NULL
) {strict};
