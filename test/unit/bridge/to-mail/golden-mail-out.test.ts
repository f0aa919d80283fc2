import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { readEvent } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import type { Said } from '../../../../src/bridge/from-matrix/content.ts';
import { recipientsFor } from '../../../../src/bridge/recipients/recipients.ts';
import type { MailPeople } from '../../../../src/bridge/recipients/recipients.ts';
import type { ForwardedMail } from '../../../../src/bridge/to-mail/forwarded.ts';
import { emojiOfReaction, toReactionDraft } from '../../../../src/bridge/to-mail/reaction-draft.ts';
import { toDraft } from '../../../../src/bridge/to-mail/to-mail.ts';
import type { SaidMessage, MailAuthor } from '../../../../src/bridge/to-mail/to-mail.ts';
import type { JsonObject, UserId } from '../../../../src/bridge/types.ts';
import { parsePeople } from '../../../../src/mail/address.ts';
import { compose } from '../../../../src/mail/compose.ts';
import { readConversation } from '../../../../src/mail/header/thread-index.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';
import type { Language } from '../../../../src/words/words.ts';
import { UTC } from '../../../../src/words/zones.ts';

/**
 * One golden case: what happened in a room, and the mail that it must become. UPDATE_GOLDEN=1 writes the mails anew.
 */
interface Case {
  readonly shows: string;
  readonly writer?: Partial<Record<'name' | 'template' | 'subjectPrefix' | 'signature' | 'footer', string>> & {
    language?: Language;
  };
  readonly subject?: string;
  /** The people of a mail that no mail of the thread decides. */
  readonly to?: string;
  /** Mails of the thread, oldest first. */
  readonly mails?: readonly CaseMail[];
  /** Names of Matrix users. */
  readonly names?: Record<string, string>;
  readonly events: readonly CaseEvent[];
  /** What stands in the room under an event id: for quotations, and for replies to mails. */
  readonly room?: Record<string, { author: string; at?: string; text: string; mail?: string }>;
  /** Quote the mail that is answered at the end. */
  readonly quoteMail?: { author: string; at?: string; text: string };
  /** A mail of another conversation that goes with it. */
  readonly forwarded?: Omit<ForwardedMail, 'from' | 'to' | 'cc' | 'date'> &
    Readonly<Record<'from' | 'to' | 'cc' | 'date', string>>;
  /** Content of files by mxc URI; `base64:` before what is no text. */
  readonly files?: Record<string, string>;
}

interface CaseMail {
  readonly id: string;
  readonly direction?: 'in' | 'out';
  readonly from: string;
  readonly replyTo?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly references?: readonly string[];
  /** As they stand in its header. */
  readonly threadIndex?: string;
  readonly threadTopic?: string;
}

interface CaseEvent {
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly content: Record<string, unknown>;
}

const folder = new URL('../../../golden/mail-out/', import.meta.url);
const own = 'support@ours.example' as Address;
const isOwnAddress = (address: Address) => address.toLowerCase() === own || address.startsWith('support+');
const isOwnUser = (user: string) => user.startsWith('@mail_') || user === '@mailroom:ours.example';
const firstMail: CaseMail = {
  id: '<first@outside.example>',
  from: 'Bob Baker <bob@outside.example>',
  to: `Support <${own}>`,
};

const writerOf = (entry: Case): MailAuthor => ({
  address: own,
  name: 'Support',
  template: '{name} via {account}',
  language: 'en',
  zone: UTC,
  subjectPrefix: '',
  signature: '',
  footer: '',
  ...entry.writer,
});

function peopleOf(mail: CaseMail): MailPeople {
  return {
    messageId: mail.id as MessageId,
    direction: mail.direction ?? 'in',
    from: parsePeople(mail.from),
    replyTo: parsePeople(mail.replyTo ?? ''),
    to: parsePeople(mail.to ?? own),
    verified: true,
    cc: parsePeople(mail.cc ?? ''),
  };
}

/** What is left to be mailed of the events, as the hold leaves it. */
function remaining(entry: Case): { id: string; said: Said; mentions: readonly UserId[]; replyTo: string | null }[] {
  const kept: { id: string; said: Said; mentions: readonly UserId[]; replyTo: string | null }[] = [];
  for (const event of entry.events) {
    const action = readEvent(event, { isOwn: isOwnUser });
    const at = 'of' in action ? kept.findIndex((one) => one.id === action.of) : -1;
    if (action.kind === 'message') {
      const { said, mentions } = action;
      kept.push({ id: event.event_id, said, mentions, replyTo: action.replyTo ?? action.threadRoot });
    } else if (action.kind === 'edit' && at >= 0) {
      const before = kept[at];
      const { fresh } = action;
      if (fresh.kind !== 'message' || before === undefined) kept.splice(at, 1);
      else kept[at] = { ...before, said: fresh.said, mentions: fresh.mentions };
    } else if (action.kind === 'redact' && at >= 0) {
      kept.splice(at, 1);
    }
  }
  return kept;
}

const dated = (quoted: { author: string; at?: string; text: string }) => ({
  author: quoted.author,
  at: quoted.at === undefined ? null : new Date(quoted.at),
  text: quoted.text,
});

async function mailOf(entry: Case): Promise<Buffer | null> {
  const kept = remaining(entry);
  const [only, second] = entry.events;
  const reacted = only?.content as JsonObject | undefined;
  const emoji =
    only === undefined || reacted === undefined || second !== undefined ? null : emojiOfReaction(only.type, reacted);
  if (kept.length === 0 && emoji === null) return null;
  const mails = entry.mails ?? [firstMail];
  const replied = kept.map((one) => entry.room?.[one.replyTo ?? '']?.mail).find((id) => id !== undefined);
  const repliedTo = mails.find((mail) => mail.id === replied);
  const incoming = mails.findLast((mail) => mail.direction !== 'out');
  const outgoing = mails.findLast((mail) => mail.direction === 'out');
  const recipients = recipientsFor(
    {
      repliedTo: repliedTo === undefined ? null : peopleOf(repliedTo),
      latestIncoming: incoming === undefined ? null : peopleOf(incoming),
      latestOutgoing: outgoing === undefined ? null : peopleOf(outgoing),
    },
    isOwnAddress,
  );
  const parent = mails.find((mail) => mail.id === recipients.answers);
  const names = entry.names ?? {};
  const input = {
    messageId: '<golden.out@ours.example>' as MessageId,
    date: new Date('2026-03-09T10:20:30Z'),
    boundary: 'goldenseed',
    writer: writerOf(entry),
    author: { name: names[entry.events[0]?.sender ?? ''] ?? 'Alice' },
    recipients: entry.to === undefined ? recipients : { ...recipients, to: parsePeople(entry.to) },
    subject: entry.subject ?? 'Broken lamp',
    parent:
      parent === undefined
        ? null
        : {
            messageId: parent.id as MessageId,
            references: (parent.references ?? []).map((id) => id as MessageId),
            conversation: readConversation([
              { name: 'thread-index', value: parent.threadIndex ?? '' },
              { name: 'thread-topic', value: parent.threadTopic ?? '' },
            ]),
          },
    messages: kept.map((one): SaidMessage => {
      const quoted = entry.room?.[one.replyTo ?? ''];
      return { said: one.said, mentions: one.mentions, quoted: quoted === undefined ? null : dated(quoted) };
    }),
    answered: entry.quoteMail === undefined ? null : dated(entry.quoteMail),
    forwarded: entry.forwarded === undefined ? null : forwardedOf(entry.forwarded),
    nameOf: (user: string) => names[user] ?? null,
    isInternal: (user: string) => !isOwnUser(user),
    headers: [{ name: 'X-Mailroom-Id', value: 'golden mac' }],
  };
  const draft = emoji === null ? toDraft(input) : toReactionDraft(input, emoji);
  return buffer(compose(draft, (key) => fileOf(entry, key)));
}

const forwardedOf = (mail: NonNullable<Case['forwarded']>): ForwardedMail => ({
  ...mail,
  from: parsePeople(mail.from),
  to: parsePeople(mail.to),
  cc: parsePeople(mail.cc),
  date: new Date(mail.date),
});

function fileOf(entry: Case, key: string): Readable {
  const content = entry.files?.[key];
  assert.ok(content !== undefined, `${key} is asked for`);
  const encoded = content.startsWith('base64:');
  return Readable.from([encoded ? Buffer.from(content.slice(7), 'base64') : Buffer.from(content)], {
    objectMode: false,
  });
}

describe('golden mails out', () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5));

  test('there are at least forty', () => assert.ok(names.length >= 40, `${names.length}`));

  test('every mail has its events', () => {
    const mails = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    assert.deepEqual(
      mails.filter((name) => !names.includes(name.slice(0, -4))),
      [],
    );
  });

  for (const name of names) {
    const entry = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Case;
    test(`${name}: ${entry.shows}`, async () => {
      const file = new URL(`${name}.eml`, folder);
      const made = await mailOf(entry);
      if (process.env['UPDATE_GOLDEN'] === '1') {
        if (made === null) rmSync(file, { force: true });
        else writeFileSync(file, made);
        return;
      }
      const expected = readdirSync(folder).includes(`${name}.eml`) ? readFileSync(file, 'utf8') : null;
      assert.equal(made?.toString('utf8') ?? null, expected);
      if (made === null) return;
      const lines = made.toString('latin1').split('\r\n');
      assert.ok(
        lines.every((line) => line.length <= 998 && !/[\r\n]/.test(line)),
        'lines of at most 998 octets, no bare CR or LF',
      );
    });
  }
});
