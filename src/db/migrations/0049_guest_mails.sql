-- Compatible with the version before, which makes no mails for guests: what is said meanwhile is made into mails later.

-- Up to where a guest has been told what was said (guest_messages), whatever guests.since says before that.
CREATE TABLE guest_progress (
  guest   text PRIMARY KEY,
  account text NOT NULL REFERENCES accounts,
  read_to bigint NOT NULL
);

-- Mails made of what was said, each for one guest; the mail itself stands in outgoing, as every mail of ours. Made with
-- its row there; told: up to which entry, once its bytes are fixed.
CREATE TABLE guest_mails (
  outgoing text PRIMARY KEY REFERENCES outgoing,
  account  text NOT NULL REFERENCES accounts,
  guest    text NOT NULL,
  thread   text NOT NULL REFERENCES threads,
  -- The Matrix thread that it is of, by its first event; null for the room, and for several together.
  root     text,
  -- The last of what it tells: an answer to the mail answers that.
  event    text,
  at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX guest_mails_guest ON guest_mails (guest, at);
CREATE INDEX guest_mails_thread ON guest_mails (thread);
