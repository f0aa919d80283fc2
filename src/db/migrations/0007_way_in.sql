-- A refused login is tried again after pauses that grow; 'infinity': not until the login changes or somebody asks.
ALTER TABLE accounts
  ADD COLUMN login_tried_at timestamptz,
  ADD COLUMN login_retry_at timestamptz,
  -- Mailboxes that could not be opened at the last look, or whose mail the server does not announce.
  ADD COLUMN troubled_mailboxes text[] NOT NULL DEFAULT '{}';

UPDATE accounts SET login_tried_at = now(), login_retry_at = now() WHERE login_failures > 0;

-- What people are told apart: also a mailbox that is reached while one of its folders is not read.
ALTER TABLE account_told
  DROP CONSTRAINT account_told_told_check,
  DROP CONSTRAINT account_told_pending_check,
  ADD CONSTRAINT account_told_told_check
    CHECK (told IN ('well', 'trouble', 'unread', 'unannounced', 'bad-credentials', 'stopped')),
  ADD CONSTRAINT account_told_pending_check
    CHECK (pending IN ('well', 'trouble', 'unread', 'unannounced', 'bad-credentials', 'stopped'));

-- What the envelope says of a mail that the server does not hand over, its number in quarantine, and whether its
-- account's people were told of it.
ALTER TABLE open_uids
  ADD COLUMN item bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN since timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN sender text,
  ADD COLUMN subject text,
  ADD COLUMN told boolean NOT NULL DEFAULT false;
