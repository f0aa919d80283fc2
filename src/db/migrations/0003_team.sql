-- What a team does with its threads: claims, notes, recipients that people chose, lists.

-- Pictures of ghosts on the homeserver, by what they show: colour and initials.
CREATE TABLE avatars (
  avatar text PRIMARY KEY,
  mxc    text NOT NULL,
  at     timestamptz NOT NULL DEFAULT now()
);

-- Notes and recipients.
-- Messages that stay in their room: a Matrix thread that began on one stays inside too.
CREATE TABLE notes (
  event   text PRIMARY KEY,
  account text NOT NULL,
  thread  text REFERENCES threads,
  at      timestamptz NOT NULL DEFAULT now()
);
-- Whom people added to a thread's answers or took out of them; what its mails say by themselves is not repeated here. The key is
-- addressKey's. none: gets no more answers until they write again or somebody adds them.
CREATE TABLE thread_recipients (
  account     text NOT NULL REFERENCES accounts,
  thread      text NOT NULL REFERENCES threads,
  address_key text NOT NULL,
  address     text NOT NULL,
  name        text NOT NULL DEFAULT '',
  field       text NOT NULL CHECK (field IN ('to', 'cc', 'bcc', 'none')),
  decided_by  text NOT NULL,
  -- The mail of ours that quotes the whole thread for them; while it is null, the next mail to them does.
  quoted_in   text,
  at          timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (thread, address_key)
);
-- How people want the mails of a thread to be written.
CREATE TABLE thread_writing (
  thread       text PRIMARY KEY REFERENCES threads,
  account      text NOT NULL REFERENCES accounts,
  -- An own address of the account; null for its first.
  from_address text,
  subject      text,
  sender_only  boolean NOT NULL DEFAULT false
);
ALTER TABLE outgoing_recipients DROP CONSTRAINT outgoing_recipients_field_check;
ALTER TABLE outgoing_recipients ADD CONSTRAINT outgoing_recipients_field_check CHECK (field IN ('to', 'cc', 'bcc'));

-- New conversations.
-- A conversation that somebody begins by a command and is asked about: what they say next in that room answers.
CREATE TABLE compose_drafts (
  room    text NOT NULL,
  user_id text NOT NULL,
  account text,
  asked   text NOT NULL CHECK (asked IN ('account', 'to', 'subject')),
  draft   json NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (room, user_id)
);
-- Rooms that people made themselves and called the bot or ghosts into. asking: of which account is not said yet.
CREATE TABLE started_rooms (
  room     text PRIMARY KEY,
  by_user  text NOT NULL,
  account  text,
  language text NOT NULL DEFAULT 'en',
  state    text NOT NULL CHECK (state IN ('entering', 'asking', 'adopted', 'refused')),
  -- origin_server_ts of the first invitation: what was said before is not mailed.
  since    bigint NOT NULL,
  at       timestamptz NOT NULL DEFAULT now()
);
-- What bot and ghosts do about memberships, one row an act; carried out by the job of the same id.
CREATE TABLE member_acts (
  act     text PRIMARY KEY,
  account text,
  thread  text REFERENCES threads,
  room    text,
  kind    text NOT NULL CHECK (kind IN ('enter', 'refuse', 'join', 'remove', 'invite', 'first')),
  user_id text NOT NULL,
  name    text,
  -- What is said: why not, or the first mail of a conversation.
  said    text,
  at      timestamptz NOT NULL DEFAULT now()
);

-- Who has a thread, what it waits for, what is done. A thread that nobody has written to or worked on has no row.
CREATE TABLE thread_work (
  thread       text PRIMARY KEY REFERENCES threads,
  account      text NOT NULL REFERENCES accounts,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'snoozed', 'done')),
  -- Whose turn it is; nobody: no person has written yet.
  waiting      text NOT NULL DEFAULT 'nobody' CHECK (waiting IN ('us', 'them', 'nobody')),
  -- Since when it is their turn: of several mails without an answer, the first.
  since        timestamptz NOT NULL DEFAULT now(),
  claimed_by   text,
  claimed_at   timestamptz,
  -- The reaction that claimed it: taken back, it gives the thread back.
  claim_event  text,
  snooze_until timestamptz,
  snoozed_by   text,
  reminded_at  timestamptz,
  reminders    integer NOT NULL DEFAULT 0,
  done_at      timestamptz,
  done_by      text,
  done_event   text,
  -- User ids as JSON: who of the team was in the room when it was done, to be asked back.
  had          json NOT NULL DEFAULT '[]',
  archived_at  timestamptz,
  -- Grows with every change that its room shows; `shown` is what the room was last made to show, as JSON.
  version      integer NOT NULL DEFAULT 0,
  shown        json,
  changed_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX thread_work_open ON thread_work (account, waiting, since) WHERE state = 'open';
CREATE INDEX thread_work_claimed ON thread_work (account, claimed_by, since) WHERE state = 'open' AND claimed_by IS NOT NULL;
CREATE INDEX thread_work_snoozed ON thread_work (account, snooze_until) WHERE state = 'snoozed';
CREATE INDEX thread_work_done ON thread_work (account, done_at) WHERE state = 'done';
CREATE INDEX thread_work_changed ON thread_work (account, changed_at);

-- Messages that nearly repeat another one: not mailed until somebody says so.
CREATE TABLE asked_messages (
  event      text PRIMARY KEY,
  account    text NOT NULL,
  thread     text NOT NULL REFERENCES threads,
  author     text NOT NULL,
  -- The event's content as it stands now: an edit replaces it.
  content    json NOT NULL,
  -- The send of the notice that asks.
  notice     text NOT NULL,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'mailed', 'dropped')),
  decided_by text,
  at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX asked_messages_waiting ON asked_messages (thread) WHERE state = 'waiting';

-- The list of an account as one event in its lobby, edited in place.
CREATE TABLE desk_overviews (
  account    text PRIMARY KEY REFERENCES accounts,
  -- The room it stands in, null until that is made; the send of the first event, and how often it was edited.
  room       text,
  send       text NOT NULL,
  generation integer NOT NULL DEFAULT 0,
  edits      integer NOT NULL DEFAULT 0,
  content    text NOT NULL,
  -- Changes of threads up to here are in it.
  seen_at    timestamptz NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now()
);

-- Where each new conversation of an account is a line.
ALTER TABLE rooms DROP CONSTRAINT rooms_kind_check;
ALTER TABLE rooms ADD CONSTRAINT rooms_kind_check CHECK (kind IN ('space', 'thread', 'lobby', 'inbox'));
-- Which of the account's own rooms, where a send names neither a thread nor a room.
ALTER TABLE matrix_sends ADD COLUMN own text NOT NULL DEFAULT 'lobby' CHECK (own IN ('lobby', 'inbox'));

-- A person's quota of mails a day is used up: until then this one waits, and can be taken back.
ALTER TABLE outgoing ADD COLUMN not_before timestamptz;
CREATE INDEX outgoing_author ON outgoing (author, (coalesce(not_before, opened_at)));

-- Direct chats with the bot: rooms like the others, whose account is only the one that carries what is said there.
ALTER TABLE rooms DROP CONSTRAINT rooms_kind_check;
ALTER TABLE rooms ADD CONSTRAINT rooms_kind_check CHECK (kind IN ('space', 'thread', 'lobby', 'inbox', 'management'));
DROP INDEX rooms_account;
CREATE UNIQUE INDEX rooms_account ON rooms (account, kind, generation) WHERE kind NOT IN ('thread', 'management');

-- What people chose for themselves.
CREATE TABLE people (
  user_id  text PRIMARY KEY,
  language text NOT NULL CHECK (language IN ('en', 'de', 'fr')),
  at       timestamptz NOT NULL DEFAULT now()
);

-- How an account stands, as its moderators' room was last told; and how it stands now, and since when, where that is another.
CREATE TABLE account_told (
  account       text PRIMARY KEY REFERENCES accounts,
  told          text NOT NULL CHECK (told IN ('well', 'trouble', 'bad-credentials', 'stopped')),
  pending       text CHECK (pending IN ('well', 'trouble', 'bad-credentials', 'stopped')),
  pending_since timestamptz
);
-- Whose direct chats there are.
CREATE INDEX members_user ON members (user_id);
