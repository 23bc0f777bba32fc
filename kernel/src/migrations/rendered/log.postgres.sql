CREATE TABLE all_fact (
  id UUID PRIMARY KEY NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  subject UUID NOT NULL,
  happened DATE NOT NULL,
  at TIMESTAMPTZ,
  recorded TIMESTAMPTZ NOT NULL,
  who UUID NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  salt BYTEA NOT NULL,
  digest BYTEA NOT NULL,
  instead_of UUID,
  why TEXT COLLATE "C" NOT NULL
) ;
CREATE INDEX fact_subject ON all_fact (subject);
-- Each entry covers the one before it. `fact` is the fact that was kept or disposed of.
CREATE TABLE all_audit (
  entry BIGINT PRIMARY KEY NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  who UUID NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  subject UUID,
  fact UUID,
  words TEXT COLLATE "C" NOT NULL,
  hash BYTEA NOT NULL
) ;
CREATE INDEX audit_subject ON all_audit (subject);
CREATE INDEX audit_fact ON all_audit (fact);
-- The end of the chain, and up to which look the access log is sealed. One row, locked by whoever writes.
CREATE TABLE all_head (
  one BIGINT PRIMARY KEY NOT NULL CHECK (one = 1),
  entry BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  sealed BIGINT NOT NULL
) ;
-- Who looked at what, and who was refused. Outside the chain, and sealed into it in batches.
CREATE TABLE all_seen (
  look BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMPTZ NOT NULL,
  who UUID NOT NULL,
  what TEXT COLLATE "C" NOT NULL,
  act TEXT COLLATE "C" NOT NULL,
  subject UUID
) ;
CREATE INDEX seen_subject ON all_seen (subject);
-- On what each subject's rows rest, and the next day on which time alone changes them.
CREATE TABLE all_derived (
  subject UUID PRIMARY KEY NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  basis BYTEA NOT NULL,
  changes_on DATE,
  digests BYTEA NOT NULL
) ;
CREATE INDEX derived_day ON all_derived (changes_on);

-- A fact changes in one way only: after an audited disposal what it said is blanked.
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
