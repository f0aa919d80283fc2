-- Compatible with the version before, which writes none of it and touches no mailbox.

-- How far somebody of a team has read a room of an account whose mailbox follows: the event of their last read receipt, or what they said there last.
CREATE TABLE read_receipts (
  room    text NOT NULL,
  user_id text NOT NULL,
  -- The first event of the Matrix thread that it is about; '' for the room itself.
  root    text NOT NULL DEFAULT '',
  account text NOT NULL,
  event   text NOT NULL,
  -- Whether the homeserver pushed a receipt; else they said something.
  pushed  boolean NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (room, user_id, root)
);

-- What is to be done in the mailbox with a mail that stands in a room.
CREATE TABLE mailbox_acts (
  act         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account     text NOT NULL,
  mail        bigint NOT NULL REFERENCES mails ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('seen', 'archive')),
  -- Of archive: the conversation that is done.
  thread      text,
  -- trying: it may have been done. found: it was so already. gone: the mailbox has the mail no more. refused: the mailbox does not let us.
  -- dropped: the conversation was opened again before.
  state       text NOT NULL DEFAULT 'waiting'
              CHECK (state IN ('waiting', 'trying', 'done', 'found', 'gone', 'refused', 'dropped')),
  -- Of archive: moved to a mailbox, or flagged where it stays.
  how         text CHECK (how IN ('moved', 'flagged')),
  moved_to    text,
  -- Not before this: what is done by mistake can be taken back until then.
  due_at      timestamptz NOT NULL DEFAULT now(),
  at          timestamptz NOT NULL DEFAULT now(),
  UNIQUE (mail, kind)
);
CREATE INDEX mailbox_acts_open ON mailbox_acts (account, kind, act) WHERE state IN ('waiting', 'trying');

-- The mails of an account that follows, as their mailbox was last seen to have them.
CREATE TABLE mailbox_standing (
  mail    bigint PRIMARY KEY REFERENCES mails ON DELETE CASCADE,
  account text NOT NULL,
  seen    boolean NOT NULL,
  deleted boolean NOT NULL,
  gone_at timestamptz
);

-- What was seen to change in a mailbox, by whomever; each of a mail once.
CREATE TABLE mailbox_changes (
  change  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  mail    bigint NOT NULL REFERENCES mails ON DELETE CASCADE,
  kind    text NOT NULL CHECK (kind IN ('read', 'deleted', 'gone')),
  at      timestamptz NOT NULL DEFAULT now(),
  -- False until it was decided what the rooms are told of it.
  told    boolean NOT NULL DEFAULT false,
  UNIQUE (mail, kind)
);
CREATE INDEX mailbox_changes_untold ON mailbox_changes (account, change) WHERE NOT told;

-- The copies of a message.
CREATE INDEX mails_message ON mails (message) WHERE message IS NOT NULL;
