import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideFlood, floodBuckets } from '../../../../src/bridge/admission/flood.ts';
import type { FloodDecision, FloodMail } from '../../../../src/bridge/admission/flood.ts';
import type { Bucket } from '../../../../src/bridge/bucket.ts';

const HOUR = 3_600_000;
const START = 1_800_000_000_000;

/** An account that remembers what was taken. */
class Account {
  readonly #buckets = new Map<string, Bucket>();
  readonly #more: Partial<FloodMail>;

  constructor(more: Partial<FloodMail> = {}) {
    this.#more = more;
  }

  mail(given: Partial<FloodMail> = {}): FloodDecision {
    const mail: FloodMail = {
      limits: { rooms: 480, ghosts: 1920 },
      checks: true,
      verified: true,
      domain: 'outside.example',
      opens: true,
      newSender: true,
      newOthers: 0,
      at: START,
      ...this.#more,
      ...given,
      buckets: this.#buckets,
    };
    const decision = decideFlood(mail);
    for (const { name, level, at } of decision.spent) {
      assert.ok(floodBuckets(mail).includes(name), name);
      this.#buckets.set(name, { level, at });
    }
    return decision;
  }

  /** How many of so many mails are let in. */
  letIn(count: number, given: (n: number) => Partial<FloodMail> = () => ({})): number {
    let many = 0;
    for (let n = 0; n < count; n++) if (this.mail(given(n)).do === 'let-in') many += 1;
    return many;
  }
}

const forged = (n: number): Partial<FloodMail> => ({ verified: false, domain: `evil${String(n)}.example` });

describe('a flood of mail', () => {
  it('of forged senders of many domains makes an eighth of a quarter of what an account bears within an hour', () => {
    assert.equal(new Account().letIn(1_000, forged), 15);
  });

  it('of one verified domain makes half of what an account bears at once', () => {
    assert.equal(new Account().letIn(1_000), 30);
    assert.equal(
      new Account().letIn(1_000, (n) => ({ domain: `d${String(n)}.example` })),
      60,
    );
  });

  it('takes nothing from whoever is shown to be who they claim, also under the domain that it claims', () => {
    const account = new Account();
    account.letIn(1_000, forged);
    account.letIn(1_000, () => ({ verified: false, domain: 'bank.example' }));
    assert.equal(account.mail({ verified: true, domain: 'bank.example' }).do, 'let-in');
    assert.equal(account.mail({ verified: true, domain: 'first.example' }).do, 'let-in');
  });

  it('of one verified domain takes nothing from another', () => {
    const account = new Account();
    account.letIn(1_000);
    assert.equal(account.mail({ domain: 'other.example' }).do, 'let-in');
  });

  it('does not keep those who are in a conversation from talking', () => {
    const account = new Account();
    account.letIn(1_000, forged);
    assert.equal(account.mail({ ...forged(1), opens: false, newSender: false }).do, 'let-in');
    assert.equal(account.mail({ ...forged(1), opens: false, newSender: true }).do, 'let-in');
  });

  it('of new senders in old conversations waits as well', () => {
    const let_ = new Account().letIn(1_000, (n) => ({ ...forged(n), opens: false }));
    assert.equal(let_, 60);
  });

  it('makes nobody of To and Cc a ghost where its sender is not verified', () => {
    const cast = (given: Partial<FloodMail>) => {
      const decision = new Account().mail({ newOthers: 19, ...given });
      return decision.do === 'let-in' ? decision.cast : decision.do;
    };
    assert.equal(cast({ verified: false }), 'sender');
    assert.equal(cast({ verified: true }), 'all');
    // Where nobody checks, everybody is equal.
    assert.equal(cast({ verified: false, checks: false }), 'all');
  });

  it('of mails with twenty people makes as many ghosts as are left, then senders alone', () => {
    const account = new Account({ checks: false, verified: false, newOthers: 20 });
    const casts = Array.from({ length: 30 }, () => account.mail()).map((one) =>
      one.do === 'let-in' ? one.cast : one.do,
    );
    assert.deepEqual(
      [casts.filter((one) => one === 'all').length, casts.filter((one) => one === 'sender').length],
      [5, 15],
    );
  });

  it('has a line for each mail that waits, up to so many within an hour', () => {
    const account = new Account();
    const decisions = Array.from({ length: 1_000 }, (_, n) => account.mail(forged(n)));
    const told = decisions.filter((one) => one.do === 'overflow' && one.told).length;
    assert.equal(told, 200);
  });
});

describe('an honest mailbox', () => {
  it('does not meet the bounds with four first mails a minute, all day', () => {
    const many = 24 * 60 * 4;
    const at = (n: number) => ({ at: START + n * 15_000, domain: n % 2 === 0 ? 'mail.example' : 'other.example' });
    assert.equal(new Account().letIn(many, at), many);
  });

  it('does not meet them where a backlog of weeks is read at once, one mailbox after the other', () => {
    const account = new Account();
    const week = Array.from({ length: 2_000 }, (_, n) => START + n * 300_000);
    assert.equal(
      account.letIn(week.length, (n) => ({ at: week[n] ?? 0 })),
      week.length,
    );
    assert.equal(
      account.letIn(week.length, (n) => ({ at: week[n] ?? 0 })),
      week.length,
    );
  });

  it('has all of it again after a quiet time', () => {
    const account = new Account();
    account.letIn(1_000);
    assert.equal(
      account.letIn(1_000, () => ({ at: START + HOUR })),
      30,
    );
  });

  it('has no bound where the config says 0', () => {
    const limits = { rooms: 0, ghosts: 0 };
    assert.equal(new Account({ limits }).letIn(5_000, forged), 5_000);
  });
});
