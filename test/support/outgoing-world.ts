/** Mails of ours on their way and mails that come in between, over a real database: what is said is mailed by the real handler, to a relay that always answers. */
import assert from 'node:assert/strict';
import { hopName } from '../../src/bridge/brakes-cause.ts';
import type { Way } from '../../src/bridge/brakes-cause.ts';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import type { AccountId, EventId, Json, MessageKey, RoomId, ThreadId, UserId } from '../../src/bridge/types.ts';
import { closeMailNow, joinMail, loadOutgoing, openMail } from '../../src/db/outgoing.ts';
import { readMailBytes } from '../../src/db/outgoing-delivery.ts';
import type { Database } from '../../src/db/pool.ts';
import { addMessage, openThread } from '../../src/db/threads.ts';
import type { CommandHandler } from '../../src/jobs/command.ts';
import { reactToBrake } from '../../src/jobs/event-brakes.ts';
import type { EventContext } from '../../src/jobs/event-context.ts';
import { mailOut } from '../../src/jobs/mail-out.ts';
import type { Address, MessageId } from '../../src/mail/types.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import { readReply, recipientResult } from '../../src/smtp/result.ts';
import type { Smtp } from '../../src/smtp/transport.ts';
import { alice, quiet, testAccount } from '../support/matrix-world.ts';

const ids = new IdKey('a secret of thirty-two characters');
const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
const room = '!room:matrix.test' as RoomId;
const bob = 'bob@outside.test' as Address;
const support = 'support' as AccountId;
const plain: Way = { hops: [], received: 1, kind: 'message' };

/** The name of the account in hop headers. */
export const ownHop = hopName(ids, support);

/** A mail of ours as a test knows it. */
export interface Said {
  readonly outgoing: MessageKey;
  readonly event: EventId;
  readonly messageId: MessageId;
}

export type OutgoingWorld = ReturnType<typeof outgoingWorld>;

/** The account and its thread. `breaker`, `reply` and `handed` may be changed and looked at. */
export function outgoingWorld(db: Database, parser: ParsePool) {
  const world = {
    db,
    parser,
    /** Recipients of what the relay took, in order. */
    handed: [] as string[],
    /** What the relay answers to each recipient. */
    reply: '250 ok',
    /** Mails within ten minutes, 0 for any number. */
    breaker: 0,
    /** Lines that were logged as errors. */
    errors: [] as string[],
    count: 0,
  };

  const account = testAccount({ writing: { ...testAccount().writing, quote: false } });
  const log = { ...quiet, error: (message: string) => world.errors.push(message) };
  const deps = (db = world.db) => ({ db, log, ids, ghosts, accounts: new Map([[account.id, account]]) });
  const smtp: Smtp = {
    send: async (envelope, raw) => {
      for await (const piece of await raw()) assert.ok(piece);
      world.handed.push(...envelope.to);
      const recipients = envelope.to.map((address) => recipientResult(address, readReply(world.reply)));
      return { outcome: 'answered', recipients, serverMessageId: null };
    },
    verify: () => Promise.reject(new Error('not asked')),
    facts: () => null,
    close: () => undefined,
  };
  const handler = (db = world.db) =>
    mailOut({
      ...deps(db),
      parser: world.parser,
      now: Date.now,
      failpoint: () => undefined,
      download: () => Promise.reject(new Error('no files')),
      smtp: () => smtp,
      certain: () => new AbortController().signal,
      retryFor: 48 * 3_600_000,
      countMail: () => undefined,
      timed: { sendSeconds: () => undefined, deliverySeconds: () => undefined },
      countBrake: () => undefined,
      breaker: world.breaker,
    });

  async function out(outgoing: string, db = world.db): Promise<string> {
    const queue = 'mail-out' as const;
    const job = { job: 1, account: support, queue, key: 'k', subject: outgoing, attempts: 1, failures: 0 };
    const decision = await handler(db).run(job, undefined);
    await db.transaction(async (tx) => decision.write?.(tx));
    return decision.outcome.do;
  }

  const threadOf = (name = 'lamp'): ThreadId => ids.thread(support, `<${name}@outside.test>` as MessageId, 'x');

  /** A mail of Bob's in the thread, shown at once. */
  async function arrive(
    words: string,
    more: { answers?: Said | null; way?: Partial<Way>; thread?: string; agoMs?: number; references?: MessageId[] } = {},
  ): Promise<void> {
    const n = ++world.count;
    const thread = threadOf(more.thread);
    const message = `in${String(n)}` as MessageKey;
    const event = `$in${String(n)}:matrix.test`;
    const ago = `now() - ${String(more.agoMs ?? 0)} * interval '1 ms'`;
    await world.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: support, subject: 'Lamp', by: 'no-references' });
      await addMessage(tx, {
        message,
        account: support,
        thread,
        direction: 'in',
        messageId: `<${String(n)}@outside.test>` as MessageId,
        contentHash: String(n),
        mail: null,
        outgoing: null,
        facts: {
          subject: `Lamp ${more.thread ?? ''}`,
          from: [{ name: 'Bob', address: bob }],
          replyTo: [],
          to: [],
          cc: [],
          inReplyTo: more.answers === undefined || more.answers === null ? [] : [more.answers.messageId],
          references: more.references ?? [],
          date: null,
          decision: 'x',
          sender: null,
          way: { ...plain, ...more.way },
        },
      });
      await tx.query(`UPDATE messages SET at = ${ago} WHERE message = $1`, [message]);
      await tx.query(
        `INSERT INTO events (event, room, type, sender, body, state, received_at)
         VALUES ($1, $2, 'm.room.message', '@mail_x:matrix.test', '', 'done', ${ago})`,
        [event, room],
      );
      await tx.query(
        `INSERT INTO matrix_sends (send, account, thread, message, sender, kind, type, content, state, event)
         VALUES ($1, 'support', $2, $3, '@mail_x:matrix.test', 'event', 'm.room.message', $4, 'sent', $5)`,
        [`send${String(n)}`, thread, message, JSON.stringify({ msgtype: 'm.text', body: words }), event],
      );
    });
  }

  /** Somebody says something in the room; it is not mailed yet. */
  async function write(
    words: string,
    more: { author?: UserId; content?: Record<string, Json>; thread?: string } = {},
  ): Promise<Said> {
    const event = `$out${String(++world.count)}:matrix.test` as EventId;
    const outgoing = ids.outgoing(support, event);
    const thread = threadOf(more.thread);
    const author = more.author ?? alice;
    const messageId = ids.ownMessageId(outgoing, 'mailroom.test');
    const content = { msgtype: 'm.text', body: words, ...more.content };
    await world.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: support, subject: 'Lamp', by: 'no-references' });
      await tx.query(
        `INSERT INTO events (event, room, type, sender, body, state) VALUES ($1, $2, 'm.room.message', $3, '', 'done')`,
        [event, room, author],
      );
      const recipients = { to: [{ name: '', address: bob }], cc: [], why: { kind: 'nobody' as const }, answers: null };
      const hold = { after: 0, atMost: 0 };
      await openMail(tx, { outgoing, account: support, thread, room, author, recipients, messageId }, hold);
      const said = { type: 'm.room.message', content, replyTo: null, sentAt: new Date() };
      await joinMail(tx, { event, account: support, outgoing, ...said }, hold);
      await closeMailNow(tx, outgoing);
    });
    return { outgoing, event, messageId };
  }

  async function say(words: string, more: Parameters<typeof write>[1] = {}): Promise<Said> {
    const said = await write(words, more);
    await out(said.outgoing);
    return said;
  }

  const state = async (said: Said) => (await loadOutgoing(world.db, said.outgoing))?.state;

  async function hopsOf(said: Said): Promise<string | null> {
    let raw = '';
    for await (const piece of readMailBytes(world.db, said.outgoing)) raw += String(piece);
    return /^X-Mailroom-Hops: (.*?)\r$/m.exec(raw)?.[1] ?? null;
  }

  async function told(): Promise<string[]> {
    const { rows } = await world.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends
       WHERE sender = '@mailroom:matrix.test' AND type = 'm.room.message' ORDER BY at, send`,
    );
    return rows.map(({ body }) => body);
  }

  const context = (event = '$event', sender = alice): EventContext =>
    ({
      ...deps(),
      account,
      room: { room, account: support, thread: threadOf(), kind: 'thread', state: 'active' },
      event: { event: event as EventId, sender },
      raw: null,
      power: null,
      permissions: new Map(),
      domain: 'matrix.test',
    }) as unknown as EventContext;
  const command = (run: CommandHandler, ...args: string[]) =>
    world.db.transaction(async (tx) => {
      const call = { kind: 'command' as const, name: 'x', args, rest: args.join(' '), replyTo: null, threadRoot: null };
      return (await run(tx, context(`$command${String(++world.count)}`), call))?.body ?? '';
    });
  const react = (of: EventId, key: string) =>
    world.db.transaction((tx) => reactToBrake(tx, context(`$react${String(++world.count)}`), of, key));

  return Object.assign(world, {
    account,
    log,
    deps,
    handler,
    out,
    threadOf,
    arrive,
    write,
    say,
    state,
    hopsOf,
    told,
    command,
    react,
  });
}
