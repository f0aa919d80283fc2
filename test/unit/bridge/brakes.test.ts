import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { admit, BREAKER_RULES, newBreaker, refuse, resetBreaker } from '../../../src/bridge/brakes-breaker.ts';
import type { Breaker } from '../../../src/bridge/brakes-breaker.ts';
import { automaticFields, effectsOf, placeOf } from '../../../src/bridge/brakes-effects.ts';
import type { Place } from '../../../src/bridge/brakes-effects.ts';
import {
  brakeOf,
  CAUSED_RATES,
  hopHeader,
  readHops,
  releaseBrake,
  repeatedBody,
  take,
  takeAll,
} from '../../../src/bridge/brakes.ts';
import type { Bodies, Brake, BrakeState, Bucket, Buckets } from '../../../src/bridge/brakes.ts';
import type { HeaderField, MailKind } from '../../../src/mail/types.ts';

const MINUTE = 60_000;
const full: Buckets = { 'sender-in-thread': null, sender: null, thread: null, account: null };
const fresh: BrakeState = { buckets: full, bodies: [], latched: false };
const context = { own: 'ownname', rates: CAUSED_RATES, now: 0 };
const lower = ({ name, value }: HeaderField): HeaderField => ({ name: name.toLowerCase(), value });

describe('buckets', () => {
  const rate = { burst: 3, perHour: 60 };
  test('give their burst, then one for each interval', () => {
    let bucket: Bucket | null = null;
    const at = (now: number) => {
      const taken = take(bucket, rate, now);
      bucket = taken.bucket;
      return taken.ok;
    };
    assert.deepEqual([at(0), at(0), at(0), at(0)], [true, true, true, false]);
    assert.deepEqual([at(MINUTE), at(MINUTE)], [true, false]);
    assert.deepEqual([at(100 * MINUTE), at(100 * MINUTE), at(100 * MINUTE), at(100 * MINUTE)], [true, true, true, false]); // prettier-ignore
  });
  test('say how long until the next', () => {
    assert.equal(take({ level: 0, at: 0 }, rate, 0).waitMs, MINUTE);
    assert.equal(take({ level: 0.5, at: 0 }, rate, 0).waitMs, MINUTE / 2);
    assert.equal(take({ level: 0, at: 0 }, { burst: 1, perHour: 0 }, 0).waitMs, Number.POSITIVE_INFINITY);
  });
  test('a clock that goes back gives nothing', () => {
    assert.equal(take({ level: 0, at: 100 * MINUTE }, rate, 0).ok, false);
    assert.equal(take({ level: 0, at: 100 * MINUTE }, rate, 0).bucket.at, 100 * MINUTE);
  });
  test('never give more than burst and refill together', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 10 * MINUTE }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (waits) => {
        let now = 0;
        let bucket: Bucket | null = null;
        let given = 0;
        for (const wait of waits) {
          now += wait;
          const taken = take(bucket, rate, now);
          bucket = taken.bucket;
          given += taken.ok ? 1 : 0;
        }
        assert.ok(given <= rate.burst + (now * rate.perHour) / 3_600_000 + 1e-6);
      }),
    );
  });
  test('all or none', () => {
    const empty: Buckets = { ...full, thread: { level: 0, at: 0 } };
    const taken = takeAll(empty, CAUSED_RATES, 0);
    assert.ok(!taken.ok);
    assert.equal(taken.scope, 'thread');
  });
});

describe('a repeated body', () => {
  test('is the third within ten minutes', () => {
    let seen: Bodies = [];
    const at = (hash: string, now: number) => {
      const found = repeatedBody(seen, hash, now);
      seen = found.seen;
      return found.repeated;
    };
    assert.deepEqual([at('a', 0), at('b', 1), at('a', 2), at('a', 3)], [false, false, false, true]);
    assert.deepEqual([at('c', 0), at('c', 9 * MINUTE), at('c', 11 * MINUTE)], [false, false, false]);
  });
  test('is remembered in bounded room', () => {
    let seen: Bodies = [];
    for (let n = 0; n < 500; n++) seen = repeatedBody(seen, String(n), 0).seen;
    assert.equal(seen.length, 50);
  });
});

describe('hops', () => {
  const of = (value: string) => brakeOf({ headers: [{ name: 'x-mailroom-hops', value }], bodyHash: 'x' }, fresh, context).brake; // prettier-ignore
  test('through ourselves', () => assert.equal(of('other ownname'), 'own-hop'));
  test('through others', () => assert.equal(of('aaaa bbbb'), null));
  test('through too many', () => assert.equal(of('aaaa bbbb cccc dddd eeee'), 'hops'));
  test('grow by ours with each mail that a mail causes', () => {
    const first = hopHeader([], 'ownname');
    assert.deepEqual(readHops([lower(hopHeader([lower(first)], 'other'))]), ['ownname', 'other']);
  });
  test('what is no name is none, and there is a bound', () => {
    assert.deepEqual(readHops([{ name: 'x-mailroom-hops', value: 'a <b> ABCD c\r\nd, fine' }]), ['fine']);
    assert.equal(readHops([{ name: 'x-mailroom-hops', value: 'aaaa '.repeat(1000) }]).length, 20);
  });
  test('more than fifty Received', () => {
    const headers = (count: number) => Array.from({ length: count }, () => ({ name: 'received', value: 'x' }));
    assert.equal(brakeOf({ headers: headers(50), bodyHash: 'x' }, fresh, context).brake, null);
    assert.equal(brakeOf({ headers: headers(51), bodyHash: 'x' }, fresh, context).brake, 'received');
  });
});

/** Two Mailrooms that mail each other what comes in. How many mails until they stop, and why the last one did. */
function loop(options: { stripsHops?: boolean; sameBody?: boolean; everyMs?: number; minutes?: number }) {
  const states = [fresh, fresh];
  const names = ['firstroom', 'otherroom'];
  let headers: readonly HeaderField[] = [];
  let brake: Brake | null = null;
  let mails = 0;
  for (let now = 0; brake === null && now < (options.minutes ?? 24 * 60) * MINUTE; now += options.everyMs ?? 1000) {
    const side = mails % 2;
    mails += 1;
    const bodyHash = options.sameBody === true ? 'same' : String(mails);
    const own = names[side] ?? '';
    const result = brakeOf({ headers, bodyHash }, states[side] ?? fresh, { own, rates: CAUSED_RATES, now });
    states[side] = result.state;
    brake = result.brake;
    headers = options.stripsHops === true ? [] : [lower(hopHeader(headers, own))];
  }
  return { mails, brake, states };
}

describe('two Mailrooms that mail each other everything', () => {
  test('stop at the first return', () => {
    const { mails, brake } = loop({});
    assert.deepEqual([mails, brake], [3, 'own-hop']);
  });
  test('where hop headers are stripped: by the repeated body', () => {
    const { mails, brake } = loop({ stripsHops: true, sameBody: true });
    assert.equal(brake, 'repeated-body');
    assert.ok(mails < 10);
  });
  test('where the bodies change too: by the rate', () => {
    const { mails, brake } = loop({ stripsHops: true });
    assert.equal(brake, 'rate-sender-in-thread');
    assert.ok(mails < 10, String(mails));
  });
  test('stay stopped until a person speaks', () => {
    const { states } = loop({ stripsHops: true });
    const stopped = states.find((state) => state.latched);
    assert.ok(stopped !== undefined);
    const later = { ...context, now: 48 * 60 * MINUTE };
    assert.equal(brakeOf({ headers: [], bodyHash: 'new' }, stopped, later).brake, 'latched');
    assert.equal(brakeOf({ headers: [], bodyHash: 'new' }, releaseBrake(stopped), later).brake, null);
  });
});

test('a busy account is braked without a latch, and goes on when there is room', () => {
  const busy: BrakeState = { ...fresh, buckets: { ...full, account: { level: 0, at: 0 } } };
  const { brake, state } = brakeOf({ headers: [], bodyHash: 'x' }, busy, context);
  assert.deepEqual([brake, state.latched], ['rate-account', false]);
  assert.equal(brakeOf({ headers: [], bodyHash: 'y' }, state, { ...context, now: MINUTE }).brake, null);
});

describe('the breaker', () => {
  const send = (breaker: Breaker, count: number, now: number) => {
    let last = admit(breaker, BREAKER_RULES, now);
    for (let n = 1; n < count; n++) last = admit(last.breaker, BREAKER_RULES, now);
    return last;
  };
  test('trips above its volume, says so once, and lets nothing out until it is reset', () => {
    const busy = send(newBreaker(), 300, 0);
    assert.ok(busy.go);
    const tripped = admit(busy.breaker, BREAKER_RULES, 1);
    assert.deepEqual([tripped.go, tripped.tripped], [false, 'volume']);
    const later = admit(tripped.breaker, BREAKER_RULES, 1000 * MINUTE);
    assert.deepEqual([later.go, later.tripped], [false, null]);
    assert.ok(admit(resetBreaker(), BREAKER_RULES, 1000 * MINUTE).go);
  });
  test('forgets what is older than ten minutes', () => {
    const busy = send(newBreaker(), 300, 0);
    assert.ok(admit(busy.breaker, BREAKER_RULES, 10 * MINUTE).go);
    assert.ok(!admit(busy.breaker, BREAKER_RULES, 9 * MINUTE).go);
  });
  test('trips when most is refused, but not for the first few', () => {
    let breaker = send(newBreaker(), 19, 0).breaker;
    for (let n = 0; n < 19; n++) breaker = refuse(breaker, BREAKER_RULES, 0).breaker;
    assert.equal(breaker.state, 'closed');
    breaker = send(breaker, 1, 0).breaker;
    assert.equal(refuse(breaker, BREAKER_RULES, 0).tripped, 'refusals');
    const few = send(newBreaker(), 100, 0).breaker;
    assert.equal(refuse(few, BREAKER_RULES, 0).tripped, null);
  });
  test('its state stays small, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 * MINUTE }), { maxLength: 100 }), (times) => {
        let breaker = newBreaker();
        for (const now of times) breaker = admit(breaker, BREAKER_RULES, now).breaker;
        assert.ok(breaker.state === 'open' || breaker.slices.length <= 10);
      }),
    );
  });
});

describe('what each kind may do', () => {
  const kinds: readonly MailKind[] = ['message', 'dsn', 'mdn', 'arf', 'auto-reply', 'list', 'bulk'];
  test('machines open no room, are mailed on to nobody, and get no answer', () => {
    for (const kind of ['dsn', 'mdn', 'arf', 'auto-reply'] as const) {
      const { opensRoom, notice, fannedOut, answered, choosesRecipients } = effectsOf(kind);
      assert.deepEqual([opensRoom, notice, fannedOut, answered, choosesRecipients], ['no', true, false, false, false]);
    }
  });
  test('only what a person wrote to us is answered by the machine, or mailed on', () => {
    assert.deepEqual(kinds.filter((kind) => effectsOf(kind).answered), ['message']); // prettier-ignore
    assert.deepEqual(kinds.filter((kind) => effectsOf(kind).fannedOut), ['message']); // prettier-ignore
  });
  test('where each is shown', () => {
    const policy = { lists: 'list-room', bulk: 'digest' } as const;
    const at = (kind: MailKind, joins = false, list: string | null = null): Place => placeOf({ kind, joins, list }, policy); // prettier-ignore
    assert.deepEqual(at('message'), { in: 'thread' });
    assert.deepEqual(at('auto-reply'), { in: 'account-room' });
    assert.deepEqual(at('auto-reply', true), { in: 'thread' });
    assert.deepEqual(at('list', false, 'dev.lists.example'), { in: 'list-room', list: 'dev.lists.example' });
    assert.deepEqual(at('list'), { in: 'digest' });
    assert.deepEqual(at('bulk'), { in: 'digest' });
    const none = { lists: 'ignore', bulk: 'ignore' } as const;
    assert.equal(placeOf({ kind: 'list', joins: false, list: null }, none).in, 'nowhere');
    assert.equal(placeOf({ kind: 'bulk', joins: false, list: null }, none).in, 'nowhere');
    assert.equal(placeOf({ kind: 'bulk', joins: false, list: null }, { lists: 'thread', bulk: 'thread' }).in, 'thread');
  });
  test('what we write by ourselves says so', () => {
    const fields = automaticFields('auto-replied').map(({ name, value }) => `${name}: ${value}`);
    assert.deepEqual(fields, ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All']);
  });
});
