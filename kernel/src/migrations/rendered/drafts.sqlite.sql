-- What somebody is writing about a subject and has not kept: one for each of those who write, so that nobody's
-- words take the place of another's. It is no part of the record; leave to record about the subject opens it.
CREATE TABLE all_draft (
  subject BLOB NOT NULL,
  form TEXT NOT NULL,
  worker BLOB NOT NULL,
  saved INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (subject, form, worker)
) STRICT, WITHOUT ROWID;
