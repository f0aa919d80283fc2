-- Compatible with the version before, which purges what it always purged and knows neither holds nor erasures: order
-- none while a process of it is left.

-- Legal holds: of these nothing is purged and nothing erased until somebody releases them.
CREATE TABLE holds (
  hold        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('account', 'thread', 'address')),
  -- The key of an account, a thread, or an address as addressKey has it.
  subject     text NOT NULL,
  reason      text NOT NULL DEFAULT '',
  by_whom     text NOT NULL,
  at          timestamptz NOT NULL DEFAULT now(),
  released_by text,
  released_at timestamptz
);
CREATE UNIQUE INDEX holds_open ON holds (kind, subject) WHERE released_at IS NULL;

-- What was asked to be erased, and how far that is. Each step can be done again.
CREATE TABLE erasures (
  erasure      text PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('address', 'thread')),
  -- What is erased; null once it is: what stays is its keyed hash.
  subject      text,
  subject_hash text NOT NULL,
  -- Whether also what the address writes from now on is kept out.
  for_good     boolean NOT NULL DEFAULT false,
  step         text NOT NULL DEFAULT 'rows' CHECK (step IN ('rows', 'late', 'rooms', 'names', 'done')),
  -- What was done, as JSON of counts.
  counts       json NOT NULL DEFAULT '{}',
  by_whom      text NOT NULL,
  at           timestamptz NOT NULL DEFAULT now(),
  done_at      timestamptz
);

-- By what an erased mail, and a mail of an erased address, is known again: keyed hashes.
CREATE TABLE erased (
  account text NOT NULL,
  hash    text NOT NULL,
  kind    text NOT NULL CHECK (kind IN ('id', 'bytes', 'address')),
  -- Of an address: what was delivered before stays out.
  before  timestamptz,
  erasure text NOT NULL REFERENCES erasures,
  PRIMARY KEY (account, hash)
);

-- What is to be taken from the homeserver. Refused: it does not let us.
CREATE TABLE removals (
  removal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  -- Null: its time was over.
  erasure text REFERENCES erasures,
  kind    text NOT NULL CHECK (kind IN ('event', 'media', 'room', 'ghost')),
  -- An event, a media id, a room of which all is taken that somebody said (whom: a user; null: everybody), a user.
  subject text NOT NULL,
  room    text,
  whom    text,
  -- How far a room is read.
  read_to text,
  state   text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused')),
  reason  text,
  at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (kind, subject, whom)
);
CREATE INDEX removals_waiting ON removals (removal) WHERE state = 'waiting';

-- Whether the words were taken out, because their time was over or by an erasure.
ALTER TABLE messages ADD COLUMN bare boolean NOT NULL DEFAULT false;
ALTER TABLE matrix_sends ADD COLUMN bare boolean NOT NULL DEFAULT false;
ALTER TABLE outgoing_events ADD COLUMN bare boolean NOT NULL DEFAULT false;
ALTER TABLE import_mails ADD COLUMN bare boolean NOT NULL DEFAULT false;
-- The erasure that took it.
ALTER TABLE messages ADD COLUMN erasure text REFERENCES erasures;
ALTER TABLE threads ADD COLUMN erasure text REFERENCES erasures;

-- Whether the event was asked to be redacted, its time being over.
ALTER TABLE matrix_sends ADD COLUMN redacted boolean NOT NULL DEFAULT false;
ALTER TABLE outgoing_events ADD COLUMN redacted boolean NOT NULL DEFAULT false;
-- What is old is found by its age: the rows lie in that order.
CREATE INDEX import_mails_mail ON import_mails (mail) WHERE mail IS NOT NULL;
CREATE INDEX matrix_sends_at ON matrix_sends USING brin (at);
