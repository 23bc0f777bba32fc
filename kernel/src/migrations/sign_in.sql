-- Who may sign in: one account a worker. A key without `key_since` was offered and not yet confirmed by a code.
CREATE TABLE all_account (
  worker {id} PRIMARY KEY NOT NULL,
  username {text} NOT NULL UNIQUE,
  password {text} NOT NULL,
  change_password {flag} NOT NULL,
  second_key {bytes},
  key_since {instant},
  last_step {int},
  demo {flag} NOT NULL,
  made {instant} NOT NULL,
  ended {instant}
) {strict};
-- Only digests: whoever reads this table cannot sign in with it. Ended sessions stay for a week, to
-- know whose words an old form holds.
CREATE TABLE all_session (
  id {bytes} PRIMARY KEY NOT NULL,
  form {bytes} NOT NULL UNIQUE,
  worker {id} NOT NULL,
  stage {text} NOT NULL,
  second_factor {flag} NOT NULL,
  began {instant} NOT NULL,
  seen {instant} NOT NULL
) {strict};
CREATE INDEX session_worker ON all_session (worker);
-- Digests of a name or an address: people type passwords where a name belongs.
CREATE TABLE all_sign_in_attempt (
  attempt {serial},
  source {bytes} NOT NULL,
  at {instant} NOT NULL
) {strict};
CREATE INDEX sign_in_attempt_source ON all_sign_in_attempt (source, at);
-- What is true of the whole database, as that it is a town of invented people.
CREATE TABLE all_mark (
  name {text} PRIMARY KEY NOT NULL,
  at {instant} NOT NULL
) {strict};
