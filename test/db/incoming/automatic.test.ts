/**
 * What machines and senders to many may do: quiet in their thread, in the lobby without one, gathered or ignored as the
 * account says; over a real database.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { plainAdmission } from '../../../src/bridge/account/account.ts';
import type { Account, AdmissionSettings } from '../../../src/bridge/account/account.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import type { StoredSend } from '../../../src/db/room-tables/sends.ts';
import { recipientsIn } from '../../../src/answers/recipients-in.ts';
import { mailNotice } from '../../../src/outgoing/mail-notice.ts';
import type { Address } from '../../../src/mail/types.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

let test: TestDatabase;
const parser = suiteParser();
eachDatabase((given) => {
  test = given;
});

const golden = (name: string): Buffer => readFileSync(new URL(`../../golden/mail-in/${name}.eml`, import.meta.url));

class Box {
  readonly account: Account;
  readonly arrivals: Arrivals;
  #count = 0;

  private constructor(account: Account, arrivals: Arrivals) {
    this.account = account;
    this.arrivals = arrivals;
  }

  static async begin(many: Partial<AdmissionSettings['many']> = {}): Promise<Box> {
    const account = testAccount({ entry: { ...plainAdmission, many: { ...plainAdmission.many, ...many } } });
    const { arrivals } = await handlerWorld({ test, parser, accounts: [account] });
    return new Box(account, arrivals);
  }

  /** A mail; `of` is the number of the one that it answers. */
  mail(
    subject: string,
    headers: readonly string[] = [],
    of: number | null = null,
    from = 'bob@outside.example',
  ): Promise<Arrived> {
    const number = ++this.#count;
    const lines = [
      ...headers,
      `Message-ID: <${number}@outside.example>`,
      `From: ${from}`,
      'To: support@mailroom.test',
      `Subject: ${subject}`,
      ...(of === null ? [] : [`In-Reply-To: <${of}@outside.example>`]),
      '',
      `Text ${number}`,
      '',
    ];
    return this.arrivals.arrive(lines.join('\r\n'));
  }

  async to(thread: string | null): Promise<string[]> {
    const context = { account: this.account };
    const { to } = await test.db.transaction((tx) => recipientsIn(tx, context, thread as ThreadId, null));
    return to.map(({ address }) => address);
  }
}

const threads = async () =>
  (
    await test.db.query<{ subject: string; kind: string }>(
      'SELECT subject, kind FROM threads ORDER BY opened_at, subject',
    )
  ).rows;
const bodyOf = (send: StoredSend | undefined): string => {
  const body = send?.content['body'];
  return typeof body === 'string' ? body : '';
};
const isNotice = (send: StoredSend | undefined): boolean => send?.content['msgtype'] === 'm.notice';
const inLobby = (send: StoredSend | undefined): boolean => send?.thread === null && send.room === null;
const OUT_OF_OFFICE = ['Auto-Submitted: auto-replied'];
const LIST = ['List-Id: "Lamp makers" <lamps.lists.example>', 'List-Post: <mailto:lamps@lists.example>'];
const NEWS = ['List-Unsubscribe: <mailto:leave@news.example>', 'Precedence: bulk'];

describe('an automatic reply', () => {
  it('is a notice in its thread, and chooses no recipients', async () => {
    const box = await Box.begin();
    const first = await box.mail('Lamp', [], null, 'Carol <carol@outside.example>');
    const away = await box.mail('Out of office', OUT_OF_OFFICE, 1, 'carol@outside.example');
    assert.equal(away.thread, first.thread);
    assert.ok(isNotice(away.sends[0]) && !isNotice(first.sends[0]));
    assert.deepEqual(await box.to(first.thread), ['carol@outside.example']);
    const other = await box.mail('Abwesenheit', OUT_OF_OFFICE, 1, 'carol@outside.example');
    assert.equal(other.thread, first.thread);
    const { rows } = await test.db.query<{ kind: string }>('SELECT kind FROM messages ORDER BY seq');
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['message', 'auto-reply', 'auto-reply'],
    );
  });

  it('without a thread opens no room: the lobby is told, once for two copies', async () => {
    const box = await Box.begin();
    const raw = [
      'From: Bob <bob@outside.example>',
      'To: support@mailroom.test',
      'Message-ID: <away@outside.example>',
      'Auto-Submitted: auto-replied',
      'Subject: Out of office',
      '',
      'I am away.',
      '',
    ].join('\r\n');
    const [said] = (await box.arrivals.arrive(raw)).sends;
    assert.ok(isNotice(said) && inLobby(said));
    assert.equal(said?.sender, box.arrivals.ghosts.bot);
    assert.match(bodyOf(said), /^Automatic mail from Bob <bob@outside\.example>:\n[^]*Out of office[^]*I am away\./);
    assert.deepEqual(await threads(), []);
    assert.deepEqual((await box.arrivals.arrive(raw)).sends, []);
    // Nothing joins it.
    const answer = await box.arrivals.arrive(
      raw
        .replace('Auto-Submitted: auto-replied', 'In-Reply-To: <away@outside.example>')
        .replace('<away@', '<x@')
        .replace(': Out of office', ': Thanks'),
    );
    assert.equal(answer.state, 'decided');
    assert.ok(answer.sends.length > 0 && !inLobby(answer.sends[0]));
  });

  it('of somebody who had no part asks nothing of the room', async () => {
    const box = await Box.begin();
    const first = await box.mail('Lamp');
    const away = await box.mail('Out of office', OUT_OF_OFFICE, 1, 'deputy@outside.example');
    assert.ok(away.sends.every((send) => !/joined/.test(bodyOf(send))));
    assert.deepEqual(await box.to(first.thread), ['bob@outside.example']);
  });
});

describe('reports without a thread', () => {
  for (const name of ['bounce-unknown-user']) {
    it(`open no room: ${name}`, async () => {
      const box = await Box.begin();
      const { sends } = await box.arrivals.arrive(golden(name));
      assert.ok(sends.length > 0 && sends.every((send) => inLobby(send) && send.sender === box.arrivals.ghosts.bot));
      assert.ok(isNotice(sends[0]));
      assert.deepEqual(await threads(), []);
    });
  }
});

describe('mail to many', () => {
  it('of a list is like any other mail where nothing else is said', async () => {
    const box = await Box.begin();
    const first = await box.mail('One', LIST);
    await box.mail('Two', LIST);
    assert.deepEqual(await threads(), [
      { subject: 'One', kind: 'mail' },
      { subject: 'Two', kind: 'mail' },
    ]);
    assert.deepEqual(await box.to(first.thread), ['bob@outside.example']);
  });

  it('of a list has one room by its List-Id where the account says so; only a reply there is mailed', async () => {
    const box = await Box.begin({ lists: 'list-room' });
    const first = await box.mail('One', LIST);
    const second = await box.mail('Two', LIST, null, 'carol@outside.example');
    const answer = await box.mail('Re: One', LIST, 1, 'dora@outside.example');
    assert.deepEqual(await threads(), [{ subject: 'Lamp makers', kind: 'list' }]);
    assert.deepEqual([second.thread, answer.thread], [first.thread, first.thread]);
    const decisions = await test.db.query<{ by: string }>(`SELECT facts->>'decision' AS by FROM messages ORDER BY seq`);
    assert.deepEqual(decisions.rows.map(({ by }) => by), ['list-room', 'list-room', 'in-reply-to']); // prettier-ignore
    assert.match(bodyOf(second.sends[0]), /Two/);
    assert.deepEqual(await box.to(first.thread), []);
    await box.mail('Three', ['List-Id: <other.lists.example>']);
    assert.equal((await threads()).length, 2);
    await box.mail('Person', [], null);
    assert.equal((await threads()).length, 3);
  });

  it('without an answer expected is in one room of the account', async () => {
    const box = await Box.begin();
    const first = await box.mail('News 1', NEWS);
    const second = await box.mail('Offers', NEWS, null, 'shop@news.example');
    assert.equal(first.thread, second.thread);
    assert.deepEqual(await threads(), [{ subject: 'Newsletters', kind: 'digest' }]);
    assert.deepEqual(await box.to(first.thread), []);
  });

  it('stays in its thread where it answers one', async () => {
    const box = await Box.begin({ lists: 'ignore', bulk: 'ignore' });
    const first = await box.mail('Lamp');
    const news = await box.mail('Re: Lamp', NEWS, 1);
    const list = await box.mail('Re: Lamp', LIST, 1);
    assert.deepEqual([news.thread, list.thread], [first.thread, first.thread]);
  });

  it('is ignored where the account says so, and counted', async () => {
    const box = await Box.begin({ lists: 'ignore', bulk: 'ignore' });
    const became = [await box.mail('One', LIST), await box.mail('News', NEWS)];
    assert.deepEqual(
      became.map(({ state, reason, sends }) => [state, reason, sends.length]),
      [
        ['ignored', 'not shown: lists-ignored', 0],
        ['ignored', 'not shown: bulk-ignored', 0],
      ],
    );
    assert.deepEqual(await threads(), []);
  });
});

it('a mail that Mailroom wrote by itself, filed in Sent by the provider, is nobody’s news', async () => {
  const box = await Box.begin();
  const said = {
    of: 'x',
    purpose: 'test',
    to: { name: '', address: 'bob@outside.example' as Address },
    subject: 'Not delivered',
    text: 'Sorry.',
    cause: 'auto-replied',
    answers: null,
  } as const;
  await test.db.transaction((tx) => mailNotice(tx, box.arrivals.deps, box.account, said));
  assert.ok(!(await test.db.transaction((tx) => mailNotice(tx, box.arrivals.deps, box.account, said))));
  const { rows } = await test.db.query<{ bytes: Buffer }>('SELECT bytes FROM notices');
  assert.equal(rows.length, 1);
  const filed = await box.arrivals.arrive(rows[0]?.bytes ?? '', { role: 'sent' });
  assert.deepEqual([filed.state, filed.reason, filed.sends.length], ['ignored', 'own mail', 0]);
  // A stranger who has it proves nothing by it: it is shown as what it is.
  assert.equal((await box.arrivals.arrive(rows[0]?.bytes ?? '')).state, 'decided');
});
