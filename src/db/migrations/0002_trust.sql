-- Mail that waits for a person's yes: its sender failed the checks, or claimed an address of ours from outside.
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails ADD CONSTRAINT mails_state_check
  CHECK (state IN ('fetching', 'stored', 'oversize', 'held', 'decided', 'ignored', 'quarantined'));
-- Who accepted it after it was held.
ALTER TABLE mails ADD COLUMN released_by text;
CREATE INDEX mails_held ON mails (account, message) WHERE state = 'held';
COMMENT ON COLUMN matrix_sends.room IS 'With neither a thread nor a room, it is said in the account''s lobby.';

-- Who may enter by mail.
-- A rule of a room has its thread, one of the whole account none. The pattern is in lower case.
CREATE TABLE entry_rules (
  account text NOT NULL,
  thread  text REFERENCES threads,
  pattern text NOT NULL,
  effect  text NOT NULL CHECK (effect IN ('allow', 'block')),
  by_user text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX entry_rules_place ON entry_rules (account, pattern, coalesce(thread, ''));
CREATE INDEX entry_rules_wild ON entry_rules (account) WHERE pattern LIKE '%*%';
-- asked: who is new is shown or refused as the account says. open: anyone with a pass.
ALTER TABLE threads ADD COLUMN entry text NOT NULL DEFAULT 'asked' CHECK (entry IN ('asked', 'open'));
-- mail: a conversation. list: all mails of a list. digest: what needs no answer.
ALTER TABLE threads ADD COLUMN kind text NOT NULL DEFAULT 'mail' CHECK (kind IN ('mail', 'list', 'digest'));
-- MailKind: what a machine wrote chooses no recipients.
ALTER TABLE messages ADD COLUMN kind text NOT NULL DEFAULT 'message';
-- addressKey of a sender who had no part in the thread, as long as no member has said yes.
ALTER TABLE messages ADD COLUMN newcomer text;
-- What was not let in, for the figures.
CREATE INDEX mails_not_shown ON mails (account, stored_at) WHERE state = 'ignored' AND reason LIKE 'not shown: %';
-- When a sender was last told by mail that a mail was refused.
CREATE TABLE refusals_told (
  account text NOT NULL,
  address text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, address)
);
-- Mails that Mailroom writes by itself, frozen from the start. trying: handed to the relay, outcome not written yet.
-- lost: may have been sent; never twice.
CREATE TABLE notices (
  notice     text PRIMARY KEY,
  account    text NOT NULL,
  recipient  text NOT NULL,
  message_id text NOT NULL,
  bytes      bytea NOT NULL,
  -- Whether it is tried under the null return path; not where the relay refused that.
  null_path  boolean NOT NULL DEFAULT true,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'trying', 'sent', 'refused', 'lost')),
  attempts   integer NOT NULL DEFAULT 0,
  reason     text,
  at         timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz
);

-- The delivery ladder: what became of a mail at each of its recipients, by the relay's word and by reports.
-- waiting, deferred: owed to the relay. paused: held back, since an earlier mail bounced. delayed, bounced, delivered, read: by a report.
ALTER TABLE outgoing_recipients DROP CONSTRAINT outgoing_recipients_state_check;
ALTER TABLE outgoing_recipients ADD CONSTRAINT outgoing_recipients_state_check CHECK (state IN
  ('waiting', 'accepted', 'deferred', 'refused', 'paused', 'delayed', 'bounced', 'delivered', 'read'));
-- What stands in the return path of this recipient's own copy; null where all have one return path.
ALTER TABLE outgoing_recipients ADD COLUMN token text;
-- The newest report: its message, RFC 3464's action or RFC 8098's disposition, the status of RFC 3463 and the kind of reason.
ALTER TABLE outgoing_recipients ADD COLUMN report text;
ALTER TABLE outgoing_recipients ADD COLUMN action text;
ALTER TABLE outgoing_recipients ADD COLUMN status text;
ALTER TABLE outgoing_recipients ADD COLUMN reason text;
-- The state that a report claims which nothing proves; it changes nothing, and is told once.
ALTER TABLE outgoing_recipients ADD COLUMN claimed text;
-- When the room was told that the relay still defers.
ALTER TABLE outgoing_recipients ADD COLUMN delay_told_at timestamptz;
CREATE UNIQUE INDEX outgoing_recipients_token ON outgoing_recipients (token) WHERE token IS NOT NULL;
-- Addresses that nothing is sent to until somebody says so: a mail to them bounced for good. The key is addressKey's.
CREATE TABLE paused_addresses (
  account     text NOT NULL REFERENCES accounts,
  address_key text NOT NULL,
  address     text NOT NULL,
  reason      text NOT NULL,
  status      text,
  words       text NOT NULL,
  outgoing    text NOT NULL,
  since       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, address_key)
);

-- Which thread a mail belongs to.
-- Who takes part in a thread. The address is addressKey's. newcomer: entered by answering a mail that went to somebody else, and no
-- member has said yes. via: where the address stood, or that somebody in the room brought it in.
CREATE TABLE thread_people (
  account    text NOT NULL,
  thread     text NOT NULL REFERENCES threads,
  address    text NOT NULL,
  standing   text NOT NULL CHECK (standing IN ('participant', 'newcomer', 'refused')),
  via        text NOT NULL CHECK (via IN ('from', 'to', 'cc', 'room')),
  decided_by text,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (thread, address)
);
CREATE INDEX thread_people_address ON thread_people (account, address);
-- What else a thread is known by: its subjects, the lists that carry it (List-Id), and the roots of Thread-Index (hex).
CREATE TABLE thread_traits (
  account    text NOT NULL,
  thread     text NOT NULL REFERENCES threads,
  kind       text NOT NULL CHECK (kind IN ('subject', 'list', 'index')),
  value_hash bytea NOT NULL,
  value      text NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (thread, kind, value_hash)
);
CREATE INDEX thread_traits_index ON thread_traits (account, value_hash) WHERE kind = 'index';
-- alias: another id of a mail of ours, by the relay's answer or the copy in Sent.
ALTER TABLE thread_ids DROP CONSTRAINT thread_ids_kind_check;
ALTER TABLE thread_ids ADD CONSTRAINT thread_ids_kind_check CHECK (kind IN ('message', 'reference', 'alias'));
-- Somebody in the room put it there: replies follow it.
ALTER TABLE thread_ids ADD COLUMN placed boolean NOT NULL DEFAULT false;
-- The mail of ours that an alias names.
ALTER TABLE thread_ids ADD COLUMN alias_of text;
-- The words alone, without id and sender, for copies that a list wrote anew; the list that it came by; who moved it here.
ALTER TABLE messages ADD COLUMN words_hash text;
ALTER TABLE messages ADD COLUMN list text;
ALTER TABLE messages ADD COLUMN placed_by text;
-- The thread that this one was merged into: what is found for it belongs there.
ALTER TABLE threads ADD COLUMN moved_to text REFERENCES threads;
-- What a token in a plus-address names.
CREATE INDEX threads_start ON threads (account, left(thread, 13));
-- Plus-addresses of these addresses were seen to be delivered.
CREATE TABLE plus_proofs (
  account text NOT NULL REFERENCES accounts,
  address text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, address)
);
-- What the threads of before know of themselves.
INSERT INTO thread_people (account, thread, address, standing, via)
  SELECT DISTINCT ON (m.thread, lower(p.person ->> 'address'))
    m.account, m.thread, lower(p.person ->> 'address'), 'participant', p.via
  FROM messages m, LATERAL (
    SELECT 'from' AS via, json_array_elements(m.facts -> 'from') AS person
    UNION ALL SELECT 'to', json_array_elements(m.facts -> 'to')
    UNION ALL SELECT 'cc', json_array_elements(m.facts -> 'cc')
  ) p
  -- text cannot hold U+0000.
  WHERE m.facts::text NOT LIKE '%\u0000%'
  ORDER BY m.thread, lower(p.person ->> 'address'), m.seq
  ON CONFLICT DO NOTHING;
INSERT INTO thread_traits (account, thread, kind, value_hash, value)
  SELECT account, thread, 'subject', sha256(convert_to(left(facts ->> 'subject', 1000), 'UTF8')), left(facts ->> 'subject', 1000)
  FROM messages WHERE facts::text NOT LIKE '%\u0000%' ON CONFLICT DO NOTHING;

-- Brakes: what keeps mail from going in circles.
-- Buckets of tokens, by the scope and what it is about; the level was right at that time.
CREATE TABLE brake_buckets (
  account text NOT NULL,
  bucket  text NOT NULL,
  level   double precision NOT NULL,
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, bucket)
);
-- Threads where answers at a machine's pace are held until a person has spoken or said so.
CREATE TABLE brake_latches (
  thread  text PRIMARY KEY REFERENCES threads,
  account text NOT NULL,
  reason  text NOT NULL,
  since   timestamptz NOT NULL DEFAULT now()
);
-- What was decided about mails of ours that answered at such a pace. released: a person has said yes.
CREATE TABLE brake_verdicts (
  outgoing text PRIMARY KEY REFERENCES outgoing,
  account  text NOT NULL,
  thread   text NOT NULL REFERENCES threads,
  state    text NOT NULL CHECK (state IN ('passed', 'held', 'released', 'cancelled')),
  reason   text,
  by_user  text,
  at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX brake_verdicts_held ON brake_verdicts (thread) WHERE state = 'held';
-- The breaker over all outgoing mail of all processes: one row, open where opened_at is set; and what went out by the minute
-- (seconds of the epoch divided by 60).
CREATE TABLE breaker (
  breaker   boolean PRIMARY KEY DEFAULT true CHECK (breaker),
  opened_at timestamptz,
  reason    text CHECK (reason IN ('volume', 'refusals')),
  count     bigint,
  -- Mails that were frozen before wait for this breaker no more, and are not counted again.
  reset_at  timestamptz NOT NULL DEFAULT '-infinity',
  reset_by  text
);
INSERT INTO breaker DEFAULT VALUES;
CREATE TABLE breaker_minutes (
  minute  bigint PRIMARY KEY,
  sent    bigint NOT NULL DEFAULT 0,
  refused bigint NOT NULL DEFAULT 0
);
