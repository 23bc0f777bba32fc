CREATE TABLE all_fact (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject BLOB NOT NULL,
  happened TEXT NOT NULL,
  at INTEGER,
  recorded INTEGER NOT NULL,
  who BLOB NOT NULL,
  source TEXT NOT NULL,
  body TEXT NOT NULL,
  salt BLOB NOT NULL,
  digest BLOB NOT NULL,
  instead_of BLOB,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX fact_subject ON all_fact (subject);
-- Each entry covers the one before it. `fact` is the fact that was kept or disposed of.
CREATE TABLE all_audit (
  entry INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  who BLOB NOT NULL,
  what TEXT NOT NULL,
  subject BLOB,
  fact BLOB,
  words TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_subject ON all_audit (subject);
CREATE INDEX audit_fact ON all_audit (fact);
-- The end of the chain, and up to which look the access log is sealed. One row, locked by whoever writes.
CREATE TABLE all_head (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  entry INTEGER NOT NULL,
  hash BLOB NOT NULL,
  sealed INTEGER NOT NULL
) STRICT;
-- Who looked at what, and who was refused. Outside the chain, and sealed into it in batches.
CREATE TABLE all_seen (
  look INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who BLOB NOT NULL,
  what TEXT NOT NULL,
  act TEXT NOT NULL,
  subject BLOB
) STRICT;
CREATE INDEX seen_subject ON all_seen (subject);
-- On what each subject's rows rest, and the next day on which time alone changes them.
CREATE TABLE all_derived (
  subject BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  basis BLOB NOT NULL,
  changes_on TEXT,
  digests BLOB NOT NULL
) STRICT;
CREATE INDEX derived_day ON all_derived (changes_on);

-- A fact changes in one way only: after an audited disposal what it said is blanked.
INSERT INTO all_head (one, entry, hash, sealed) VALUES (1, 0, x'', 0);
CREATE TRIGGER fact_stays BEFORE DELETE ON all_fact
BEGIN SELECT RAISE(ABORT, 'all_fact only grows: facts are corrected by facts'); END;
CREATE TRIGGER fact_stands BEFORE UPDATE ON all_fact
WHEN NOT (
  NEW.body = '' AND NEW.salt = x'' AND NEW.why = ''
  AND NEW.id = OLD.id AND NEW.name = OLD.name AND NEW.version = OLD.version AND NEW.kind = OLD.kind
  AND NEW.subject = OLD.subject AND NEW.happened = OLD.happened AND NEW.at IS OLD.at
  AND NEW.recorded = OLD.recorded AND NEW.who = OLD.who AND NEW.source = OLD.source
  AND NEW.digest = OLD.digest AND NEW.instead_of IS OLD.instead_of
  AND EXISTS (SELECT 1 FROM all_audit WHERE fact = OLD.id AND what = 'disposed')
)
BEGIN SELECT RAISE(ABORT, 'all_fact only grows: facts are corrected by facts'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON all_audit
BEGIN SELECT RAISE(ABORT, 'all_audit only grows'); END;
CREATE TRIGGER audit_stands BEFORE UPDATE ON all_audit
BEGIN SELECT RAISE(ABORT, 'all_audit only grows'); END;
CREATE TRIGGER seen_stays BEFORE DELETE ON all_seen
BEGIN SELECT RAISE(ABORT, 'all_seen only grows'); END;
CREATE TRIGGER seen_stands BEFORE UPDATE ON all_seen
BEGIN SELECT RAISE(ABORT, 'all_seen only grows'); END;
