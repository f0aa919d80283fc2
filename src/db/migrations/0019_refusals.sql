-- Compatible with the version before, which writes none of it.

-- What the homeserver refuses for good: to invite somebody, or a piece of a room's state. One row for each person and each
-- type of state, whatever the number of rooms.
CREATE TABLE homeserver_refusals (
  account text NOT NULL,
  kind    text NOT NULL CHECK (kind IN ('invite', 'state')),
  -- The person, or the type of state.
  subject text NOT NULL,
  -- Its word, such as M_INVITE_BLOCKED.
  code    text NOT NULL,
  -- Of the first refusal that people have not been told of yet, or were told of last.
  since   timestamptz NOT NULL DEFAULT now(),
  last_at timestamptz NOT NULL DEFAULT now(),
  told    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account, kind, subject)
);

-- Sends that were refused for good: dead, or said without their words.
COMMENT ON COLUMN matrix_sends.error IS
  'Why it was not sent; of one that was or will be: why a notice without its words stands in its place.';
CREATE INDEX matrix_sends_refused ON matrix_sends (account, at) WHERE error IS NOT NULL AND state <> 'withdrawn';
