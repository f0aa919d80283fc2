-- Compatible with the version before, which brings no history and leaves it alone.

-- The mail of before an account was connected for the first time, which is brought in behind it: one row for an account
-- that wants it.
CREATE TABLE histories (
  account  text PRIMARY KEY REFERENCES accounts,
  -- When the account was first to be connected: its days count from here.
  asked_at timestamptz NOT NULL DEFAULT now(),
  state    text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done')),
  -- As the config had it when it began; null before.
  since    timestamptz,
  sent     boolean,
  import   text REFERENCES imports,
  -- What it waits for, or why it was tried again; null where it goes on.
  trouble  text,
  done_at  timestamptz
);
CREATE INDEX histories_open ON histories (account) WHERE state <> 'done';
