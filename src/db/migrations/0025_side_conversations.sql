-- Compatible with the version before, which forwards nothing, and takes a side conversation for one of its own.

-- Conversations that were begun aside from another by forwarding a mail of it. Nobody of the one is brought into the other by a mail.
CREATE TABLE side_conversations (
  thread       text PRIMARY KEY REFERENCES threads,
  account      text NOT NULL REFERENCES accounts,
  first_thread text NOT NULL REFERENCES threads,
  -- The mail that its first mail forwards (messages.message); null for a part of another side conversation that has a room of its own.
  forwarded    text,
  -- The send that shows the forwarded mail in its room; the mail that holds its event carries the forwarded one.
  shown        text UNIQUE,
  -- The fact that asked for it: an event, or a request of an operator.
  of           text NOT NULL,
  -- Whether what comes is told in a Matrix thread of the first room as well.
  in_thread    boolean NOT NULL DEFAULT false,
  asked_by     text NOT NULL,
  at           timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX side_conversations_first ON side_conversations (first_thread);
-- The bytes of a mail that waits to be forwarded are kept.
CREATE INDEX side_conversations_forwarded ON side_conversations (forwarded);
-- What was asked for is found again by what asked for it.
CREATE INDEX side_conversations_of ON side_conversations (account, of);
