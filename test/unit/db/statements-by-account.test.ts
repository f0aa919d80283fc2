import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { WORDS_OF_MAIL } from '../../../src/db/retention-tables/words-of-mail.ts';
import { statementsIn, tablesOf, type Statement } from '../../support/statements.ts';

const root = join(import.meta.dirname, '../../..');

/** Tables that stay whole where the others are distributed by account (docs/scaling.md), each with its reason. */
const WHOLE: Readonly<Record<string, string>> = {
  audit_heads: 'one record of all that was done',
  audit_log: 'one record of all that was done',
  audit_persons: 'one record of all that was done',
  audit_waiting: 'one record of all that was done',
  avatars: 'a picture of a ghost is the same for all accounts',
  breaker: 'one breaker stands over all outgoing mail',
  breaker_minutes: 'one breaker stands over all outgoing mail',
  config_changes: 'processes',
  config_generations: 'processes',
  full_stores: 'one disk',
  guest_people: 'what a person wants of the mails of all rooms',
  ghosts: 'a ghost stands for an address, in the rooms of all accounts',
  key_versions: 'one secret',
  own_logins: 'what a person has entered, before it is an account',
  people: 'what a person chose for themselves',
  poison: 'what the homeserver pushed and nobody could read belongs to no account',
  process_configs: 'processes',
  processes: 'processes',
  refused_tokens: 'a token is of a person, in all accounts',
  schema_migrations: 'one schema',
  sealing_keys: 'one key for all that is sealed',
  transactions: 'the homeserver counts its transactions over all accounts',
};

/**
 * What a statement asks by instead. Each of these is the id of a row of one account, made of it (`bridge/ids.ts`) or by
 * the homeserver: a statement that has it may be answered by one shard that is found by a look into all, and none of
 * another account can be meant.
 */
const KEYS: Readonly<Record<string, string>> = {
  thread: 'a thread is of one account',
  first_thread: 'a thread is of one account',
  outgoing: 'a mail of ours is of one account',
  message: 'a message is of one account',
  event: 'an event is in a room, which is of one account; whose it is the homeserver does not say',
  room: 'a room is of one account; whose it is the homeserver does not say',
  alias: 'a room is of one account',
  successor: 'a room is of one account; whose it is the homeserver does not say',
  send: 'a send is of one account',
  mail: 'a stored mail is of one account',
  guest: 'a guest is of one room, which is of one account',
  notice: 'a mail of Mailroom itself is of one account',
  act: 'an act is of one account',
  change: 'a change is of one account',
  job: 'a job is of one account, or of none',
  subject: 'a job is of one account, or of none',
  store: 'one disk',
  erasure: 'an erasure may be of all accounts',
  removal: 'a removal is of one account',
  import: 'an import is of one account',
};

/** Statements over all accounts, by their beginnings, each with its reason. */
const OVER_ALL: Readonly<Record<string, string>> = {
  "UPDATE matrix_sends s SET content = '{}'": 'a part of it asks by the account (SENDS_OF)',
  'SELECT o.outgoing FROM outgoing o WHERE ${OUTGOING_OF}': 'a part of it asks by the account (OUTGOING_OF)',
  'UPDATE outgoing o SET state = CASE WHEN o.state IN': 'a part of it asks by the account (OUTGOING_OF)',
  'UPDATE outgoing_events e SET content = CASE': 'a part of it asks by the account (OUTGOING_OF)',
  'DELETE FROM outgoing_chunks c WHERE ${ofThose': 'a part of it asks by the account (OUTGOING_OF)',
  'DELETE FROM outgoing_attempts c WHERE ${ofThose': 'a part of it asks by the account (OUTGOING_OF)',
  'DELETE FROM outgoing_recipients c WHERE ${ofThose': 'a part of it asks by the account (OUTGOING_OF)',
  'DELETE FROM draft_yeses c WHERE ${ofThose': 'a part of it asks by the account (OUTGOING_OF)',
  'DELETE FROM drafts c WHERE ${ofThose': 'a part of it asks by the account (OUTGOING_OF)',
  'UPDATE import_mails i SET facts = NULL': 'by the ids of imports, which are of one account each',
  'SELECT address FROM (SELECT lower(address) AS address FROM ghosts': 'whose address a certificate is about',
  'SELECT kind, state, reason, count(*) AS count FROM removals': 'of one erasure, which may be of all accounts',
  'DELETE FROM removals WHERE erasure': 'of one erasure, which may be of all accounts',
  "SELECT table_name || '.' || column_name": 'the schema',
  "UPDATE events SET body = '{}' WHERE ctid": 'by the place of one row',
  'SELECT hold, kind, subject, reason': 'what is on hold at all, for whoever may hold',
  'UPDATE matrix_sends s SET content = b.content': 'by the ids of sends, which are of one account each',
  'UPDATE outgoing_events e SET content = b.content': 'by the ids of events, which are of one account each',
  'UPDATE messages m SET facts = b.facts': 'by the ids of messages, which are of one account each',
  'UPDATE import_mails i SET facts = b.facts': 'by the ids of imports, which are of one account each',
  'SELECT m.mail, m.event, e.received_at, e.body FROM ': 'what it reads from names it',
  'SELECT e.outgoing, e.author, e.state, e.attempts, ': 'a part of a statement, which asks by the id of a mail of ours',
  'UPDATE mails SET state = s.state': 'by the ids of stored mails, which are of one account',
  'UPDATE mailbox_acts a SET state = n.state': 'by the ids of acts, which are of one account',
  'WITH heard AS ( SELECT s.send, e.event FROM unnest(': 'by the ids of sends, for echoes of all accounts at once',
  'WITH free AS MATERIALIZED ( SELECT o.outgoing, g.attempt': 'by the ids of mails of ours, of all accounts at once',
  'WITH given AS MATERIALIZED ( SELECT o.outgoing, g.state': 'by the ids of mails of ours, of all accounts at once',
  'WITH before AS MATERIALIZED ( SELECT o.outgoing, o.sign': 'by the ids of mails of ours, of all accounts at once',
  'WITH asked AS MATERIALIZED ( SELECT nth, breaker': 'one breaker stands over all outgoing mail',
  'UPDATE events SET state = s.state, reason': 'by the ids of events, which are in rooms of one account',
  'SELECT ${OUTGOING} FROM outgoing o JOIN unnest(': 'by the ids of rooms of one account',
  'SELECT author, count(*) AS mails FROM outgoing': 'what a person may send counts over all',
  'UPDATE breaker SET': 'one breaker stands over all outgoing mail',
  'WITH closed AS ( UPDATE breaker SET': 'one breaker stands over all outgoing mail; what it held is woken',
  'SELECT opened_at AS "openedAt", reason, count, (SELECT count(*) FROM jobs': 'one breaker stands over all mail',
  "SELECT coalesce(not_before, opened_at) + interval '24 hours' AS free": 'what a person may send counts over all',
  'SELECT r.room FROM members m JOIN rooms r USING (room) WHERE m.user_id': 'a chat with the bot is of no account',
  "SELECT room FROM rooms WHERE state = 'active' AND last_event_at": 'rooms are read back in one turn over all',
  'SELECT room, greatest(least(read_at,': 'rooms are read back in one turn over all',
  'UPDATE rooms SET read_tried_at = now() FROM (': 'rooms are read back in one turn over all',
  'SELECT DISTINCT version FROM sealed_secrets': 'one key seals for all accounts',
  'DELETE FROM sealing_keys WHERE version': 'one key seals for all accounts',
  'SELECT queue, count(*) FILTER': 'the figures of a scrape',
};

/** Why a statement need not name an account; null where nobody said. */
function reasonOf(statement: Statement): string | null {
  const { text } = statement;
  const split = [...tablesOf(statement)].filter((table) => !Object.hasOwn(WHOLE, table));
  if (split.length === 0) return 'tables that stay whole';
  for (const [key, reason] of Object.entries(KEYS)) {
    if (new RegExp(`\\b${key} (?:=|IN|IS NOT DISTINCT FROM|<>) ?(?:ANY ?\\()?(?:\\$|\\()`).test(text)) return reason;
  }
  const begins = Object.keys(OVER_ALL).find((beginning) => text.startsWith(beginning));
  return begins === undefined ? null : (OVER_ALL[begins] ?? null);
}

describe('statements', () => {
  const statements = statementsIn(root);
  const unnamed = statements.filter(({ text }) => !/\baccounts?\b/.test(text));

  it('are read from the sources', () => {
    assert.ok(statements.length > 400, String(statements.length));
  });

  it('name their account, or it is said why they need not', () => {
    const silent = unnamed.filter((statement) => reasonOf(statement) === null);
    assert.deepEqual(
      silent.map(({ file, text }) => `${file}: ${text.slice(0, 300)}`),
      [],
    );
  });

  it('only add to the record, and take away what was chained and keys that are destroyed', () => {
    const touching = statements.filter(({ text }) => /\baudit_[a-z]+/.test(text));
    const changing = touching.filter(({ text }) => !text.startsWith('SELECT'));
    assert.ok(changing.length >= 6);
    for (const { file } of changing) assert.match(file, /^src\/db\/record-tables\/(?:audit|heads)\.ts$/);
    const words = changing.map(({ text }) => /^(?:INSERT INTO|DELETE FROM|UPDATE|WITH) \w+/.exec(text)?.[0]);
    assert.deepEqual([...new Set(words)].sort(), [
      'DELETE FROM audit_persons',
      'DELETE FROM audit_waiting',
      'INSERT INTO audit_heads',
      'INSERT INTO audit_log',
      'INSERT INTO audit_persons',
      'INSERT INTO audit_waiting',
    ]);
    // Nothing that begins otherwise, such as a TRUNCATE, or that is put together of pieces.
    const sources = globSync(join(root, 'src/**/*.ts')).filter((file) =>
      /audit_[a-z]+/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(sources.map((file) => relative(root, file)).sort(), [
      'src/db/record-tables/audit.ts',
      'src/db/record-tables/heads.ts',
      'src/db/record-tables/reading.ts',
      // Data: that nothing is taken out of them.
      'src/db/retention-tables/words-of-mail.ts',
    ]);
    for (const { table, whereNamed } of WORDS_OF_MAIL) if (table.startsWith('audit_')) assert.equal(whereNamed, null);
  });

  it('have no reason that none of them needs', () => {
    const needed = (beginning: string) => unnamed.some(({ text }) => text.startsWith(beginning));
    assert.deepEqual(
      Object.keys(OVER_ALL).filter((beginning) => !needed(beginning)),
      [],
    );
    const tables = new Set(statements.flatMap((statement) => [...tablesOf(statement)]));
    assert.deepEqual(
      Object.keys(WHOLE).filter((table) => !tables.has(table)),
      [],
    );
  });
});
