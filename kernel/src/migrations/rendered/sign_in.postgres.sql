-- Who may sign in: one account a worker. A key without `key_since` was offered and not yet confirmed by a code.
CREATE TABLE all_account (
  worker UUID PRIMARY KEY NOT NULL,
  username TEXT COLLATE "C" NOT NULL UNIQUE,
  password TEXT COLLATE "C" NOT NULL,
  change_password BOOLEAN NOT NULL,
  second_key BYTEA,
  key_since TIMESTAMPTZ,
  last_step BIGINT,
  demo BOOLEAN NOT NULL,
  made TIMESTAMPTZ NOT NULL,
  ended TIMESTAMPTZ
) ;
-- Only digests: whoever reads this table cannot sign in with it. Ended sessions stay for a week, to
-- know whose words an old form holds.
CREATE TABLE all_session (
  id BYTEA PRIMARY KEY NOT NULL,
  form BYTEA NOT NULL UNIQUE,
  worker UUID NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  second_factor BOOLEAN NOT NULL,
  began TIMESTAMPTZ NOT NULL,
  seen TIMESTAMPTZ NOT NULL
) ;
CREATE INDEX session_worker ON all_session (worker);
-- Digests of a name or an address: people type passwords where a name belongs.
CREATE TABLE all_sign_in_attempt (
  attempt BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source BYTEA NOT NULL,
  at TIMESTAMPTZ NOT NULL
) ;
CREATE INDEX sign_in_attempt_source ON all_sign_in_attempt (source, at);
-- What is true of the whole database, as that it is a town of invented people.
CREATE TABLE all_mark (
  name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
  at TIMESTAMPTZ NOT NULL
) ;
