-- Compatibility: programs of before run beside this one. They serve their accounts unseen: those count as unserved meanwhile.

-- The accounts that a process serves, beside its sign of life.
ALTER TABLE processes ADD COLUMN accounts text[] NOT NULL DEFAULT '{}';
-- Who is served: an account that was served before stays here when no process knows it any more.
CREATE TABLE account_service (
  account       text PRIMARY KEY,
  -- When a process that serves it last began or ended; the signs of life in `processes` tell what came after.
  served_at     timestamptz NOT NULL DEFAULT now(),
  -- The last time that it was unserved, and came back: what people had said before is mailed only where somebody says so.
  returned_from timestamptz,
  returned_at   timestamptz,
  -- False until what had waited by then was put aside.
  return_noted  boolean NOT NULL DEFAULT true
);
INSERT INTO account_service (account) SELECT account FROM accounts;

-- Jobs that a process works on: no other works on the same key, whichever of its jobs is the first.
CREATE INDEX jobs_held ON jobs (queue, key) WHERE owner IS NOT NULL AND state = 'ready';

-- What was mended for a send, as `what room`: the same refusal a second time is for good.
ALTER TABLE matrix_sends ADD COLUMN repaired text[] NOT NULL DEFAULT '{}';

-- Mails of ours that waited while nobody served their account: mailed only where somebody says so.
CREATE TABLE returned_mails (
  outgoing   text PRIMARY KEY REFERENCES outgoing,
  account    text NOT NULL,
  -- Since when nobody had served it.
  since      timestamptz NOT NULL,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'released', 'cancelled')),
  decided_by text,
  at         timestamptz NOT NULL DEFAULT now()
);

-- What became of each attempt at the relay, one row a recipient.
CREATE TABLE outgoing_attempts (
  outgoing text NOT NULL REFERENCES outgoing,
  attempt  integer NOT NULL,
  address  text NOT NULL,
  account  text NOT NULL,
  at       timestamptz NOT NULL DEFAULT now(),
  -- not-sent: nothing was handed over. unknown: it may have been sent.
  outcome  text NOT NULL CHECK (outcome IN ('accepted', 'deferred', 'refused', 'not-sent', 'unknown')),
  code     integer,
  -- RFC 3463.
  enhanced text,
  words    text NOT NULL,
  PRIMARY KEY (outgoing, attempt, address)
);
