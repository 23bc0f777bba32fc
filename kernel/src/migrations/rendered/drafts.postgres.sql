-- What somebody is writing about a subject and has not kept: one for each of those who write, so that nobody's
-- words take the place of another's. It is no part of the record; leave to record about the subject opens it.
CREATE TABLE all_draft (
  subject UUID NOT NULL,
  form TEXT COLLATE "C" NOT NULL,
  worker UUID NOT NULL,
  saved TIMESTAMPTZ NOT NULL,
  words TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (subject, form, worker)
) ;
