-- Compatible with the version before, which shows nothing of old mail and leaves it alone.

-- importing: its bytes are here alone, since it stands in no room yet, or was set aside. imported: it stands in one, or
-- another copy of it does.
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails ADD CONSTRAINT mails_state_check
  CHECK (state IN ('fetching', 'stored', 'oversize', 'held', 'overflow', 'decided', 'ignored', 'quarantined',
    'importing', 'imported')) NOT VALID;

-- Nobody but the bot speaks there: it was filled from old mail, and no new mail has come.
ALTER TABLE rooms ADD COLUMN read_only boolean NOT NULL DEFAULT false;

-- Old mail that is brought in: one row for the same sources with the same options.
CREATE TABLE imports (
  import      text PRIMARY KEY,
  account     text NOT NULL REFERENCES accounts,
  sources     json NOT NULL,
  grouping    text NOT NULL CHECK (grouping IN ('thread', 'folder', 'list')),
  attachments text NOT NULL CHECK (attachments IN ('none', 'small', 'all')),
  -- Of the key that makes the ids of what is sent for it.
  key_version integer NOT NULL,
  -- Grows with each time that it is begun again after it was done.
  run         integer NOT NULL DEFAULT 1,
  read_at     timestamptz,
  done_at     timestamptz,
  -- Whether the homeserver takes the time of a mail for its event; null until it was asked.
  takes_times boolean,
  -- Files that are no mail, by why: JSON.
  passed      json NOT NULL DEFAULT '[]',
  started_at  timestamptz NOT NULL DEFAULT now()
);

-- A room of an import.
CREATE TABLE import_units (
  thread   text PRIMARY KEY REFERENCES threads,
  import   text NOT NULL REFERENCES imports,
  account  text NOT NULL,
  kind     text NOT NULL CHECK (kind IN ('space', 'thread', 'folder', 'list')),
  name     text NOT NULL,
  -- Of its oldest mail; null where none has one.
  first_at timestamptz,
  state    text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'filling', 'filled'))
);
CREATE INDEX import_units_open ON import_units (import, first_at) WHERE state <> 'filled' AND kind <> 'space';

-- Every mail that was found, whatever became of it.
CREATE TABLE import_mails (
  import       text NOT NULL REFERENCES imports,
  ordinal      integer NOT NULL,
  account      text NOT NULL,
  -- Where it lies, as people are told; two places can be told alike.
  place        text NOT NULL,
  place_hash   bytea NOT NULL,
  folder       text NOT NULL DEFAULT '',
  size         bigint NOT NULL,
  sha256       bytea,
  -- The row of its bytes; null where they are not kept.
  mail         bigint REFERENCES mails,
  -- What its thread is found by (ids, people), JSON.
  facts        json,
  list         text,
  -- When it was written, and by what that is known (docs/archive.md).
  at           timestamptz,
  dated        text CHECK (dated IN ('date', 'received', 'delivered', 'none')),
  odd_date     text CHECK (odd_date IN ('missing', 'unreadable', 'future')),
  state        text NOT NULL CHECK (state IN ('waiting', 'imported', 'there', 'merged', 'aside', 'damaged')),
  reason       text,
  -- The mail of this import with the same bytes.
  copy_of      integer,
  -- Known once it was read wholly.
  id_hash      bytea,
  content_hash text,
  words_hash   text,
  thread       text REFERENCES threads,
  -- The oldest mail of its conversation, where a room holds several.
  conversation integer,
  -- Its first event in the room.
  event        text,
  -- The runs in which it was found first and last.
  run          integer NOT NULL,
  seen         integer NOT NULL,
  PRIMARY KEY (import, ordinal)
);
CREATE INDEX import_mails_place ON import_mails (import, place_hash);
CREATE INDEX import_mails_bytes ON import_mails (import, sha256);
CREATE INDEX import_mails_thread ON import_mails (thread, at, ordinal);
CREATE INDEX import_mails_id ON import_mails (account, id_hash) WHERE state = 'imported';
