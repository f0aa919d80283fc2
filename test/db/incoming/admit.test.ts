/** Who may enter a room by mail: newcomers, rules, open rooms, and who is told of a refusal; over a real database. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainAdmission } from '../../../src/bridge/account/account.ts';
import type { Account, AdmissionSettings, SenderSettings } from '../../../src/bridge/account/account.ts';
import type { EventId, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { metricsSource } from '../../../src/watch/figures.ts';
import { settleSend } from '../../../src/db/room-tables/sends.ts';
import type { StoredSend } from '../../../src/db/room-tables/sends.ts';
import { addMessage } from '../../../src/db/thread-tables/message-added.ts';
import { answerInRoom } from '../../../src/said/run-command.ts';
import { react } from '../../../src/said/reaction.ts';
import { recipientsIn } from '../../../src/answers/recipients-in.ts';
import type { Address } from '../../../src/mail/types.ts';
import { speakersOf } from '../../support/handlers/arrivals.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, messageFacts, testAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const BOB = 'bob@outside.example';
const EVE = 'eve@elsewhere.example';
const passing: Partial<SenderSettings> = {
  authentication: 'receiver',
  receiver: { kind: 'named', ids: ['mx.mailroom.test'] },
};

let test: TestDatabase;
const parser = suiteParser();
eachDatabase((given) => {
  test = given;
});

/** A thread that Bob began, that was answered from the room, with what a stranger needs to answer that answer. */
class Talk {
  readonly arrivals: Arrivals;
  readonly account: Account;
  thread = '' as ThreadId;
  ours = '';
  #count = 0;

  private constructor(account: Account, arrivals: Arrivals) {
    this.account = account;
    this.arrivals = arrivals;
  }

  static async begin(entry: Partial<AdmissionSettings> = {}): Promise<Talk> {
    const account = testAccount({
      entry: { ...plainAdmission, ...entry },
      senders: { ...testAccount().senders, ...passing },
    });
    const { arrivals } = await handlerWorld({ test, parser, accounts: [account] });
    const talk = new Talk(account, arrivals);
    const first = await talk.mail({ from: BOB, subject: 'Lamp' });
    talk.thread = first.thread as ThreadId;
    const { ids } = talk.arrivals;
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation)
       VALUES ('!room:matrix.test', $1, 'thread', $2, 'room', 'active', 0)`,
      [talk.account.id, talk.thread],
    );
    const message = ids.outgoing(talk.account.id, '$answer' as EventId);
    const messageId = ids.ownMessageId(message, 'mailroom.test');
    await test.db.transaction((tx) =>
      addMessage(tx, {
        message,
        account: talk.account.id,
        thread: talk.thread,
        direction: 'out',
        messageId,
        contentHash: 'ours',
        mail: null,
        outgoing: message,
        facts: messageFacts({
          subject: 'Re: Lamp',
          from: [{ name: 'Support', address: talk.account.address }],
          to: [{ name: '', address: BOB as Address }],
          decision: 'answer',
        }),
      }),
    );
    talk.ours = messageId;
    return talk;
  }

  /** A mail that the account's receiver has judged; an answer to the mail of ours where `answers` says so. */
  mail(options: {
    readonly from: string;
    readonly verdict?: 'pass' | 'fail' | 'none';
    readonly subject?: string;
    readonly answers?: boolean;
    readonly headers?: readonly string[];
    readonly text?: string;
  }): Promise<Arrived> {
    const { from, verdict = 'pass', subject = 'Re: Lamp', answers = false, headers = [] } = options;
    const domain = from.slice(from.indexOf('@') + 1);
    const number = ++this.#count;
    const lines = [
      `Return-Path: <${from}>`,
      ...(verdict === 'none'
        ? []
        : [`Authentication-Results: mx.mailroom.test; dmarc=${verdict} header.from=${domain}`]),
      ...headers,
      `Message-ID: <${number}@${domain}>`,
      `From: ${from}`,
      'To: support@mailroom.test',
      `Subject: ${subject}`,
      ...(answers ? [`In-Reply-To: ${this.ours}`] : []),
      '',
      options.text ?? `Text ${number}`,
      ...(answers ? ['', 'On Monday, Support wrote:', '> The lamp is on its way.'] : []),
      '',
    ];
    return this.arrivals.arrive(lines.join('\r\n'));
  }

  eve(
    more: { readonly verdict?: 'pass' | 'fail' | 'none'; readonly headers?: readonly string[] } = {},
  ): Promise<Arrived> {
    return this.mail({ from: EVE, answers: true, ...more });
  }

  context(event: string, sender: UserId = alice) {
    const room = '!room:matrix.test' as RoomId;
    return {
      ...this.arrivals.deps,
      account: this.account,
      room: { room, account: this.account.id, thread: this.thread, kind: 'thread' as const, state: 'active' as const },
      power: null,
      former: false,
      raw: {},
      event: {
        event: event as EventId,
        room,
        account: this.account.id,
        type: 'm.room.message',
        sender,
        body: Buffer.from('{}'),
        state: 'waiting' as const,
        receivedAt: new Date(),
      },
    };
  }

  /** What the bot answers to a command. */
  async says(command: string, replyTo: string | null = null, sender?: UserId): Promise<string> {
    const event = `$command-${++this.#count}`;
    const [, name = '', ...args] = command.split(' ');
    const call = {
      kind: 'command',
      name,
      args,
      replyTo: replyTo as EventId | null,
      threadRoot: null,
      rest: args.join(' '),
    } as const;
    await test.db.transaction((tx) => answerInRoom(tx, this.context(event, sender) as never, call as never));
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT content->>'body' AS body FROM matrix_sends WHERE content->'m.relates_to'->'m.in_reply_to'->>'event_id' =
         $1`,
      [event],
    );
    return rows.map(({ body }) => body).join('\n');
  }

  /** The event that a send became. */
  async sent(send: StoredSend | undefined): Promise<string> {
    assert.ok(send !== undefined);
    const event = `$event-${++this.#count}` as EventId;
    await settleSend(test.db, send.send, event);
    return event;
  }

  /** Whether the reaction decided about who takes part. */
  react(of: string, key: string, sender?: UserId): Promise<boolean> {
    const event = `$reaction-${++this.#count}`;
    const context = this.context(event, sender);
    return test.db.transaction(async (tx) => {
      await react(tx, context, { of: of as EventId, key });
      const decided = `SELECT FROM matrix_sends WHERE purpose = 'participant-decided' AND subject = $1`;
      return (await tx.query(decided, [event])).rows.length > 0;
    });
  }

  ghost(address: string): string {
    return this.arrivals.ghosts.ghost(address as Address);
  }

  claimed(address: string): string {
    return this.arrivals.ghosts.claimed(address as Address);
  }
}

const bodyOf = (send: StoredSend | undefined): string => {
  const body = send?.content['body'];
  return typeof body === 'string' ? body : '';
};
const joinedNotice = ({ sends }: Arrived): StoredSend | undefined =>
  sends.find((send) => /is new here: they answered/.test(bodyOf(send)));

async function notices(): Promise<{ recipient: string; raw: string }[]> {
  const { rows } = await test.db.query<{ recipient: string; bytes: Buffer }>(
    'SELECT recipient, bytes FROM notices ORDER BY at',
  );
  return rows.map(({ recipient, bytes }) => ({ recipient, raw: bytes.toString() }));
}

describe('somebody new who answers a mail that went to someone else', () => {
  it('is shown marked, and the room is asked once', async () => {
    const talk = await Talk.begin();
    const first = await talk.eve();
    assert.equal(first.thread, talk.thread);
    assert.deepEqual(speakersOf({ ...first, sends: first.sends.filter((send) => send !== joinedNotice(first)) }), [
      talk.claimed(EVE),
    ]);
    assert.match(String(first.sends[0]?.senderName), /^⚠ eve@elsewhere\.example \(new here\)/);
    assert.match(
      bodyOf(joinedNotice(first)),
      /eve@elsewhere\.example is new here: they answered a mail that went to somebody else/,
    );
    const second = await talk.eve();
    assert.equal(joinedNotice(second), undefined);
    assert.deepEqual(speakersOf(second), [talk.claimed(EVE)]);
  });

  it('gets no answer that is meant for the others, until a member says yes', async () => {
    const talk = await Talk.begin();
    const first = await talk.eve();
    const to = async () => {
      const context = { account: talk.account };
      const { to: people } = await test.db.transaction((tx) => recipientsIn(tx, context, talk.thread, null));
      return people.map(({ address }) => address);
    };
    assert.deepEqual(await to(), [BOB]);
    const notice = await talk.sent(joinedNotice(first));
    assert.ok(await talk.react(notice, '✅'));
    assert.deepEqual(await to(), [EVE]);
  });

  it('speaks as themselves after a member said yes by ✅', async () => {
    const talk = await Talk.begin();
    const notice = await talk.sent(joinedNotice(await talk.eve()));
    assert.ok(!(await talk.react(notice, '👍')));
    assert.ok(await talk.react(notice, '✅'));
    const second = await talk.eve();
    assert.deepEqual(speakersOf(second), [talk.ghost(EVE)]);
    assert.equal(joinedNotice(second), undefined);
  });

  it('is not let in by a reaction of somebody who may not decide', async () => {
    const talk = await Talk.begin();
    const notice = await talk.sent(joinedNotice(await talk.eve()));
    assert.ok(!(await talk.react(notice, '✅', '@guest:matrix.test' as UserId)));
    assert.deepEqual(speakersOf(await talk.eve()), [talk.claimed(EVE)]);
  });

  it('is not shown any more after a member said no by ❌', async () => {
    const talk = await Talk.begin();
    const notice = await talk.sent(joinedNotice(await talk.eve()));
    assert.ok(await talk.react(notice, '❌'));
    const second = await talk.eve();
    assert.equal(second.state, 'ignored');
    assert.deepEqual(second.sends, []);
  });

  it('takes part by !mail allow as a reply to their message', async () => {
    const talk = await Talk.begin();
    const said = await talk.sent((await talk.eve()).sends[0]);
    assert.match(await talk.says('!mail allow', said), /Allowed in this room: eve@elsewhere\.example/);
    assert.deepEqual(speakersOf(await talk.eve()), [talk.ghost(EVE)]);
  });

  it('still speaks marked after the yes where the check fails', async () => {
    const talk = await Talk.begin();
    const notice = await talk.sent(joinedNotice(await talk.eve()));
    await talk.react(notice, '✅');
    assert.deepEqual(speakersOf(await talk.eve({ verdict: 'fail' })), [talk.claimed(EVE)]);
  });

  it('is refused where the account says so, stays in the mailbox, and is told once a day', async () => {
    const talk = await Talk.begin({ newcomers: 'refused' });
    const first = await talk.eve();
    assert.deepEqual([first.state, first.reason, first.sends.length], ['ignored', 'not shown: newcomer', 0]);
    const [told] = await notices();
    assert.equal(told?.recipient, EVE);
    assert.match(told.raw, /^Auto-Submitted: auto-replied\r$/m);
    assert.match(told.raw, /^X-Auto-Response-Suppress: All\r$/m);
    assert.match(told.raw, /^Subject: Not delivered: Lamp\r$/m);
    assert.match(told.raw, /^In-Reply-To: <2@elsewhere\.example>\r$/m);
    await talk.eve();
    assert.equal((await notices()).length, 1);
    await test.db.query(`UPDATE refusals_told SET at = at - interval '25 hours'`);
    await talk.eve();
    assert.equal((await notices()).length, 2);
  });

  for (const [who, more] of [
    ['whose check fails', { verdict: 'fail' }],
    ['whom nobody checked', { verdict: 'none' }],
    ['that is a machine', { headers: ['Auto-Submitted: auto-replied'] }],
    ['without a return path', { headers: ['Return-Path: <>'] }],
    ['whose mail came through too many Mailrooms', { headers: [`X-Mailroom-Hops: ${'abcd '.repeat(12)}`] }],
  ] as const) {
    it(`is not told where it is somebody ${who}`, async () => {
      const talk = await Talk.begin({ newcomers: 'refused' });
      assert.equal((await talk.eve(more)).state, 'ignored');
      assert.deepEqual(await notices(), []);
    });
  }

  it('is told with the hops of the mail, so that two that refuse each other end', async () => {
    const talk = await Talk.begin({ newcomers: 'refused' });
    await talk.eve({ headers: ['X-Mailroom-Hops: abcd'] });
    const [told] = await notices();
    const own = /^X-Mailroom-Hops: abcd (\w+)\r$/m.exec(told?.raw ?? '')?.[1];
    assert.ok(own !== undefined);
    await talk.mail({ from: 'other@elsewhere.example', answers: true, headers: [`X-Mailroom-Hops: ${own}`] });
    assert.equal((await notices()).length, 1);
  });

  it('is not told where very many were within the hour', async () => {
    const talk = await Talk.begin({ newcomers: 'refused' });
    await test.db.query(
      `INSERT INTO refusals_told (account, address) SELECT 'support', n || '@elsewhere.example' FROM generate_series(1,
         60) n`,
    );
    await talk.eve();
    assert.deepEqual(await notices(), []);
  });

  it('is not told where the account is silent', async () => {
    const talk = await Talk.begin({ newcomers: 'refused', refusals: 'silent' });
    await talk.eve();
    assert.deepEqual(await notices(), []);
  });
});

describe('rooms that opened themselves', () => {
  it('let in whoever passes, and mark whom nobody vouches for', async () => {
    const talk = await Talk.begin({ newcomers: 'refused' });
    assert.match(await talk.says('!mail entry'), /not open/);
    assert.match(await talk.says('!mail entry open'), /is open/);
    assert.deepEqual(speakersOf(await talk.eve()), [talk.ghost(EVE)]);
    const other = await talk.mail({ from: 'other@elsewhere.example', answers: true, verdict: 'fail' });
    assert.equal(other.state, 'ignored');
    assert.match(await talk.says('!mail entry asked'), /not open/);
    const third = await talk.mail({ from: 'third@elsewhere.example', answers: true });
    assert.equal(third.state, 'ignored');
  });

  it('are all of an account that says so', async () => {
    const talk = await Talk.begin({ open: true });
    assert.deepEqual(speakersOf(await talk.eve()), [talk.ghost(EVE)]);
  });
});

describe('rules', () => {
  it('keep a blocked sender out of old and new rooms, whoever claims the address', async () => {
    const talk = await Talk.begin();
    assert.match(await talk.says(`!mail block ${BOB}`), /Blocked in the whole account: bob@outside\.example/);
    for (const verdict of ['pass', 'fail', 'none'] as const) {
      const answer = await talk.mail({ from: BOB, answers: true, verdict });
      assert.deepEqual([answer.state, answer.reason, answer.sends.length], ['ignored', `not shown: blocked ${BOB}`, 0]);
    }
    const fresh = await talk.mail({ from: BOB, subject: 'Something else' });
    assert.equal(fresh.state, 'ignored');
    const { rows } = await test.db.query('SELECT FROM threads');
    assert.equal(rows.length, 1);
  });

  it('hold for domains and wildcards, in one room or the account, the room before the account', async () => {
    const talk = await Talk.begin();
    await talk.says('!mail block *.example');
    await talk.says('!mail allow elsewhere.example here');
    assert.equal((await talk.mail({ from: BOB, answers: true })).state, 'ignored');
    assert.deepEqual(speakersOf(await talk.eve()), [talk.ghost(EVE)]);
    assert.equal((await talk.mail({ from: EVE, subject: 'New' })).state, 'ignored');
    assert.equal((await talk.mail({ from: 'x@other.test', subject: 'New too' })).state, 'decided');
  });

  it('of the config hold like those of the rooms', async () => {
    const talk = await Talk.begin({
      newcomers: 'refused',
      rules: [
        { effect: 'allow', pattern: 'elsewhere.example', thread: null },
        { effect: 'block', pattern: 'news*@spam.example', thread: null },
      ],
    });
    assert.deepEqual(speakersOf(await talk.eve()), [talk.ghost(EVE)]);
    assert.equal((await talk.mail({ from: 'newsletter@spam.example', subject: 'Buy' })).state, 'ignored');
  });

  it('allow nobody whose check fails', async () => {
    const talk = await Talk.begin();
    await talk.says('!mail allow elsewhere.example');
    assert.deepEqual(
      speakersOf(await talk.eve({ verdict: 'fail' })).filter((user) => user === talk.ghost(EVE)),
      [],
    );
  });

  it('never keep out our own people', async () => {
    const talk = await Talk.begin();
    await talk.says('!mail block *');
    const own = await talk.mail({ from: 'alice@mailroom.test', answers: true });
    assert.equal(own.state, 'decided');
  });

  it('are listed with what was not shown, and dropped', async () => {
    const talk = await Talk.begin({ rules: [{ effect: 'block', pattern: 'spam.example', thread: null }] });
    await talk.says('!mail block elsewhere.example here');
    await talk.says('!mail allow bob@outside.example');
    await talk.eve();
    const list = await talk.says('!mail rules');
    assert.equal(
      (await metricsSource(test.db, () => 3_600_000).accounts()).find(({ account }) => account === 'support')?.notShown,
      1,
    );
    assert.match(list, /✅ bob@outside\.example\n/);
    assert.match(list, /⛔ elsewhere\.example \(in this room\)/);
    assert.match(list, /⛔ spam\.example \(from the config\)/);
    assert.match(list, /not shown in the last 30 days: 1\n· 1: blocked by elsewhere\.example/);
    assert.match(await talk.says('!mail rules drop elsewhere.example'), /no rule about elsewhere\.example any more/);
    assert.equal((await talk.eve()).state, 'decided');
    assert.match(await talk.says('!mail rules drop elsewhere.example'), /no rule about elsewhere\.example here/);
  });

  it('are given by nobody who may not, and not about what is no address', async () => {
    const talk = await Talk.begin();
    assert.doesNotMatch(await talk.says(`!mail block ${BOB}`, null, '@guest:matrix.test' as UserId), /Blocked/);
    assert.match(await talk.says('!mail block bob'), /neither an address nor a domain/);
    assert.match(await talk.says('!mail block'), /Say whom/);
    assert.equal((await talk.mail({ from: BOB, answers: true })).state, 'decided');
  });

  it('spare the team the question about a blocked mail that would be held', async () => {
    const talk = await Talk.begin();
    await talk.says('!mail block *@mailroom.test');
    const forged = await talk.mail({ from: 'alice@mailroom.test', verdict: 'fail', subject: 'Pay this' });
    assert.deepEqual([forged.state, forged.sends.length], ['ignored', 0]);
  });
});
