-- Compatible with the version before, which knows no sealed secrets.

-- Which keys have sealed something here: what tells them apart, never a key (src/secrets/sealing.ts).
CREATE TABLE sealing_keys (
  version     integer PRIMARY KEY CHECK (version > 0),
  fingerprint bytea NOT NULL,
  since       timestamptz NOT NULL DEFAULT now()
);

-- Passwords and tokens, each encrypted with a key of a file outside of the database, and bound to its row.
CREATE TABLE sealed_secrets (
  account text NOT NULL,
  field   text NOT NULL,
  version integer NOT NULL REFERENCES sealing_keys,
  nonce   bytea NOT NULL,
  sealed  bytea NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, field)
);
