-- Compatible with the version before, which knows no guests, and takes their rooms for conversations that nobody gets.

-- Rooms whose people by mail are guests: what is said there is gathered for them (guest_messages) and is no mail of the
-- account as an answer of its team is.
CREATE TABLE guest_rooms (
  thread     text PRIMARY KEY REFERENCES threads,
  account    text NOT NULL REFERENCES accounts,
  opened_by  text NOT NULL,
  -- What the room says instead of the config; null for what that says.
  consent    text CHECK (consent IN ('answer', 'invitation')),
  delivery   text CHECK (delivery IN ('now', 'hourly', 'daily')),
  -- Whether guests may write here whose senders nobody checks.
  unverified boolean NOT NULL DEFAULT false,
  -- Said already: that what is said here leaves by mail.
  warned     boolean NOT NULL DEFAULT false,
  at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX guest_rooms_account ON guest_rooms (account);

-- What somebody wants of all rooms of this Mailroom: by a keyed hash of their address, so that a stop outlives an erasure.
CREATE TABLE guest_people (
  person     text PRIMARY KEY,
  account    text NOT NULL REFERENCES accounts,
  -- When they answered an invitation for the first time.
  consented_at timestamptz,
  stopped_at timestamptz,
  stopped_by text CHECK (stopped_by IN ('mail', 'click')),
  paused_at  timestamptz,
  delivery   text CHECK (delivery IN ('now', 'hourly', 'daily'))
);

CREATE TABLE guests (
  -- Keyed hash of thread and address; what stands in links is made of it.
  guest       text PRIMARY KEY,
  account     text NOT NULL REFERENCES accounts,
  thread      text NOT NULL REFERENCES guest_rooms,
  address_key text NOT NULL,
  address     text NOT NULL,
  name        text NOT NULL DEFAULT '',
  -- guest_people; a row there only where they have said something.
  person      text NOT NULL,
  -- invited: they have the welcome mail and nothing else. active: they get what is said. stopped: by themselves.
  -- removed: by the room. failed: their mail server refused the welcome.
  state       text NOT NULL CHECK (state IN ('invited', 'active', 'stopped', 'removed', 'failed')),
  invited_by  text NOT NULL,
  invited_at  timestamptz NOT NULL DEFAULT now(),
  -- How many of the last messages before they came whoever invited them wants them to get.
  last_asked  integer NOT NULL DEFAULT 0,
  -- They get what stands behind this entry of guest_messages; null until they are active.
  since       bigint,
  -- The welcome mail (notices), by which a bounce of it is known.
  welcome     text,
  UNIQUE (thread, address_key)
);
CREATE INDEX guests_address ON guests (account, address_key);
CREATE INDEX guests_person ON guests (person);
CREATE INDEX guests_welcome ON guests (welcome) WHERE welcome IS NOT NULL;

-- Each invitation, for the bounds on them.
CREATE TABLE guest_invitations (
  invitation bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account    text NOT NULL REFERENCES accounts,
  by_user    text NOT NULL,
  person     text NOT NULL,
  at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX guest_invitations_at ON guest_invitations (account, at);

-- What happened in a room of guests, in order: written in the transaction that decides the event or the mail, under the
-- lock of its row of guest_rooms, so that whoever has read up to an entry misses none before it.
CREATE TABLE guest_messages (
  entry      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account    text NOT NULL REFERENCES accounts,
  thread     text NOT NULL REFERENCES guest_rooms,
  -- said: an event of somebody in the room. mail: a mail of a guest. edit, redact: of an event that was said.
  kind       text NOT NULL CHECK (kind IN ('said', 'mail', 'edit', 'redact')),
  event      text UNIQUE,
  of         text,
  message    text UNIQUE,
  author     text NOT NULL,
  -- The guest whose mail it is: they do not get it back.
  guest      text,
  at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX guest_messages_thread ON guest_messages (thread, entry);
CREATE INDEX guest_messages_of ON guest_messages (thread, of) WHERE of IS NOT NULL;
