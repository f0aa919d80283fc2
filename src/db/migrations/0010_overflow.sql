-- Compatible with the version before, which leaves a mail that waits in an overflow room alone.

-- overflow: shown when a member lets it in. The rows are not looked at: none has the new state, and all had one of the old ones.
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails ADD CONSTRAINT mails_state_check
  CHECK (state IN ('fetching', 'stored', 'oversize', 'held', 'overflow', 'decided', 'ignored', 'quarantined')) NOT VALID;
-- Who let it in.
ALTER TABLE mails ADD COLUMN let_in_by text;
CREATE INDEX mails_overflow ON mails (account, mail) WHERE state = 'overflow';

-- Whether fetching stands still for want of room, for all processes: one row each of what is full, and what was told of it.
CREATE TABLE full_stores (
  store text PRIMARY KEY CHECK (store IN ('database', 'disk')),
  since timestamptz NOT NULL DEFAULT now()
);
