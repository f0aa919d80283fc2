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
  at       timestamptz NOT NULL DEFAULT now()
);
-- What bot and ghosts do about memberships, one row an act; carried out by the job of the same id.
CREATE TABLE member_acts (
  act     text PRIMARY KEY,
  account text,
  thread  text REFERENCES threads,
  room    text,
  kind    text NOT NULL CHECK (kind IN ('enter', 'refuse', 'join', 'remove', 'invite')),
  user_id text NOT NULL,
  name    text,
  reason  text,
  at      timestamptz NOT NULL DEFAULT now()
);
