-- Compatible with the version before, which serves only what is in its config file: replace all processes before an
-- account is added.

-- Accounts that are not in the config file: added while Mailroom runs. Their secrets are in sealed_secrets.
CREATE TABLE own_accounts (
  account    text PRIMARY KEY CHECK (account ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  -- The Matrix user whose own mailbox it is: nobody else sees any of it. Null for one of a team.
  owner      text,
  -- JSON, as an account of the config file, without secrets.
  settings   text NOT NULL,
  -- leaving: nobody serves it any more, and all that there is of it is being taken away.
  state      text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'leaving')),
  added_by   text NOT NULL,
  added_at   timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- Whether the processes read their config files for it, or only the accounts above.
ALTER TABLE config_generations ADD COLUMN reads_file boolean NOT NULL DEFAULT true;
