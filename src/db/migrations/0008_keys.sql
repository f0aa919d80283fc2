-- Compatibility: programs of before know one secret, and would go on making what belongs to it: stop them first.
--
-- The versions of the key behind ids and tokens. The secrets stand in the config alone; here is by what each is known again.
CREATE TABLE key_versions (
  version     integer PRIMARY KEY,
  -- Hash of the secret (src/bridge/keys.ts); null until a program with the config has seen this database.
  fingerprint text,
  -- plain: the secret is the key of everything. purpose: one key for each purpose.
  derivation  text NOT NULL CHECK (derivation IN ('plain', 'purpose')),
  -- leaked: somebody else may have the secret.
  state       text NOT NULL CHECK (state IN ('current', 'retired', 'leaked')),
  since       timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX key_versions_current ON key_versions (state) WHERE state = 'current';
-- What is here already was made with the secret itself.
INSERT INTO key_versions (version, derivation, state) SELECT 1, 'plain', 'current' WHERE EXISTS (SELECT FROM accounts);

-- The version that made what is derived once more at each try: the transaction id, the ENVID, the tokens of a mail.
ALTER TABLE matrix_sends ADD COLUMN key_version integer NOT NULL DEFAULT 1;
ALTER TABLE member_acts ADD COLUMN key_version integer NOT NULL DEFAULT 1;
-- Of a mail that is not frozen yet it says nothing.
ALTER TABLE outgoing ADD COLUMN key_version integer NOT NULL DEFAULT 1;
