-- Compatible with the version before, which says for members what they wrote.

-- Tokens of members that the homeserver did not take, by a keyed hash: each is told once to its owner.
CREATE TABLE refused_tokens (
  user_id text PRIMARY KEY,
  token   text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);
