import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BREAKER_RULES, breakerTrips } from '../../../../src/bridge/loops/breaker.ts';
import {
  bucketKeys,
  circleOf,
  countedAs,
  HOP_KEY,
  hopHeader,
  isPrompted,
  mayBegin,
  paceOf,
  withHops,
} from '../../../../src/bridge/loops/cause.ts';
import { wayOf } from '../../../../src/bridge/loops/way.ts';
import { readHops } from '../../../../src/mail/header/fields.ts';
import type { Way } from '../../../../src/bridge/loops/way.ts';
import { automaticFields, effectsOf, placeOf } from '../../../../src/bridge/loops/effects.ts';
import type { MailPlace } from '../../../../src/bridge/loops/effects.ts';
import { renderStopped } from '../../../../src/bridge/loops/loop-guard-told.ts';
import { refill, take } from '../../../../src/bridge/bucket.ts';
import type { Bucket } from '../../../../src/bridge/bucket.ts';
import {
  stopReasonOf,
  STOP_REASONS,
  CAUSED_RATES,
  steadyPaceStop,
  takeAll,
} from '../../../../src/bridge/loops/loop-guard.ts';
import type { StopReason, LoopState, Buckets } from '../../../../src/bridge/loops/loop-guard.ts';
import { IdKey } from '../../../../src/bridge/ids.ts';
import { notice } from '../../../../src/bridge/notice/notices.ts';
import type { AccountId, UserId } from '../../../../src/bridge/types.ts';
import type { Address, HeaderField, MailKind, Person } from '../../../../src/mail/types.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const full: Buckets = { 'sender-in-thread': null, sender: null, thread: null, account: null };
const fresh: LoopState = { buckets: full, latched: false };
const context = { own: ['ownname'], author: 'unknown', rates: CAUSED_RATES, now: 0 } as const;
const plainWay: Way = { hops: [], received: 1, kind: 'message' };
const lower = ({ name, value }: HeaderField): HeaderField => ({ name: name.toLowerCase(), value });

describe('the buckets that bound a pace', () => {
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
    assert.deepEqual(
      [at(100 * MINUTE), at(100 * MINUTE), at(100 * MINUTE), at(100 * MINUTE)],
      [true, true, true, false],
    );
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
  test('fill up again with the time that passes', () => {
    assert.deepEqual(refill(null, rate, 5), { level: 3, at: 5 });
    assert.deepEqual(refill({ level: 1, at: 0 }, rate, MINUTE), { level: 2, at: MINUTE });
    assert.deepEqual(refill({ level: 1, at: 0 }, rate, HOUR), { level: 3, at: HOUR });
  });
  test('give a token each, or none where one of them is empty', () => {
    const empty: Buckets = { ...full, thread: { level: 0, at: 0 } };
    const taken = takeAll(empty, CAUSED_RATES, 0);
    assert.ok(!taken.ok);
    assert.equal(taken.scope, 'thread');
  });
});

describe('words that go round', () => {
  test('are the same for the third time', () => {
    assert.equal(circleOf('I am away.', ['I am  away.', 'What?', 'i am away.'], []), null);
    assert.equal(circleOf('I am away.', ['I am  away.', 'What?', 'i am away.', 'I am away.\n'], []), 'repeated-body');
  });
  test('are ours, come back for the third time, whatever a list puts below', () => {
    const back = (n: number) => `Auto ${String(n)} of ours\n--\nlist footer`;
    const ours = ['Auto 1 of ours', 'Auto 2 of ours', 'Auto 3 of ours'];
    assert.equal(circleOf(back(2), [back(2), back(1)], ours), null);
    assert.equal(circleOf(back(3), [back(3), back(2), back(1)], ours), 'returned-body');
  });
  test('nothing said goes round no more than once', () => {
    assert.equal(circleOf('', ['', '', '', ''], ['', 'ok']), null);
  });
});

describe('what answers us', () => {
  const mail = { way: plainWay, refersToUs: false, words: 'hello' };
  const prompted = (more: Partial<typeof mail>, ours: readonly string[] = []) => isPrompted({ ...mail, ...more }, ours);
  test('what somebody writes by their own will does not', () => {
    assert.equal(prompted({}), false);
    assert.equal(prompted({}, ['something else']), false);
    assert.equal(prompted({ way: { ...plainWay, kind: 'bulk' } }), false);
  });
  test('what refers to us, has hops, is automatic, or says our words does', () => {
    assert.ok(prompted({ refersToUs: true }));
    assert.ok(prompted({ way: { ...plainWay, hops: ['other'] } }));
    assert.ok(prompted({ way: { ...plainWay, kind: 'auto-reply' } }));
    assert.ok(prompted({ words: 'You said: Our opening hours are…' }, ['our opening hours']));
  });
  test('short words are in many mails', () => {
    assert.equal(prompted({ words: 'is it ok?' }, ['ok']), false);
    assert.ok(prompted({ words: 'OK' }, ['ok']));
  });
  test('a minute tells a machine', () => {
    assert.equal(paceOf(0, MINUTE - 1), 'quick');
    assert.equal(paceOf(0, MINUTE), 'slow');
    assert.equal(paceOf(0, 10_000), 'quick');
    assert.equal(paceOf(0, 9_999), 'at-once');
    assert.equal(paceOf(MINUTE, 0), 'at-once');
  });
});

describe('the first mail of a conversation', () => {
  const first = { refers: false, at: 100_000, answered: false };
  test('is a turn of a circle only where it is answered at once, and came soon after such an answer', () => {
    assert.equal(mayBegin(first, 'at-once', null), 'first-time');
    assert.equal(mayBegin(first, 'at-once', 99_000), 'again');
    assert.equal(mayBegin(first, 'quick', 99_000), 'no');
    assert.equal(mayBegin(first, 'slow', 99_000), 'no');
  });
  test('is none where it was there before our answer, or long after it', () => {
    assert.equal(mayBegin(first, 'at-once', 100_000), 'first-time');
    assert.equal(mayBegin({ ...first, at: 11 * MINUTE }, 'at-once', 0), 'first-time');
  });
  test('is none where it answers something, or was answered already', () => {
    assert.equal(mayBegin({ ...first, refers: true }, 'at-once', 99_000), 'no');
    assert.equal(mayBegin({ ...first, answered: true }, 'at-once', 99_000), 'no');
  });
  test('counts for whom Reply-To names, as forms have it; what answers us for its sender', () => {
    const [from, replyTo] = ['form@site.example', 'carol@x.example'].map((address) => [
      { name: '', address: address as Address },
    ]) as [Person[], Person[]];
    assert.equal(countedAs({ from, replyTo }, false), 'carol@x.example');
    assert.equal(countedAs({ from, replyTo }, true), 'form@site.example');
    assert.equal(countedAs({ from, replyTo: [] }, false), 'form@site.example');
    assert.equal(countedAs({ from: [], replyTo: [] }, false), null);
  });
});

describe('the hops of a mail', () => {
  const of = (value: string, author: 'machine' | 'unknown' = 'machine') =>
    stopReasonOf(
      { way: wayOf({ header: readHeader([{ name: 'x-mailroom-hops', value }]), kind: 'message' }), circle: null },
      fresh,
      {
        ...context,
        author,
      },
    ).reason;
  test('stop it where one is ours and a machine wrote it', () => assert.equal(of('other ownname'), 'own-hop'));
  test('stop it where one is ours for the third time and people may have answered', () => {
    assert.equal(of('ownname other', 'unknown'), null);
    assert.equal(of('ownname ownname', 'unknown'), null);
    assert.equal(of('ownname ownname ownname', 'unknown'), 'own-hop');
  });
  test('let it pass through others', () => assert.equal(of('aaaa bbbb'), null));
  test('stop it where they are too many', () => assert.equal(of('aaaa bbbb cccc dddd eeee', 'unknown'), 'hops'));
  test('grow by ours with each mail that a mail causes', () => {
    const first = hopHeader([], 'ownname');
    assert.deepEqual(readHops([lower(hopHeader(readHops([lower(first)]), 'other'))]), ['ownname', 'other']);
  });
  test('what is no name is none, and there is a bound', () => {
    assert.deepEqual(readHops([{ name: 'x-mailroom-hops', value: 'a <b> ABCD c\r\nd, fine' }]), ['fine']);
    assert.equal(readHops([{ name: 'x-mailroom-hops', value: 'aaaa '.repeat(1000) }]).length, 20);
  });
  test('stop it where it has more than fifty fields Received', () => {
    const reason = (received: number) =>
      stopReasonOf({ way: { hops: [], received }, circle: null }, fresh, context).reason;
    assert.equal(reason(50), null);
    assert.equal(reason(51), 'received');
  });
  test('are named by secret and account', () => {
    const name = (secret: string, account: string) => new IdKey(secret).hops(account as AccountId).make;
    const names = [name('one', 'a'), name('one', 'b'), name('two', 'a')];
    assert.equal(new Set(names).size, 3);
    assert.deepEqual(readHops([{ name: 'x-mailroom-hops', value: names.join(' ') }]), names);
  });
  test('go with the events of a mail that has some', () => {
    const place = { account: 'a' as AccountId, thread: null, room: null };
    const said = { body: 'x', html: 'x' };
    const send = notice(new IdKey('s'), { place, bot: '@b:x' as UserId, purpose: { kind: 'operator', of: 'x' }, said });
    assert.deepEqual(withHops([send], plainWay, 'ownname'), [send]);
    assert.deepEqual(withHops([send], { ...plainWay, hops: ['other'] }, 'ownname')[0]?.content[HOP_KEY], [
      'other',
      'ownname',
    ]);
  });
});

describe('buckets are named', () => {
  const keys = (sender: string, subject: string) => bucketKeys({ thread: 't', sender: sender as Address, subject });
  test('by sender and by the end of the subject, since machines change its beginning', () => {
    const key = (subject: string) => keys('Bob@Outside.test', subject)['sender-in-thread'];
    const plain = key('The printer on the third floor is out of paper');
    assert.equal(key('Re: AW: The printer on the third floor is out of paper'), plain);
    assert.equal(key('[Ticket#4711] Received: The printer on the third floor is out of paper'), plain);
    assert.notEqual(key('Something else'), plain);
  });
  test('a mail without a sender has some too', () => {
    assert.equal(bucketKeys({ thread: 't', sender: null, subject: '' }).sender, 'sender:');
  });
});

/** Two Mailrooms in whose rooms something answers everything at once. How many mails until they stop, and why. */
function loop(options: { stripsHops?: boolean; sameBody?: boolean; machines?: boolean; reflector?: boolean }) {
  const names = ['firstroom', 'otherroom'];
  const states = [fresh, fresh];
  const heard: string[][] = [[], []];
  const said: string[][] = [[], []];
  let way: Way = plainWay;
  let words = 'hello';
  // The mail with which a person began.
  let mails = 1;
  for (let now = 0; now < 24 * HOUR; now += 1000) {
    const side = options.reflector === true ? 0 : (mails + 1) % 2;
    const [own = '', state = fresh, ins = [], outs = []] = [names[side], states[side], heard[side], said[side]];
    ins.push(words);
    const prompted = isPrompted({ way, refersToUs: mails > 1, words }, outs);
    if (prompted) {
      const author = options.machines === true ? 'machine' : 'unknown';
      const caused = { way, circle: circleOf(words, ins, outs) };
      const { reason, buckets } = stopReasonOf(caused, state, { own: [own], author, rates: CAUSED_RATES, now });
      if (reason !== null) return { mails, reason };
      states[side] = { buckets, latched: false };
    }
    mails += 1;
    words = options.sameBody === true ? 'I am away.' : `answer ${String(mails)}`;
    outs.push(words);
    way = { ...plainWay, hops: options.stripsHops === true ? [] : [...way.hops, own] };
    // The reflector sends everything to whoever wrote it.
    if (options.reflector === true) mails += 1;
  }
  return { mails, reason: null };
}

describe('two Mailrooms that answer each other', () => {
  const stops = (options: Parameters<typeof loop>[0], why: StopReason) => {
    const { mails, reason } = loop(options);
    assert.equal(reason, why);
    assert.ok(mails < 10, `${String(mails)} mails`);
  };
  test('stop at the first return where it is certain that no person speaks', () =>
    stops({ machines: true }, 'own-hop'));
  test('stop after five where people may speak', () => stops({}, 'hops'));
  test('where hop headers are stripped: by the repeated words', () => {
    stops({ stripsHops: true, sameBody: true }, 'repeated-body');
  });
  test('where the words change too: by the rate', () => stops({ stripsHops: true }, 'rate-sender-in-thread'));
  test('a list that reflects: by the hops', () => stops({ reflector: true }, 'own-hop'));
  test('one that strips headers: by the words', () => stops({ reflector: true, stripsHops: true }, 'returned-body'));
});

describe('what is stopped', () => {
  const cause = { way: plainWay, circle: null };
  test('stays so whatever comes', () => {
    const later = { ...context, now: 48 * HOUR };
    assert.equal(stopReasonOf(cause, { ...fresh, latched: true }, later).reason, 'latched');
    assert.equal(stopReasonOf(cause, fresh, later).reason, null);
  });
  test('takes nothing from the buckets', () => {
    const busy: Buckets = { ...full, account: { level: 0, at: 0 } };
    const { reason, buckets } = stopReasonOf(cause, { ...fresh, buckets: busy }, context);
    assert.deepEqual([reason, buckets], ['rate-account', busy]);
    assert.equal(stopReasonOf(cause, { ...fresh, buckets }, { ...context, now: HOUR }).reason, null);
  });
  test('has words for every reason, in each language', () => {
    for (const reason of STOP_REASONS) {
      for (const language of ['en', 'de', 'fr'] as const) {
        const { body } = renderStopped(reason, language);
        assert.ok(!body.includes('undefined') && body.includes('!mail brake reset'), body);
        assert.equal(/more than a minute/.test(body), language === 'en' && reason !== 'steady', body);
      }
    }
  });
});

test('a slow machine ends too: forty answers in an hour, a hundred in a day', () => {
  assert.equal(steadyPaceStop([null, null], 0), false);
  assert.equal(steadyPaceStop([0, null], HOUR - 1), true);
  assert.equal(steadyPaceStop([0, null], HOUR), false);
  assert.equal(steadyPaceStop([5 * HOUR, 0], 23 * HOUR), true);
  assert.equal(steadyPaceStop([5 * HOUR, 0], 24 * HOUR), false);
});

describe('the breaker', () => {
  const trips = (sent: number, refused = 0, most = BREAKER_RULES.most) =>
    breakerTrips({ sent, refused }, { ...BREAKER_RULES, most });
  test('trips above its volume', () => assert.deepEqual([trips(300), trips(301)], [null, 'volume']));
  test('trips when most is refused, but not for the first few', () => {
    assert.deepEqual([trips(19, 19), trips(20, 10), trips(20, 11)], [null, null, 'refusals']);
  });
  test('has no volume where the operator says so', () => assert.equal(trips(1_000_000, 0, 0), null));
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
    const at = (kind: MailKind, joins = false, list: string | null = null): MailPlace =>
      placeOf({ kind, joins, list }, policy);
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
