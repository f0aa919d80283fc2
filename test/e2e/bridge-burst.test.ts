import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bot, field, isMessage, repliesTo, signsOn, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const THREADS = 8;
const EACH = 25;

const world = await World.start({
  durable: true,
  configure: (draft) => {
    // How long the jobs of a killed process rest.
    draft.times = { lease: '6s' };
    for (const account of Object.values(draft.accounts)) account.hold = { after: '0s', at_most: '0s' };
  },
});
const alice = await world.client();
const { server } = world.environment.mailroom;

/** The words of one thread: those that come by mail, and those that are said in the room. */
interface Words {
  readonly talk: Conversation;
  readonly mailed: readonly string[];
  readonly said: readonly string[];
  /** The event of each word that was said. */
  readonly events: Map<string, string>;
}

const words = (prefix: string): string[] => Array.from({ length: EACH }, () => unique(prefix));

async function writeAll({ talk, mailed }: Words): Promise<void> {
  const { outsider, first, subject } = talk;
  for (const text of mailed) {
    await outsider.write({ subject: `Re: ${subject}`, inReplyTo: first.messageId, references: first.messageId, text });
  }
}

async function sayAll({ talk, said, events }: Words): Promise<void> {
  for (const text of said) events.set(text, await alice.say(talk.room, text));
}

/** How many of the mails are seen in their rooms so far. */
function arrived(threads: readonly Words[]): number {
  const bodies = new Set(alice.events.filter(isMessage).map((event) => field(event, 'body').trim()));
  return threads.flatMap(({ mailed }) => mailed).filter((word) => bodies.has(word)).length;
}

async function kill(threads: readonly Words[], after: number): Promise<void> {
  await until(() => arrived(threads) >= after, { what: `${after} mails in their rooms`, within: 90_000 });
  await server.kill('SIGKILL');
  await server.start();
}

/** What the outsider got: the texts, and how often each Message-ID came. */
async function received({ talk }: Words): Promise<{ text: string; copies: Map<string, Buffer[]> }> {
  const copies = new Map<string, Buffer[]>();
  let text = '';
  for (const { parsed, raw } of await talk.outsider.mail.mails()) {
    const id = parsed.messageId ?? '';
    if (!copies.has(id)) text += `${parsed.text ?? ''}\n`;
    copies.set(id, [...(copies.get(id) ?? []), raw]);
  }
  return { text, copies };
}

/** Without what each delivery adds in front (RFC 5321 section 4.4, RFC 8601 section 5). */
function withoutTrace(raw: Buffer): string {
  const text = raw.toString('latin1');
  return text.slice(
    Math.max(
      0,
      text.search(
        /^(?!Authentication-Results|Received|Return-Path|Delivered-To|Envelope-To|Delivery-Date|[ \t])\S+:/im,
      ),
    ),
  );
}

const count = (text: string, word: string): number => text.split(word).length - 1;

it(`a bridge that is killed loses none of ${THREADS * EACH} mails and as many events, and doubles none`, async () => {
  const talks = await Promise.all(Array.from({ length: THREADS }, (_, n) => world.conversation(`Burst ${n}`)));
  const threads = talks.map((talk): Words => ({ talk, mailed: words('m'), said: words('s'), events: new Map() }));
  await Promise.all([kill(threads, 2 * EACH), ...threads.flatMap((thread) => [writeAll(thread), sayAll(thread)])]);
  const total = THREADS * EACH;
  await until(() => arrived(threads) === total, { what: `${total} mails in their rooms`, within: 120_000, every: 500 });
  await until(
    () =>
      threads.every(({ events }) =>
        [...events.values()].every((event) => signsOn(alice.events, event).join() === '✔️'),
      ),
    { what: 'the sign ✔️ on every event', within: 120_000, every: 500 },
  );
  for (const thread of threads) {
    const shown = await world.messages(thread.talk.room);
    for (const word of thread.mailed) {
      const here = shown.filter((event) => field(event, 'body').includes(word));
      assert.deepEqual(
        here.map(({ sender }) => sender),
        [thread.talk.ghost],
        `${word} stands once, by its sender`,
      );
    }
    const { text, copies } = await received(thread);
    for (const word of thread.said) assert.equal(count(text, word), 1, `${word} was mailed once`);
    // The one window that nothing can close: between the end of DATA and its answer. Then the same bytes again, and
    // told.
    for (const [id, raws] of copies) {
      if (raws.length === 1) continue;
      assert.equal(raws.length, 2, id);
      assert.equal(new Set(raws.map(withoutTrace)).size, 1, 'the same bytes');
      const events = thread.said
        .filter((word) => raws[0]?.includes(word) === true)
        .map((word) => thread.events.get(word));
      const told = shown.filter((event) => event.sender === bot && events.includes(repliesTo(event) ?? ''));
      assert.ok(
        told.some((event) => field(event, 'body').includes('may have been sent')),
        'the resend is told',
      );
    }
  }
  await until(async () => (await world.sql('SELECT FROM jobs')).length === 0, {
    what: 'the end of all work, nothing in quarantine',
    within: 60_000,
  });
  const filed = (await (await world.mailbox('support', 'Sent')).mails()).map(({ parsed }) => parsed.messageId);
  assert.equal(new Set(filed).size, filed.length, 'one copy of each in Sent');
  const [{ mails } = { mails: -1 }] = await world.sql<{ mails: number }>('SELECT count(*)::int AS mails FROM outgoing');
  assert.equal(filed.length, mails);
});
