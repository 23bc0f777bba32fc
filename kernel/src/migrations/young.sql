-- The sign-ins of young people, each to their own record: never an account of a worker. Without a name and a
-- password nobody has taken up the invitation yet. `proof` is what they read out to whoever rings the number.
CREATE TABLE all_young_account (
  child {id} PRIMARY KEY NOT NULL,
  name {text} UNIQUE,
  password {text},
  number {text},
  proof {text},
  number_since {instant},
  demo {flag} NOT NULL,
  made {instant} NOT NULL,
  last_in {instant},
  before_in {instant},
  back_asked {instant},
  back_asked_by {id},
  ended {instant},
  ended_by {id}
) {strict};
-- Only digests, each good once.
CREATE TABLE all_young_code (
  digest {bytes} PRIMARY KEY NOT NULL,
  child {id} NOT NULL,
  until {instant} NOT NULL,
  used {instant}
) {strict};
CREATE INDEX young_code_child ON all_young_code (child);
