CREATE TABLE all_fact (
  id {id} PRIMARY KEY NOT NULL,
  name {text} NOT NULL,
  version {int} NOT NULL,
  kind {text} NOT NULL,
  subject {id} NOT NULL,
  happened {day} NOT NULL,
  at {instant},
  recorded {instant} NOT NULL,
  who {id} NOT NULL,
  source {text} NOT NULL,
  body {text} NOT NULL,
  salt {bytes} NOT NULL,
  digest {bytes} NOT NULL,
  instead_of {id},
  why {text} NOT NULL
) {strict};
CREATE INDEX fact_subject ON all_fact (subject);
-- Each entry covers the one before it. `fact` is the fact that was kept or disposed of.
CREATE TABLE all_audit (
  entry {int} PRIMARY KEY NOT NULL,
  at {instant} NOT NULL,
  who {id} NOT NULL,
  what {text} NOT NULL,
  subject {id},
  fact {id},
  words {text} NOT NULL,
  hash {bytes} NOT NULL
) {strict};
CREATE INDEX audit_subject ON all_audit (subject);
CREATE INDEX audit_fact ON all_audit (fact);
-- The end of the chain, and up to which look the access log is sealed. One row, locked by whoever writes.
CREATE TABLE all_head (
  one {int} PRIMARY KEY NOT NULL CHECK (one = 1),
  entry {int} NOT NULL,
  hash {bytes} NOT NULL,
  sealed {int} NOT NULL
) {strict};
-- Who looked at what, and who was refused. Outside the chain, and sealed into it in batches.
CREATE TABLE all_seen (
  look {serial},
  at {instant} NOT NULL,
  who {id} NOT NULL,
  what {text} NOT NULL,
  act {text} NOT NULL,
  subject {id}
) {strict};
CREATE INDEX seen_subject ON all_seen (subject);
-- On what each subject's rows rest, and the next day on which time alone changes them.
CREATE TABLE all_derived (
  subject {id} PRIMARY KEY NOT NULL,
  kind {text} NOT NULL,
  basis {bytes} NOT NULL,
  changes_on {day},
  digests {bytes} NOT NULL
) {strict};
CREATE INDEX derived_day ON all_derived (changes_on);

-- A fact changes in one way only: after an audited disposal what it said is blanked.
--[sqlite]
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
--[postgres]
INSERT INTO all_head (one, entry, hash, sealed) VALUES (1, 0, '', 0);
CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% only grows: facts are corrected by facts', TG_TABLE_NAME; END $$;
CREATE FUNCTION only_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.body = '' AND NEW.salt = '' AND NEW.why = ''
    AND NEW.id = OLD.id AND NEW.name = OLD.name AND NEW.version = OLD.version AND NEW.kind = OLD.kind
    AND NEW.subject = OLD.subject AND NEW.happened = OLD.happened AND NEW.at IS NOT DISTINCT FROM OLD.at
    AND NEW.recorded = OLD.recorded AND NEW.who = OLD.who AND NEW.source = OLD.source
    AND NEW.digest = OLD.digest AND NEW.instead_of IS NOT DISTINCT FROM OLD.instead_of
    AND EXISTS (SELECT 1 FROM all_audit WHERE fact = OLD.id AND what = 'disposed')
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'all_fact only grows: facts are corrected by facts';
END $$;
CREATE TRIGGER fact_stays BEFORE DELETE ON all_fact FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER fact_stands BEFORE UPDATE ON all_fact FOR EACH ROW EXECUTE FUNCTION only_disposed();
CREATE TRIGGER fact_whole BEFORE TRUNCATE ON all_fact EXECUTE FUNCTION only_grows();
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON all_audit FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER audit_whole BEFORE TRUNCATE ON all_audit EXECUTE FUNCTION only_grows();
CREATE TRIGGER seen_stays BEFORE UPDATE OR DELETE ON all_seen FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER seen_whole BEFORE TRUNCATE ON all_seen EXECUTE FUNCTION only_grows();
--[both]
