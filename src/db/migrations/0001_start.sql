-- Compatibility: the first schema; no earlier program has one.
--
-- Every timestamp is the database's clock. Every table that grows carries its account. Message-IDs can be of any length
-- and are looked up by a hash, since a btree row holds at most 2,704 bytes.

CREATE TABLE accounts (
  account           text PRIMARY KEY,
  -- The lease: who works on this account, until when; the epoch grows with each change of hands and fences the loser.
  owner             uuid,
  epoch             bigint NOT NULL DEFAULT 0,
  lease_until       timestamptz,
  -- Mail that is unknown and older than this is never relayed.
  started_at        timestamptz NOT NULL DEFAULT now(),
  state             text NOT NULL DEFAULT 'stopped'
                    CHECK (state IN ('stopped', 'connecting', 'catching-up', 'connected', 'transient', 'bad-credentials')),
  state_since       timestamptz NOT NULL DEFAULT now(),
  state_reason      text,
  login_failures    integer NOT NULL DEFAULT 0,
  -- Keyed hash of the login that was refused: a changed login starts anew.
  login_fingerprint text,
  last_mail_at      timestamptz
);

CREATE TABLE mailboxes (
  account        text NOT NULL REFERENCES accounts,
  mailbox        text NOT NULL,
  role           text NOT NULL CHECK (role IN ('watched', 'sent')),
  uidvalidity    bigint NOT NULL,
  -- The cursor: everything below is stored, open or known to be of no interest.
  next_uid       bigint NOT NULL,
  skipped        bigint NOT NULL DEFAULT 0,
  checked_at     timestamptz,
  PRIMARY KEY (account, mailbox)
);

-- UIDs below the cursor that gave no body yet; fetched again until they are expunged.
CREATE TABLE open_uids (
  account     text NOT NULL,
  mailbox     text NOT NULL,
  uidvalidity bigint NOT NULL,
  uid         bigint NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  retry_at    timestamptz NOT NULL DEFAULT now(),
  reason      text NOT NULL,
  PRIMARY KEY (account, mailbox, uidvalidity, uid)
);

CREATE TABLE mails (
  mail          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account       text NOT NULL REFERENCES accounts,
  mailbox       text NOT NULL,
  role          text NOT NULL CHECK (role IN ('watched', 'sent')),
  uidvalidity   bigint NOT NULL,
  uid           bigint NOT NULL,
  -- RFC822.SIZE as the server says; some servers count otherwise than they deliver.
  size          bigint NOT NULL,
  internal_date timestamptz,
  email_id      text,
  -- As the server's envelope gives them, for matching after a changed UIDVALIDITY.
  message_id    text,
  header_date   timestamptz,
  sha256        bytea,
  -- fetching: chunks arrive, the cursor has not passed. stored: complete, its job waits. oversize: only the header is here.
  -- held: a person of the account says whether it is shown.
  state         text NOT NULL CHECK (state IN ('fetching', 'stored', 'oversize', 'held', 'decided', 'ignored', 'quarantined')),
  reason        text,
  message       text,
  -- Who accepted it after it was held.
  released_by   text,
  stored_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account, mailbox, uidvalidity, uid)
);
CREATE INDEX mails_email_id ON mails (account, email_id) WHERE email_id IS NOT NULL;
CREATE INDEX mails_message_id ON mails (account, md5(message_id)) WHERE message_id IS NOT NULL;
CREATE INDEX mails_held ON mails (account, message) WHERE state = 'held';
CREATE INDEX mails_quarantined ON mails (account, mail) WHERE state = 'quarantined';

CREATE TABLE mail_chunks (
  mail    bigint NOT NULL REFERENCES mails ON DELETE CASCADE,
  seq     integer NOT NULL,
  account text NOT NULL,
  bytes   bytea NOT NULL,
  PRIMARY KEY (mail, seq)
);
-- Mail is mostly base64 already; compressing it costs more than it saves.
ALTER TABLE mail_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE threads (
  thread      text PRIMARY KEY,
  account     text NOT NULL REFERENCES accounts,
  subject     text NOT NULL,
  opened_at   timestamptz NOT NULL DEFAULT now(),
  opened_by   text NOT NULL,
  last_at     timestamptz NOT NULL DEFAULT now(),
  -- The recipients that the room was last told of, so that only a change is told again.
  told        json
);
CREATE INDEX threads_account ON threads (account, last_at);

-- Every Message-ID that a thread is known by: its messages', and every id they refer to.
CREATE TABLE thread_ids (
  account    text NOT NULL,
  id_hash    bytea NOT NULL,
  thread     text NOT NULL REFERENCES threads,
  message_id text NOT NULL,
  -- message: we hold the mail. reference: a mail that we hold names it.
  kind       text NOT NULL CHECK (kind IN ('message', 'reference')),
  PRIMARY KEY (account, id_hash, thread)
);

CREATE TABLE messages (
  message      text PRIMARY KEY,
  account      text NOT NULL REFERENCES accounts,
  thread       text NOT NULL REFERENCES threads,
  -- in: from outside. out: ours, by Mailroom. colleague: ours, from a mail program, found in Sent.
  direction    text NOT NULL CHECK (direction IN ('in', 'out', 'colleague')),
  seq          bigint GENERATED ALWAYS AS IDENTITY,
  message_id   text NOT NULL,
  id_hash      bytea NOT NULL,
  content_hash text NOT NULL,
  mail         bigint REFERENCES mails,
  outgoing     text,
  -- MessageFacts as JSON: people, subject, references, date, decision.
  facts        json NOT NULL,
  at           timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX messages_thread ON messages (thread, seq);
CREATE INDEX messages_id ON messages (account, id_hash);

-- The newest version of each event that a mail invited to, so that the next one can say what changed.
CREATE TABLE calendar_events (
  account text NOT NULL REFERENCES accounts,
  -- Hash of UID, occurrence and organiser: a UID has no bound, and only the organiser changes an event (RFC 5546).
  event   bytea NOT NULL,
  -- CalendarCard as JSON.
  card    json NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, event)
);

CREATE TABLE rooms (
  room        text PRIMARY KEY,
  account     text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('space', 'thread', 'lobby')),
  thread      text REFERENCES threads,
  alias       text NOT NULL,
  -- making: found or created, state not yet complete. active. gone: banned, closed or lost; a successor is made when needed.
  state       text NOT NULL DEFAULT 'making' CHECK (state IN ('making', 'active', 'replaced', 'gone')),
  generation  integer NOT NULL DEFAULT 0,
  successor   text,
  last_event  text,
  last_event_at timestamptz,
  invited     json,
  at          timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX rooms_thread ON rooms (thread, generation) WHERE kind = 'thread';
CREATE UNIQUE INDEX rooms_account ON rooms (account, kind, generation) WHERE kind <> 'thread';
CREATE INDEX rooms_alias ON rooms (alias);

CREATE TABLE ghosts (
  user_id     text PRIMARY KEY,
  address     text NOT NULL,
  name        text NOT NULL DEFAULT '',
  -- The device with which the homeserver keeps transaction ids in its database; null until it is made.
  device      text,
  registered_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE members (
  room       text NOT NULL,
  user_id    text NOT NULL,
  account    text NOT NULL,
  membership text NOT NULL,
  name       text,
  PRIMARY KEY (room, user_id)
);

-- What the homeserver pushed. The body is kept as it came: jsonb and text refuse U+0000.
CREATE TABLE events (
  event       text PRIMARY KEY,
  room        text NOT NULL,
  account     text,
  type        text NOT NULL,
  sender      text NOT NULL,
  body        bytea NOT NULL,
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'ignored', 'quarantined')),
  reason      text,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX events_room ON events (room, received_at);

CREATE TABLE transactions (
  transaction bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  txn         text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  events      integer NOT NULL,
  -- The ids fell here: the rooms are still to be read back to what was known before.
  fallen      boolean NOT NULL DEFAULT false
);
CREATE INDEX transactions_received ON transactions (received_at);

-- What was pushed and could not be read; kept and shown.
CREATE TABLE poison (
  poison      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  txn         text,
  reason      text NOT NULL,
  body        bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);

-- What we owe the homeserver: one row an event, its transaction id and content fixed before the first try.
CREATE TABLE matrix_sends (
  send       text PRIMARY KEY,
  account    text NOT NULL,
  -- The room: of a thread, which may not exist yet, or by its id; with neither, the account's lobby.
  thread     text REFERENCES threads,
  room       text,
  message    text,
  outgoing   text,
  position   integer NOT NULL DEFAULT 0,
  sender     text NOT NULL,
  sender_name text,
  kind       text NOT NULL CHECK (kind IN ('event', 'redaction')),
  type       text NOT NULL,
  content    json NOT NULL,
  -- SendFile[] as JSON: which files of which mail are uploaded first, and where in the content their address goes.
  files      json NOT NULL DEFAULT '[]',
  -- Another send whose event this one replies to, replaces or redacts.
  target     text,
  ts         bigint,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead', 'withdrawn')),
  event      text,
  error      text,
  at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX matrix_sends_event ON matrix_sends (event) WHERE event IS NOT NULL;
CREATE INDEX matrix_sends_message ON matrix_sends (message, position);
CREATE INDEX matrix_sends_outgoing ON matrix_sends (outgoing) WHERE outgoing IS NOT NULL;

CREATE TABLE media (
  account text NOT NULL,
  sha256  text NOT NULL,
  -- Fixed before the bytes leave, so that a retry repeats it.
  mxc     text NOT NULL,
  size    bigint NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  uploaded_at timestamptz,
  PRIMARY KEY (account, sha256)
);

-- Mails of ours: one row a mail, open while it can still be changed, then frozen bytes.
CREATE TABLE outgoing (
  outgoing    text PRIMARY KEY,
  account     text NOT NULL REFERENCES accounts,
  thread      text NOT NULL REFERENCES threads,
  room        text NOT NULL,
  author      text NOT NULL,
  state       text NOT NULL DEFAULT 'open'
              CHECK (state IN ('open', 'closed', 'frozen', 'trying', 'deferred', 'sent', 'failed', 'unknown', 'cancelled')),
  recipients  json NOT NULL,
  message_id  text NOT NULL,
  opened_at   timestamptz NOT NULL DEFAULT now(),
  send_after  timestamptz NOT NULL,
  send_by     timestamptz NOT NULL,
  -- Frozen together: envelope sender, size, and the bytes in outgoing_chunks.
  envelope_from text,
  size        bigint,
  frozen_at   timestamptz,
  attempts    integer NOT NULL DEFAULT 0,
  trying_since timestamptz,
  resent      boolean NOT NULL DEFAULT false,
  reason      text,
  copied_at   timestamptz,
  -- What the room shows on its events, and how often that changed.
  sign        text,
  sign_changes integer NOT NULL DEFAULT 0,
  settled_at  timestamptz
);
-- One open mail an author and room: what they say within the hold joins it.
CREATE UNIQUE INDEX outgoing_open ON outgoing (room, author) WHERE state = 'open';
CREATE INDEX outgoing_thread ON outgoing (thread);
CREATE INDEX outgoing_message_id ON outgoing (account, md5(message_id));

CREATE TABLE outgoing_events (
  event    text PRIMARY KEY,
  account  text NOT NULL,
  outgoing text NOT NULL REFERENCES outgoing,
  position integer NOT NULL,
  -- The message's content as it stands now: an edit within the hold replaces it.
  content  json NOT NULL,
  reply_to text,
  sent_at  timestamptz NOT NULL,
  state    text NOT NULL DEFAULT 'in' CHECK (state IN ('in', 'withdrawn'))
);
CREATE INDEX outgoing_events_outgoing ON outgoing_events (outgoing, position);

CREATE TABLE outgoing_chunks (
  outgoing text NOT NULL REFERENCES outgoing,
  seq      integer NOT NULL,
  account  text NOT NULL,
  bytes    bytea NOT NULL,
  PRIMARY KEY (outgoing, seq)
);
ALTER TABLE outgoing_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE outgoing_recipients (
  outgoing text NOT NULL REFERENCES outgoing,
  address  text NOT NULL,
  account  text NOT NULL,
  field    text NOT NULL CHECK (field IN ('to', 'cc')),
  state    text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'deferred', 'refused')),
  code     integer,
  response text,
  at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (outgoing, address)
);

-- Signs of life: what a process holds is free for others when its row has run out or is gone.
CREATE TABLE processes (
  owner       uuid PRIMARY KEY,
  alive_until timestamptz NOT NULL
);

-- Work. A row is deleted when it is done; quarantined rows stay, block nobody, and can be retried.
CREATE TABLE jobs (
  job         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account     text,
  queue       text NOT NULL,
  -- Jobs of one queue and key run in order of their number, one holder at a time.
  key         text NOT NULL,
  -- What the job is about, in the words of its queue.
  subject     text NOT NULL,
  state       text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'quarantined')),
  run_at      timestamptz NOT NULL DEFAULT now(),
  attempts    integer NOT NULL DEFAULT 0,
  -- Tries that ended in an unexpected error; a server that is away does not count.
  failures    integer NOT NULL DEFAULT 0,
  -- The process that works on it, see processes; it may be dead.
  owner       uuid,
  error       text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (queue, subject)
);
CREATE INDEX jobs_heads ON jobs (queue, key, job) WHERE state = 'ready';
CREATE INDEX jobs_quarantined ON jobs (queue, job) WHERE state = 'quarantined';
