-- Compatible with the version before, which lets in old mail that waits together with what waits in an overflow room, and goes on inviting
-- everybody.

-- Old mail waits like what is more than strangers may begin: state overflow, with a reason that begins with "old".
-- Whether it was let in without a sound: no invitation, no notification, no line in the inbox.
ALTER TABLE mails ADD COLUMN quiet boolean NOT NULL DEFAULT false;
CREATE INDEX mails_old ON mails (account, mail) INCLUDE (internal_date) WHERE state = 'overflow' AND reason LIKE 'old%';
CREATE INDEX mails_left ON mails (account) WHERE state = 'ignored' AND reason LIKE 'old%';
CREATE INDEX mails_stored ON mails (account, stored_at);

-- Whether all that a conversation has came in without a sound: nobody is invited to its room.
ALTER TABLE threads ADD COLUMN quiet boolean NOT NULL DEFAULT false;

-- What the lobby was last told of the old mail that waits: one notice, edited while the number grows.
CREATE TABLE old_mail_notices (
  account    text PRIMARY KEY REFERENCES accounts,
  send       text NOT NULL,
  -- Grows with each notice; a new one begins where the one before was decided.
  generation integer NOT NULL,
  edits      integer NOT NULL,
  content    text NOT NULL,
  -- Whether it asks for a decision.
  open       boolean NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now()
);

-- Whether somebody has declined an invitation to a room: they are not asked in again on news until they have been there.
ALTER TABLE members ADD COLUMN stays_out boolean NOT NULL DEFAULT false;
-- Since when the people of an account enter rooms only when they want to, because it makes so many; null for not yet.
ALTER TABLE accounts ADD COLUMN crowded_since timestamptz;
