-- Compatible with the version before, which neither reads nor writes the new columns: what it opens meanwhile is numbered by the default. A mail that it
-- marked and did not settle is taken for perhaps sent to everybody who is owed it, as before.

-- The order in which the mails of a conversation were said, whatever the clock does: mails of one conversation leave in it. Null: opened before it was
-- counted, and settled then. No row is rewritten; only what is on its way gets a number.
ALTER TABLE outgoing ADD COLUMN said bigint;
CREATE SEQUENCE outgoing_said OWNED BY outgoing.said;
UPDATE outgoing o SET said = waiting.number FROM (
    SELECT outgoing, row_number() OVER (ORDER BY opened_at, outgoing) AS number FROM outgoing
    WHERE state IN ('open', 'closed', 'frozen', 'trying', 'deferred')) waiting
  WHERE o.outgoing = waiting.outgoing;
SELECT setval('outgoing_said', coalesce((SELECT max(said) FROM outgoing), 0) + 1, false);
ALTER TABLE outgoing ALTER COLUMN said SET DEFAULT nextval('outgoing_said');

-- What is on its way in a conversation.
CREATE INDEX outgoing_unsettled ON outgoing (thread) WHERE state IN ('open', 'closed', 'frozen', 'trying', 'deferred');

-- Whom the transaction of SMTP is for whose outcome is not known (state trying); null in the rows of before: whoever is owed it.
ALTER TABLE outgoing ADD COLUMN trying_for text[];
