/** An account, its relay and its mailbox over a real database, without servers: mails go out and reports come back. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach } from 'node:test';
import type { Account } from '../../src/bridge/account.ts';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import { plainDelivery } from '../../src/bridge/ladder.ts';
import type { DeliverySettings } from '../../src/bridge/ladder.ts';
import type { EventId, MessageKey, RoomId } from '../../src/bridge/types.ts';
import { joinMail, openMail } from '../../src/db/outgoing.ts';
import type { Database } from '../../src/db/pool.ts';
import { loadSend } from '../../src/db/sends.ts';
import type { StoredSend } from '../../src/db/sends.ts';
import { openThread } from '../../src/db/threads.ts';
import type { CommandHandler } from '../../src/jobs/command.ts';
import type { EventContext } from '../../src/jobs/event-context.ts';
import { mailIn } from '../../src/jobs/mail-in.ts';
import { mailOut } from '../../src/jobs/mail-out.ts';
import type { Handler } from '../../src/jobs/worker.ts';
import { makeMessageId } from '../../src/mail/message-id.ts';
import type { Address } from '../../src/mail/types.ts';
import { createParsePool } from '../../src/mail/worker/pool.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import { readReply, recipientResult } from '../../src/smtp/result.ts';
import type { SmtpResult } from '../../src/smtp/result.ts';
import type { Envelope } from '../../src/smtp/session.ts';
import type { Smtp } from '../../src/smtp/transport.ts';
import { startTestServer, type TestDatabase, type TestServer } from './database.ts';
import { alice, quiet, testAccount } from './matrix-world.ts';

export const ids = new IdKey('a secret of thirty-two characters');
export const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
export const bob = 'bob@outside.test' as Address;
export const eve = 'eve@evil.test' as Address;
const room = '!room:matrix.test' as RoomId;

/** A mail of ours as the test knows it. */
export interface Said {
  readonly outgoing: MessageKey;
  readonly event: EventId;
}

/** What a test sets and sees; new for each. */
export interface LadderState {
  /** What the relay got. */
  handed: Envelope[];
  /** What it says to whom; 250 where nothing is set. */
  answers: Map<string, string>;
  /** What it does instead of an answer. */
  breaks: (envelope: Envelope) => SmtpResult | null;
  /** What happens between its answer and what is written of it. */
  meanwhile: () => Promise<unknown>;
  delivery: DeliverySettings;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Everything that tests of the ladder do, for one suite: called in its `describe`. */
export function ladderWorld() {
  const world: LadderState = {
    handed: [],
    answers: new Map(),
    breaks: () => null,
    meanwhile: () => Promise.resolve(),
    delivery: plainDelivery,
    now: 0,
  };
  let server: TestServer;
  let test: TestDatabase;
  let parser: ParsePool;
  let uid: number;

  before(async () => {
    server = await startTestServer();
    parser = createParsePool({ size: 1, readers: 1 });
  });
  after(async () => {
    await parser.close();
    await server.stop();
  });
  beforeEach(async () => {
    test = await server.database();
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    await test.db.query(`INSERT INTO plus_proofs (account, address) VALUES ('support', 'support@mailroom.test')`);
    world.handed = [];
    world.answers = new Map();
    world.breaks = () => null;
    world.meanwhile = () => Promise.resolve();
    world.delivery = plainDelivery;
    world.now = Date.now();
    uid = 0;
  });
  afterEach(() => test.close());

  // Nobody's word is believed about senders, so that reports stand by what they bring themselves.
  const account = (): Account => {
    const base = testAccount({ delivery: world.delivery, writing: { ...testAccount().writing, quote: false } });
    return {
      ...base,
      senders: { ...base.senders, authentication: 'receiver', receiver: { kind: 'named', ids: ['mx.test'] } },
    };
  };
  const deps = () => ({ db: test.db, log: quiet, ids, ghosts, accounts: new Map([[account().id, account()]]) });

  const smtp: Smtp = {
    send: async (envelope, raw) => {
      world.handed.push(envelope);
      const stream = await raw();
      for await (const piece of stream) assert.ok(piece);
      const recipients = envelope.to.map((address) =>
        recipientResult(address, readReply(world.answers.get(address) ?? '250 ok')),
      );
      await world.meanwhile();
      return world.breaks(envelope) ?? { outcome: 'answered', recipients, serverMessageId: null };
    },
    verify: () => Promise.reject(new Error('not asked')),
    facts: () => null,
    close: () => undefined,
  };

  async function work<Prepared>(handler: Handler<Prepared>, subject: string): Promise<string> {
    const job = { job: 1, account: account().id, queue: handler.queue, key: 'k', subject, attempts: 1, failures: 0 };
    const decision = await handler.run(job, await handler.prepare(job));
    await test.db.transaction(async (tx) => decision.write?.(tx));
    return decision.outcome.do;
  }

  const out = (outgoing: string) =>
    work(
      mailOut({
        ...deps(),
        parser,
        now: () => world.now,
        failpoint: () => undefined,
        download: () => Promise.reject(new Error('no files')),
        smtp: () => smtp,
        certain: () => new AbortController().signal,
        retryFor: 48 * 3_600_000,
        countMail: () => undefined,
        timed: { sendSeconds: () => undefined, deliverySeconds: () => undefined },
        countBrake: () => undefined,
        breaker: 0,
      }),
      outgoing,
    );

  const threadOf = () => ids.thread(account().id, makeMessageId('root', 'outside.test'), 'x');

  /** Alice says something that is mailed at once; resolves after the first attempt. */
  async function say(event: string, to: readonly Address[] = [bob], attempt = true): Promise<Said> {
    const id = `$${event}` as EventId;
    const outgoing = ids.outgoing(account().id, id);
    const thread = threadOf();
    const people = to.map((address) => ({ name: '', address }));
    await test.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: account().id, subject: 'Lamp', by: 'no-references' });
      await openMail(
        tx,
        {
          outgoing,
          account: account().id,
          thread,
          room,
          author: alice,
          recipients: { to: people.slice(0, 1), cc: people.slice(1), why: { kind: 'nobody' }, answers: null },
          messageId: ids.ownMessageId(outgoing, 'mailroom.test'),
        },
        { after: 0, atMost: 0 },
      );
      await joinMail(
        tx,
        {
          event: id,
          account: account().id,
          outgoing,
          type: 'm.room.message',
          content: { msgtype: 'm.text', body: `Words of ${event}` },
          replyTo: null,
          sentAt: new Date(world.now),
        },
        { after: 0, atMost: 0 },
      );
    });
    if (attempt) await out(outgoing);
    return { outgoing, event: id };
  }

  async function arrive(raw: string): Promise<StoredSend[]> {
    const bytes = Buffer.from(raw.replace(/\r?\n/g, '\r\n'));
    const { rows } = await test.db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, sha256, state)
       VALUES ('support', 'INBOX', 'watched', 1, $1, $2, $3, 'stored') RETURNING mail`,
      [++uid, bytes.length, createHash('sha256').update(bytes).digest()],
    );
    const mail = rows[0]?.mail ?? 0;
    await test.db.query(`INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, 'support', $2)`, [
      mail,
      bytes,
    ]);
    await work(mailIn({ ...deps(), parser, mailSize: 50_000_000, checkSender: null }), String(mail));
    const sends = await test.db.query<{ send: string }>(
      'SELECT send FROM matrix_sends WHERE message = (SELECT message FROM messages WHERE mail = $1) ORDER BY position',
      [mail],
    );
    const stored = await Promise.all(sends.rows.map(({ send }) => loadSend(test.db, send)));
    return stored.filter((send) => send !== null);
  }

  let reports = 0;
  /** A report as relays write it; `names` is how it names our mail. */
  function report(
    said: Said,
    groups: readonly { to: string; action: string; status: string; says?: string; original?: string }[],
    names: readonly ('envid' | 'message-id' | 'header')[],
    more: { from?: string; to?: string; head?: string } = {},
  ): string {
    const own = [
      ...(names.includes('message-id') ? [`Message-ID: ${ids.ownMessageId(said.outgoing, 'mailroom.test')}`] : []),
      ...(names.includes('header') ? [`X-Mailroom-Id: ${ids.ownHeader(said.outgoing)}`] : []),
    ];
    const fields = groups.map(({ to, action, status, says, original }) =>
      [
        ...(original === undefined ? [] : [`Original-Recipient: rfc822;${original}`]),
        `Final-Recipient: rfc822;${to}`,
        `Action: ${action}`,
        `Status: ${status}`,
        ...(says === undefined ? [] : [`Diagnostic-Code: smtp; ${says}`]),
        '',
      ].join('\n'),
    );
    return `Return-Path: <>
${more.head ?? 'Delivered-To: support@mailroom.test'}
From: ${more.from ?? 'Mail Delivery System <mailer-daemon@relay.test>'}
To: ${more.to ?? 'support@mailroom.test'}
Subject: Delivery report ${String(++reports)}
Message-ID: <report.${String(reports)}@relay.test>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This report says what became of a mail.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.test
${names.includes('envid') ? `Original-Envelope-Id: ${ids.envelopeId(said.outgoing)}\n` : ''}
${fields.join('\n')}
--b
Content-Type: text/rfc822-headers

${[...own, 'From: support@mailroom.test', 'Subject: Re: Lamp'].join('\n')}

--b--
`;
  }

  const unknown = (to: string) => ({ to, action: 'failed', status: '5.1.1', says: '550 5.1.1 No such user here' });

  async function rungs(said: Said): Promise<Record<string, string>> {
    const { rows } = await test.db.query<{ address: string; state: string }>(
      'SELECT address, state FROM outgoing_recipients WHERE outgoing = $1 ORDER BY field DESC, address',
      [said.outgoing],
    );
    return Object.fromEntries(rows.map(({ address, state }) => [address, state]));
  }

  async function sign(said: Said): Promise<string | null> {
    const { rows } = await test.db.query<{ sign: string | null }>('SELECT sign FROM outgoing WHERE outgoing = $1', [
      said.outgoing,
    ]);
    return rows[0]?.sign ?? null;
  }

  async function paused(): Promise<string[]> {
    const { rows } = await test.db.query<{ address: string }>('SELECT address FROM paused_addresses ORDER BY address');
    return rows.map(({ address }) => address);
  }

  /** Bodies of what the bot said about a mail besides reports. */
  async function told(said: Said): Promise<string[]> {
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends
       WHERE outgoing = $1 AND type = 'm.room.message' ORDER BY at, send`,
      [said.outgoing],
    );
    return rows.map(({ body }) => body);
  }

  const body = (send: StoredSend | undefined): string => {
    const value = send?.content['body'];
    return typeof value === 'string' ? value : '';
  };

  function context(): EventContext {
    return {
      ...deps(),
      account: account(),
      room: { room, account: account().id, thread: threadOf(), kind: 'thread', state: 'active' },
      event: { event: '$command' as EventId, sender: alice },
      raw: null,
    } as unknown as EventContext;
  }
  const call = (name: string, args: readonly string[] = [], replyTo: EventId | null = null) => ({
    kind: 'command' as const,
    name,
    args,
    rest: args.join(' '),
    replyTo,
    threadRoot: null,
  });
  const command = (handler: CommandHandler, ...given: Parameters<typeof call>) =>
    test.db.transaction(async (tx) => (await handler(tx, context(), call(...given)))?.body ?? '');

  return {
    world,
    db: (): Database => test.db,
    out,
    say,
    arrive,
    report,
    unknown,
    rungs,
    sign,
    paused,
    told,
    body,
    command,
  };
}
