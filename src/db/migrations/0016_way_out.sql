-- Compatible with the version before only while no account's way out is in trouble: it would write what is told of the way in over what is told of the way out.

-- How an account's way out (its SMTP server) stands, as the way in does in state, state_since and login_*. untried: nothing was asked of it yet.
-- relay_reason is a constant, relay_words are the server's. relay_retry_at: when it is looked at next; 'infinity': not until the login changes or somebody asks.
ALTER TABLE accounts
  ADD COLUMN relay_state text NOT NULL DEFAULT 'untried'
    CHECK (relay_state IN ('untried', 'ready', 'transient', 'bad-credentials')),
  ADD COLUMN relay_since timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN relay_reason text,
  ADD COLUMN relay_words text,
  ADD COLUMN relay_failures integer NOT NULL DEFAULT 0,
  ADD COLUMN relay_tried_at timestamptz,
  ADD COLUMN relay_retry_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN relay_fingerprint text;

-- What people were told of each direction.
ALTER TABLE account_told
  ADD COLUMN direction text NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
  DROP CONSTRAINT account_told_pkey,
  ADD PRIMARY KEY (account, direction);

-- When the lobby was last told that an account's own mail server does not take a mail, for each kind of refusal.
CREATE TABLE relay_refusals (
  account text NOT NULL REFERENCES accounts,
  kind    text NOT NULL,
  told_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, kind)
);
