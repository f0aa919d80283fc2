-- Mail that waits for a person's yes: its sender failed the checks, or claimed an address of ours from outside.
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails ADD CONSTRAINT mails_state_check
  CHECK (state IN ('fetching', 'stored', 'oversize', 'held', 'decided', 'ignored', 'quarantined'));
-- Who accepted it after it was held.
ALTER TABLE mails ADD COLUMN released_by text;
CREATE INDEX mails_held ON mails (account, message) WHERE state = 'held';
COMMENT ON COLUMN matrix_sends.room IS 'With neither a thread nor a room, it is said in the account''s lobby.';
