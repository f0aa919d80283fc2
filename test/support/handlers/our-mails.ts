import assert from 'node:assert/strict';
import type { DeliverySettings } from '../../../src/bridge/delivery/status.ts';
import type { Way } from '../../../src/bridge/loops/way.ts';
import type { AccountId, EventId, Json, MessageKey, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { closeMailNow, joinMail, loadOutgoing, openMail } from '../../../src/db/mail-tables/outgoing.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import type { Database } from '../../../src/db/pool.ts';
import { addMessage } from '../../../src/db/thread-tables/message-added.ts';
import { loadMessage, openThread } from '../../../src/db/thread-tables/threads.ts';
import type { MailCommand } from '../../../src/commands/framework/command.ts';
import { roomContext } from '../../../src/commands/framework/context.ts';
import { react as reactIn } from '../../../src/said/reaction.ts';
import type { EventContext } from '../../../src/handling/event-context.ts';
import { Freezing } from '../../../src/outgoing/freezing.ts';
import { LeavingTogether } from '../../../src/outgoing/leaving-together.ts';
import { mailOut } from '../../../src/outgoing/mail-out.ts';
import type { MailOutDeps } from '../../../src/outgoing/mail-out.ts';
import type { Handler } from '../../../src/queue/worker.ts';
import type { Address, MessageId } from '../../../src/mail/types.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import { notSent, readReply, recipientResult } from '../../../src/smtp/result.ts';
import type { RecipientResult, SmtpResult } from '../../../src/smtp/result.ts';
import type { Envelope } from '../../../src/smtp/session.ts';
import type { Smtp } from '../../../src/smtp/transport.ts';
import type { HandlerCore } from './core.ts';
import { alice, failure, ids, messageFacts } from './fixtures.ts';

const room = '!room:matrix.test' as RoomId;
const bobsAddress = 'bob@outside.test' as Address;
const plain: Way = { hops: [], received: 1, kind: 'message' };

/** The name of the account support in hop headers. */
export const ownHop = ids.hops('support' as AccountId).make;

/** A mail of ours as a test knows it. */
export interface Said {
  readonly outgoing: MessageKey;
  readonly event: EventId;
  readonly messageId: MessageId;
}

/** What somebody says. */
interface Saying {
  readonly author?: UserId;
  readonly content?: Readonly<Record<string, Json>>;
  /** The name of its thread; `lamp`. */
  readonly thread?: string;
  /** The thread of a mail that came in, instead, and the mail that is answered. */
  readonly in?: { readonly thread: ThreadId; readonly answers: MessageKey };
  /** Its recipients: the first in To, the others in Cc; Bob alone. */
  readonly to?: readonly Address[];
  /** Whether it can still be changed until the handler closes it. */
  readonly open?: true;
}

/**
 * What the first account's team has mailed, in rooms that need no row: it is composed and sent by the real handler, to
 * a relay that always answers unless `breaks` says otherwise. All fields may be changed and looked at.
 */
export class OurMails {
  /** What the relay took, in order. */
  handed: Envelope[] = [];
  /** What it answers to each recipient, and to whom something else. */
  reply = '250 ok';
  answers = new Map<string, string>();
  /** How large a mail it says to take; null for nothing. */
  limit: number | null = null;
  /** Where in the dialogue it answers. */
  stage: RecipientResult['stage'] = 'recipient';
  /** What it does instead of an answer; null for an answer. */
  breaks: (envelope: Envelope) => SmtpResult | null = () => null;
  /** What happens between its answer and what is written of it. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  /** What a look at a room before its mail leaves comes to: nothing was missed. */
  look: MailOutDeps['look'] = () => Promise.resolve('seen');
  /** Mails within ten minutes, 0 for any number. */
  breaker = 0;
  /** How long the job of a mail that was run last is to rest, milliseconds; null where it is not run again. */
  rest: number | null = null;
  /** How far its clock is ahead of ours, milliseconds. */
  aheadMs = 0;
  readonly #core: HandlerCore;
  readonly #parser: ParsePool;

  constructor(core: HandlerCore, parser: ParsePool) {
    this.#core = core;
    this.#parser = parser;
  }

  /** How mails of the account are asked to be reported on; from now on. */
  set delivery(delivery: DeliverySettings) {
    const { account, accounts } = this.#core;
    accounts.set(account.id, { ...account, delivery });
  }

  get delivery(): DeliverySettings {
    return this.#core.account.delivery;
  }

  handler(db: Database = this.#core.db): Handler<undefined> {
    return mailOut({
      ...this.#core.deps(db),
      parser: this.#parser,
      now: () => this.#time(),
      failpoint: () => undefined,
      failure,
      look: (asked) => this.look(asked),
      download: () => Promise.reject(new Error('no files')),
      smtp: () => this.#relay,
      certain: () => new AbortController().signal,
      together: new LeavingTogether(db),
      freezing: new Freezing(db, () => undefined),
      retryFor: 48 * 3_600_000,
      graceMs: 300_000,
      countMail: () => undefined,
      timed: { sendSeconds: () => undefined, deliverySeconds: () => undefined },
      countStopped: () => undefined,
      breaker: this.breaker,
    });
  }

  /** Runs the job of a mail once; on the database of another process where one is given. */
  async out(outgoing: MessageKey, db: Database = this.#core.db): Promise<string> {
    const handler = this.handler(db);
    const account = this.#core.account.id;
    const job = { job: 1, account, queue: handler.queue, key: 'k', subject: outgoing, attempts: 1, failures: 0 };
    const decision = await handler.run(job, undefined);
    this.rest = decision.outcome.do === 'retry' ? decision.outcome.afterMs : null;
    const ends = decision.outcome.do === 'done' || decision.outcome.do === 'dead';
    await db.transaction(async (tx) => {
      await decision.write?.(tx);
      if (ends) await tx.query('DELETE FROM jobs WHERE queue = $1 AND subject = $2', [handler.queue, outgoing]);
    });
    return decision.outcome.do;
  }

  threadOf(name = 'lamp'): ThreadId {
    return ids.thread(this.#core.account.id, `<${name}@outside.test>` as MessageId, 'x').make;
  }

  /** A mail of Bob's in the thread, shown at once. */
  async arrive(
    words: string,
    more: {
      answers?: Said | null;
      way?: Partial<Way>;
      thread?: string;
      agoMs?: number;
      references?: MessageId[];
      from?: Address;
      replyTo?: Address;
    } = {},
  ): Promise<void> {
    const n = ++this.#core.count;
    const thread = this.threadOf(more.thread);
    const message = `in${String(n)}` as MessageKey;
    const event = `$in${String(n)}:matrix.test`;
    const ago = `now() - ${String(more.agoMs ?? 0)} * interval '1 ms'`;
    await this.#core.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: this.#core.account.id, subject: 'Lamp', by: 'no-references' });
      await addMessage(tx, {
        message,
        account: this.#core.account.id,
        thread,
        direction: 'in',
        messageId: `<${String(n)}@outside.test>` as MessageId,
        contentHash: String(n),
        mail: null,
        outgoing: null,
        facts: messageFacts({
          subject: `Lamp ${more.thread ?? ''}`,
          from: [{ name: 'Bob', address: more.from ?? bobsAddress }],
          replyTo: more.replyTo === undefined ? [] : [{ name: '', address: more.replyTo }],
          inReplyTo: more.answers === undefined || more.answers === null ? [] : [more.answers.messageId],
          references: more.references ?? [],
          way: { ...plain, ...more.way },
        }),
      });
      await tx.query(`UPDATE messages SET at = ${ago} WHERE message = $1`, [message]);
      await tx.query(
        `INSERT INTO events (event, room, type, sender, body, state, received_at)
         VALUES ($1, $2, 'm.room.message', '@mail_x:matrix.test', '', 'done', ${ago})`,
        [event, room],
      );
      await tx.query(
        `INSERT INTO matrix_sends (send, account, thread, message, purpose, subject, sender, kind, type, content,
           state, event)
         VALUES ($1, $6, $2, $3, 'part', $3, '@mail_x:matrix.test', 'event', 'm.room.message', $4, 'sent', $5)`,
        [
          `send${String(n)}`,
          thread,
          message,
          JSON.stringify({ msgtype: 'm.text', body: words }),
          event,
          this.#core.account.id,
        ],
      );
    });
  }

  /** Somebody says something in the room; no try was made to mail it yet. */
  async write(words: string, more: Saying = {}): Promise<Said> {
    const event = `$out${String(++this.#core.count)}:matrix.test` as EventId;
    const account = this.#core.account.id;
    const outgoing = ids.outgoing(account, event);
    const thread = more.in?.thread ?? this.threadOf(more.thread);
    const { author = alice, to = [bobsAddress] } = more;
    const messageId = ids.ownMessageId(outgoing, 'mailroom.test');
    const content = { msgtype: 'm.text', body: words, ...more.content };
    const people = to.map((address) => ({ name: '', address }));
    const answered = more.in === undefined ? null : await loadMessage(this.#core.db, more.in.answers);
    await this.#core.db.transaction(async (tx) => {
      await openThread(tx, { thread, account, subject: 'Lamp', by: 'no-references' });
      await tx.query(
        `INSERT INTO events (event, room, type, sender, body, state) VALUES ($1, $2, 'm.room.message', $3, '', 'done')`,
        [event, room, author],
      );
      const [first, ...others] = people;
      const why = { kind: 'nobody' as const };
      const recipients = {
        to: first === undefined ? [] : [first],
        cc: others,
        why,
        answers: answered?.messageId ?? null,
      };
      const hold = { after: 0, atMost: 0 };
      await openMail(tx, { outgoing, account, thread, room, author, recipients, messageId }, hold);
      const sentAt = new Date(this.#time());
      await joinMail(tx, { event, account, outgoing, type: 'm.room.message', content, replyTo: null, sentAt }, hold);
      if (more.open !== true) await closeMailNow(tx, outgoing);
    });
    return { outgoing, event, messageId };
  }

  /** Somebody says something, and the first try to mail it was made. */
  async say(words: string, more: Saying = {}): Promise<Said> {
    const said = await this.write(words, more);
    await this.out(said.outgoing);
    return said;
  }

  async state(said: Said): Promise<string | undefined> {
    return (await loadOutgoing(this.#core.db, said.outgoing))?.state;
  }

  hopsOf(said: Said): Promise<string | null> {
    return this.fieldOf(said, 'X-Mailroom-Hops');
  }

  /** A field of a mail of ours as it was sent, where it stands on one line. */
  async fieldOf(said: Said, name: string): Promise<string | null> {
    let raw = '';
    for await (const piece of readMailBytes(this.#core.db, said.outgoing)) raw += String(piece);
    return new RegExp(`^${name}: (.*?)\\r$`, 'm').exec(raw)?.[1] ?? null;
  }

  /** What the bot said so far, of one mail or of all: bodies in order. */
  async told(of: Said | null = null): Promise<string[]> {
    const { rows } = await this.#core.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends
       WHERE sender = $1 AND type = 'm.room.message' AND ($2::text IS NULL OR outgoing = $2) ORDER BY at, send`,
      [this.#core.ghosts.bot, of?.outgoing ?? null],
    );
    return rows.map(({ body }) => body);
  }

  /** How far a mail came at each recipient. */
  async statuses(said: Said): Promise<Record<string, string>> {
    const { rows } = await this.#core.db.query<{ address: string; state: string }>(
      'SELECT address, state FROM outgoing_recipients WHERE outgoing = $1 ORDER BY field DESC, address',
      [said.outgoing],
    );
    return Object.fromEntries(rows.map(({ address, state }) => [address, state]));
  }

  /** The sign that the room is shown on a mail. */
  async sign(said: Said): Promise<string | null> {
    const { rows } = await this.#core.db.query<{ sign: string | null }>(
      'SELECT sign FROM outgoing WHERE outgoing = $1',
      [said.outgoing],
    );
    return rows[0]?.sign ?? null;
  }

  /** Addresses to which nothing more is sent. */
  async paused(): Promise<string[]> {
    const { rows } = await this.#core.db.query<{ address: string }>(
      'SELECT address FROM paused_addresses ORDER BY address',
    );
    return rows.map(({ address }) => address);
  }

  /** What a command answers that Alice writes in the room; as a reply where an event is given. */
  command(one: MailCommand, args: readonly string[] = [], replyTo: EventId | null = null): Promise<string> {
    const call = { kind: 'command' as const, name: 'x', args, rest: args.join(' '), replyTo, threadRoot: null };
    const context = this.#context(`$command${String(++this.#core.count)}`);
    return this.#core.db.transaction(async (tx) => {
      const asked = roomContext(context, this.#core.account, []);
      return (await one.run(tx, asked, call))?.body ?? '';
    });
  }

  /** Whether the reaction decided about what is stopped. */
  react(of: EventId, key: string): Promise<boolean> {
    return this.#core.db.transaction(async (tx) => {
      const event = `$react${String(++this.#core.count)}`;
      await reactIn(tx, this.#context(event), { of, key });
      const { rows } = await tx.query(`SELECT FROM matrix_sends WHERE purpose = 'stopped-decided' AND subject = $1`, [
        event,
      ]);
      return rows.length > 0;
    });
  }

  #context(event: string): EventContext {
    return {
      ...this.#core.deps(),
      account: this.#core.account,
      room: { room, account: this.#core.account.id, thread: this.threadOf(), kind: 'thread', state: 'active' },
      event: {
        event: event as EventId,
        room,
        account: this.#core.account.id,
        type: 'm.room.message',
        sender: alice,
        body: Buffer.from('{}'),
        state: 'waiting',
        receivedAt: new Date(),
      },
      raw: null,
      power: null,
      former: false,
    };
  }

  #time(): number {
    return Date.now() + this.aheadMs;
  }

  readonly #relay: Smtp = {
    send: async (envelope, raw) => {
      try {
        for await (const piece of await raw()) assert.ok(piece);
      } catch (error) {
        return notSent('source', true, String(error));
      }
      this.handed.push(envelope);
      const recipients = envelope.to.map((address) =>
        recipientResult(address, readReply(this.answers.get(address) ?? this.reply), this.stage),
      );
      await this.meanwhile();
      return this.breaks(envelope) ?? { outcome: 'answered', recipients, serverMessageId: null };
    },
    verify: () => Promise.reject(new Error('not asked')),
    facts: () =>
      this.limit === null
        ? null
        : { size: this.limit, eightBitMime: true, smtpUtf8: true, dsn: true, pipelining: true, secure: true },
    close: () => undefined,
  };
}
