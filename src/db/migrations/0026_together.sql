-- Compatible with the version before, which knows no four_eyes: ask for them when no process of it is left.

-- Until when somebody wants a mail to wait, and what its author's quota said before (not_before is the later of both).
ALTER TABLE outgoing ADD COLUMN send_at timestamptz;
ALTER TABLE outgoing ADD COLUMN quota_before timestamptz;

-- Mails of ours that leave only with the yes of somebody who did not write them.
CREATE TABLE drafts (
  outgoing   text PRIMARY KEY REFERENCES outgoing,
  account    text NOT NULL REFERENCES accounts,
  -- account: it wants four eyes on every mail. writer: its author may write and not send.
  why        text NOT NULL CHECK (why IN ('account', 'writer')),
  -- How often it was shown, the send that showed it last, and the hash of what that one showed: null where it was
  -- changed since, or was never shown.
  version    integer NOT NULL DEFAULT 0,
  notice     text,
  shown      text,
  -- Who gave it its present words, where that is not its author.
  changed_by text
);

-- Who said yes to what. A yes to anything but what is shown counts for nothing.
CREATE TABLE draft_yeses (
  outgoing text NOT NULL REFERENCES drafts,
  -- The reaction: the yes goes with it.
  event    text NOT NULL,
  account  text NOT NULL REFERENCES accounts,
  by_user  text NOT NULL,
  hash     text NOT NULL,
  -- By the power that they have in a room that people made, and not by the config.
  by_power boolean NOT NULL DEFAULT false,
  at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (outgoing, event)
);
CREATE INDEX draft_yeses_event ON draft_yeses (event);
