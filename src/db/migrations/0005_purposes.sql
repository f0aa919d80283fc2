-- Compatibility: programs of before cannot run beside this one: stop them first. What one of them would still write fails as a whole, since
-- it says no purpose; nothing is lost by that, and nothing is half written.
--
-- What a send is for, and what it is about, was hidden in `position`: ranges of it meant repeated parts, originals, and notices, and one number meant two
-- notices. A column never changes its meaning: what `position` said becomes `purpose`, `subject` and `part`, and `position`, which nothing reads any more,
-- goes, so that nothing can be written by it.
ALTER TABLE matrix_sends ADD COLUMN purpose text, ADD COLUMN subject text, ADD COLUMN part integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN matrix_sends.purpose IS 'What it is for: `Purpose` in src/bridge/types.ts.';
COMMENT ON COLUMN matrix_sends.subject IS
  'What it is about: the id of a message, an event, a thread or a fact, with a blank and what keeps several of one subject apart. Of what was written before '
  'purposes were, the id of the send where the subject is not known any more.';
COMMENT ON COLUMN matrix_sends.part IS 'Orders the parts of one mail, from 0; 0 for all else.';

UPDATE matrix_sends s SET purpose = CASE
    WHEN s.kind = 'redaction' THEN 'sign-removed'
    WHEN s.type = 'm.reaction' THEN 'sign'
    WHEN s.message IS NULL AND EXISTS (SELECT FROM asked_messages a WHERE a.notice = s.send) THEN 'asked'
    WHEN s.message IS NULL AND EXISTS (SELECT FROM desk_overviews o WHERE o.send = s.send) THEN 'overview'
    -- The notice was written in the transaction that stopped the mail. One about a mail that was decided since means nothing more.
    WHEN s.message IS NULL AND s.outgoing IS NOT NULL AND EXISTS (
      SELECT FROM brake_verdicts v WHERE v.outgoing = s.outgoing AND v.state = 'held' AND v.at = s.at) THEN 'stopped'
    WHEN s.message IS NULL AND (EXISTS (SELECT FROM outgoing_events e WHERE e.event = s.event)
      OR EXISTS (SELECT FROM member_acts a WHERE a.act = s.send AND a.kind = 'first')) THEN 'first-words'
    WHEN s.message IS NULL THEN 'earlier-notice'
    WHEN s.position = 3000 AND s.thread IS NULL AND s.files::text = '[]' THEN 'suspected'
    WHEN s.position = 3001 AND EXISTS (SELECT FROM outgoing o WHERE o.outgoing = s.message) THEN 'too-late'
    WHEN s.position = 3001 AND s.files::text = '[]' THEN 'new-participant'
    WHEN s.position = 3002 AND s.files::text = '[]' THEN 'linked'
    -- A mail with so many files that its own parts reach into the numbers of other things: they were written at once, one behind the other.
    WHEN s.position < 500 OR EXISTS (
      SELECT FROM matrix_sends p WHERE p.message = s.message AND p.position = 499 AND p.at = s.at
        AND p.thread IS NOT DISTINCT FROM s.thread) THEN CASE
      WHEN s.thread IS NULL THEN 'lobby-part'
      WHEN EXISTS (SELECT FROM messages m WHERE m.message = s.message AND m.kind = 'message' AND m.direction <> 'out') AND EXISTS (
        SELECT FROM matrix_sends f WHERE f.message = s.message AND f.position = 0 AND f.content ->> 'msgtype' = 'm.notice') THEN 'unread'
      -- Under the message of ours that it is about.
      WHEN EXISTS (SELECT FROM messages m WHERE m.message = s.message AND m.kind IN ('dsn', 'mdn', 'arf')) AND EXISTS (
        SELECT FROM matrix_sends f WHERE f.message = s.message AND f.position = 0 AND f.content::jsonb ? 'm.relates_to') THEN 'report'
      ELSE 'part' END
    WHEN s.position < 1000 THEN 'repeated'
    WHEN s.position < 1500 THEN 'original'
    WHEN s.position = 2000 THEN 'source'
    ELSE 'repeated-original' END;

UPDATE matrix_sends SET
  subject = CASE
    WHEN purpose IN ('part', 'unread', 'report', 'lobby-part', 'suspected', 'linked') THEN message
    WHEN purpose = 'asked' THEN (SELECT event FROM asked_messages a WHERE a.notice = matrix_sends.send LIMIT 1)
    ELSE send END,
  part = CASE
    WHEN purpose IN ('part', 'unread', 'report', 'lobby-part') THEN position
    WHEN purpose = 'repeated' THEN position - 500
    WHEN purpose = 'original' THEN position - 1000
    WHEN purpose = 'repeated-original' THEN position - 1500
    ELSE 0 END;

ALTER TABLE matrix_sends ALTER COLUMN purpose SET NOT NULL, ALTER COLUMN subject SET NOT NULL;
-- Takes the index by message and position with it.
ALTER TABLE matrix_sends DROP COLUMN position;
CREATE INDEX matrix_sends_message ON matrix_sends (message, part);
-- What is told of a subject is told once.
CREATE UNIQUE INDEX matrix_sends_purpose ON matrix_sends (account, purpose, subject, part);
