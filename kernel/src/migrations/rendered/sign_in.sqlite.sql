-- Who may sign in: one account a worker. A key without `key_since` was offered and not yet confirmed by a code.
CREATE TABLE all_account (
  worker BLOB PRIMARY KEY NOT NULL,
  username TEXT NOT NULL UNIQUE,
  password TEXT NOT NULL,
  change_password INTEGER NOT NULL,
  second_key BLOB,
  key_since INTEGER,
  last_step INTEGER,
  demo INTEGER NOT NULL,
  made INTEGER NOT NULL,
  ended INTEGER
) STRICT;
-- Only digests: whoever reads this table cannot sign in with it. Ended sessions stay for a week, to
-- know whose words an old form holds.
CREATE TABLE all_session (
  id BLOB PRIMARY KEY NOT NULL,
  form BLOB NOT NULL UNIQUE,
  worker BLOB NOT NULL,
  stage TEXT NOT NULL,
  second_factor INTEGER NOT NULL,
  began INTEGER NOT NULL,
  seen INTEGER NOT NULL
) STRICT;
CREATE INDEX session_worker ON all_session (worker);
-- Digests of a name or an address: people type passwords where a name belongs.
CREATE TABLE all_sign_in_attempt (
  attempt INTEGER PRIMARY KEY AUTOINCREMENT,
  source BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempt_source ON all_sign_in_attempt (source, at);
-- What is true of the whole database, as that it is a town of invented people.
CREATE TABLE all_mark (
  name TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL
) STRICT;
