-- Compatible with the version before, whose processes have no row in process_configs and take no part in a reload.

-- What was asked of all processes: to read their config files (again). No secret stands in any of these tables.
CREATE TABLE config_generations (
  generation  bigint PRIMARY KEY,
  asked_at    timestamptz NOT NULL DEFAULT now(),
  -- signal, ctl, http, or a Matrix user.
  asked_by    text NOT NULL,
  -- Of the config of whoever asked, as it was checked there.
  fingerprint text NOT NULL,
  facts       jsonb NOT NULL,
  -- Where somebody in Matrix waits for the answer; and whether all has been said about it.
  answer_to   jsonb,
  answered    boolean NOT NULL DEFAULT true
);
CREATE INDEX config_generations_open ON config_generations (generation) WHERE NOT answered;

-- What each process has taken. Beside processes: a process whose heartbeat ran out does not count.
CREATE TABLE process_configs (
  owner       uuid PRIMARY KEY REFERENCES processes ON DELETE CASCADE,
  -- Host and process id, for people.
  name        text NOT NULL,
  -- The last generation that it has looked at: taken, or refused for these reasons.
  generation  bigint NOT NULL,
  refused     jsonb,
  fingerprint text NOT NULL,
  facts       jsonb NOT NULL,
  -- What the last generation that it took changed in it.
  changes     jsonb NOT NULL
);

-- Counts the writes to the two tables above, so that one cheap look tells whether there is anything new; its row is also
-- the lock of all who write there.
CREATE TABLE config_changes (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  change bigint NOT NULL
);
INSERT INTO config_changes (change) VALUES (0);
