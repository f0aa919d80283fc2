-- Compatibility: programs of before run beside this one. They write nothing of the new tables, so that a change of a team is seen by the new ones alone.

-- What a config last said of each account, also of one that it has no more.
CREATE TABLE account_identities (
  account   text PRIMARY KEY,
  -- The name under which its ids are derived (src/bridge/ids.ts): the key that it was first known by, whatever it is called now.
  id_name   text NOT NULL UNIQUE,
  -- Its login at the mailbox, and its address: by these an account is known again under another key. Null until a config has said them.
  imap_host text,
  imap_user text,
  address   text,
  name      text,
  language  text,
  seen_at   timestamptz NOT NULL DEFAULT now()
);
INSERT INTO account_identities (account, id_name) SELECT account, account FROM accounts;

-- In rooms of an account that nobody serves people were told so, since this moment: what they say meanwhile is mailed only where somebody says so.
ALTER TABLE account_service ADD COLUMN told_at timestamptz;

-- Who asked somebody into a room who was not of the account's team then: such a guest stays in it after they were. Null: they came as a member, or by
-- themselves, or nobody knows.
ALTER TABLE members ADD COLUMN guest_of text;

-- How often the team of an account has changed; an account without a row was never looked at.
CREATE TABLE teams (
  account text PRIMARY KEY,
  version integer NOT NULL DEFAULT 0,
  at      timestamptz NOT NULL DEFAULT now()
);

-- The team as the last config had it, and whoever was of it before.
CREATE TABLE team_members (
  account    text NOT NULL,
  user_id    text NOT NULL,
  name       text,
  -- waiting: taken out of the team, and asked about before they are taken out of its rooms. leaving: they are being taken out. former: nothing is left to do.
  standing   text NOT NULL CHECK (standing IN ('member', 'waiting', 'leaving', 'former')),
  -- The change of the team that made it so.
  version    integer NOT NULL DEFAULT 0,
  -- Conversations that were theirs and are nobody's now.
  given_back integer NOT NULL DEFAULT 0,
  -- False until the lobby was told what became of the change.
  told       boolean NOT NULL DEFAULT true,
  since      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, user_id)
);

-- What is to be done about a member in a room.
CREATE TABLE team_work (
  work    bigint GENERATED ALWAYS AS IDENTITY,
  account text NOT NULL,
  room    text NOT NULL,
  user_id text NOT NULL,
  -- lower, raise: their power level. remove: they leave the room. invite: they are asked in.
  step    text NOT NULL CHECK (step IN ('lower', 'raise', 'remove', 'invite')),
  -- trying: it may have been done. found: it was so already.
  state   text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'trying', 'done', 'found', 'refused')),
  tries   integer NOT NULL DEFAULT 0,
  reason  text,
  PRIMARY KEY (account, user_id, room, step)
);
CREATE INDEX team_work_open ON team_work (account, work) WHERE state IN ('waiting', 'trying');
