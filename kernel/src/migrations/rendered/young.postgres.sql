-- The sign-ins of young people, each to their own record: never an account of a worker. Without a name and a
-- password nobody has taken up the invitation yet. `proof` is what they read out to whoever rings the number.
CREATE TABLE all_young_account (
  child UUID PRIMARY KEY NOT NULL,
  name TEXT COLLATE "C" UNIQUE,
  password TEXT COLLATE "C",
  number TEXT COLLATE "C",
  proof TEXT COLLATE "C",
  number_since TIMESTAMPTZ,
  demo BOOLEAN NOT NULL,
  made TIMESTAMPTZ NOT NULL,
  last_in TIMESTAMPTZ,
  before_in TIMESTAMPTZ,
  back_asked TIMESTAMPTZ,
  back_asked_by UUID,
  ended TIMESTAMPTZ,
  ended_by UUID
) ;
-- Only digests, each good once.
CREATE TABLE all_young_code (
  digest BYTEA PRIMARY KEY NOT NULL,
  child UUID NOT NULL,
  until TIMESTAMPTZ NOT NULL,
  used TIMESTAMPTZ
) ;
CREATE INDEX young_code_child ON all_young_code (child);
