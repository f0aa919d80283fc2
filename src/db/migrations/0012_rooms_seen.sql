-- Compatibility: programs of before run beside this one; they ask nobody about a room that they cannot read.

-- The homeserver began to count its transactions anew with this one.
ALTER TABLE transactions ADD COLUMN began boolean NOT NULL DEFAULT false;
CREATE INDEX transactions_began ON transactions (transaction) WHERE began;

-- Why a mail waits for a yes: nobody had served its account, or its room cannot be read.
ALTER TABLE returned_mails ADD COLUMN why text NOT NULL DEFAULT 'unserved' CHECK (why IN ('unserved', 'unseen'));
