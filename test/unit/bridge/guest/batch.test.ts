import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BATCH_LENGTH, BATCH_MESSAGES, BATCH_TIMES, decideBatch } from '../../../../src/bridge/guest/batch.ts';
import type { BatchDecision, BatchFacts, BatchMail, WaitingMessage } from '../../../../src/bridge/guest/batch.ts';
import { GUEST_DELIVERIES } from '../../../../src/bridge/guest/guest.ts';
import type { EventId } from '../../../../src/bridge/types.ts';
import { findZone, UTC } from '../../../../src/words/zones.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A day in December, at noon. */
const NOON = Date.UTC(2026, 11, 1, 12);
const root = (name: string) => `$${name}` as EventId;

function waits(entry: number, at: number, more: Partial<WaitingMessage> = {}): WaitingMessage {
  return { entry, root: null, at, urgent: false, length: 20, ...more };
}

function facts(waiting: readonly WaitingMessage[], now: number, more: Partial<BatchFacts> = {}): BatchFacts {
  const plain = { delivery: 'now', paused: false, mails: [], behind: false, hold: 10_000, zone: UTC } as const;
  return { ...plain, waiting, now, ...more };
}

describe('when a guest gets what was said', () => {
  test('after a pause of the conversation', () => {
    const said = [waits(1, NOON), waits(2, NOON + MINUTE)];
    const until = NOON + MINUTE + BATCH_TIMES.quiet;
    assert.deepEqual(decideBatch(facts(said, NOON + 2 * MINUTE)), { do: 'wait', until });
    assert.deepEqual(decideBatch(facts(said, until)), {
      do: 'send',
      mails: [{ root: null, several: false, entries: [1, 2], left: 0 }],
      to: 2,
    });
  });

  test('where it never pauses, half an hour after the first', () => {
    const said = Array.from({ length: 40 }, (_, minute) => waits(minute, NOON + minute * MINUTE));
    const until = NOON + BATCH_TIMES.longest;
    assert.deepEqual(decideBatch(facts(said.slice(0, 25), NOON + 25 * MINUTE)), {
      do: 'wait',
      until: Math.min(until, NOON + 24 * MINUTE + BATCH_TIMES.quiet),
    });
    assert.equal(decideBatch(facts(said.slice(0, 31), until)).do, 'send');
  });

  test('at once what mentions them, as soon as it cannot be taken back any more, with all that waits', () => {
    for (const delivery of GUEST_DELIVERIES) {
      const said = [waits(1, NOON), waits(2, NOON + 1_000, { urgent: true })];
      const asked = facts(said, NOON + 2_000, { delivery, mails: [NOON - 10 * MINUTE] });
      assert.deepEqual(decideBatch(asked), { do: 'wait', until: NOON + 11_000 });
      const sent = decideBatch({ ...asked, now: NOON + 11_000 });
      assert.deepEqual(sent.do === 'send' && sent.mails.map(({ entries }) => entries), [[1, 2]]);
    }
  });

  test('at most once an hour who chose that', () => {
    const said = [waits(1, NOON)];
    const latest = NOON - 10 * MINUTE;
    const asked = facts(said, NOON + 6 * MINUTE, { delivery: 'hourly', mails: [latest] });
    assert.deepEqual(decideBatch(asked), { do: 'wait', until: latest + HOUR });
    assert.equal(decideBatch({ ...asked, now: latest + HOUR }).do, 'send');
    assert.equal(decideBatch({ ...asked, mails: [latest - HOUR] }).do, 'send');
  });

  test('once a day at seven by the clock of the account, also over the change of its clock', () => {
    const zone = findZone('Europe/Berlin') ?? UTC;
    const said = [waits(1, NOON)];
    const seven = Date.UTC(2026, 11, 2, 6);
    const asked = facts(said, NOON + HOUR, { delivery: 'daily', zone });
    assert.deepEqual(decideBatch(asked), { do: 'wait', until: seven });
    assert.equal(decideBatch({ ...asked, now: seven }).do, 'send');
    const march = Date.UTC(2026, 2, 28, 12);
    const changed = decideBatch(facts([waits(1, march)], march, { delivery: 'daily', zone }));
    assert.deepEqual(changed, { do: 'wait', until: Date.UTC(2026, 2, 29, 5) });
  });

  test('never who pauses, and nothing where nothing waits', () => {
    assert.deepEqual(decideBatch(facts([waits(1, NOON, { urgent: true })], NOON + DAY, { paused: true })), {
      do: 'nothing',
    });
    assert.deepEqual(decideBatch(facts([], NOON)), { do: 'nothing' });
  });

  test('not before the mail before it is settled', () => {
    const asked = facts([waits(1, NOON)], NOON + HOUR, { behind: true, mails: [NOON - MINUTE] });
    assert.deepEqual(decideBatch(asked), { do: 'wait', until: NOON + HOUR + BATCH_TIMES.behind });
  });

  test('the more seldom the more they got within the hour', () => {
    const mails = (count: number) => Array.from({ length: count }, (_, index) => NOON - index * 90_000);
    const gap = (count: number) => {
      const said = [waits(1, NOON, { urgent: true })];
      const decided = decideBatch(facts(said, NOON + 1_000, { mails: mails(count), hold: 0 }));
      return decided.do === 'wait' ? decided.until - NOON : 0;
    };
    assert.deepEqual([gap(1), gap(12), gap(24)], [MINUTE, 5 * MINUTE, 15 * MINUTE]);
  });
});

describe('in how many mails', () => {
  const later = NOON + HOUR;
  const mailsOf = (decided: BatchDecision): readonly BatchMail[] => (decided.do === 'send' ? decided.mails : []);

  test('a Matrix thread is a mail of its own, and so is the room beside one', () => {
    const said = [waits(1, NOON), waits(2, NOON, { root: root('a') }), waits(3, NOON)];
    assert.deepEqual(mailsOf(decideBatch(facts(said, later))), [
      { root: null, several: false, entries: [1, 3], left: 0 },
      { root: root('a'), several: false, entries: [2], left: 0 },
    ]);
  });

  test('more than two are one mail, and so are two of somebody who got a mail a moment ago', () => {
    const two = [waits(1, NOON, { root: root('a') }), waits(2, NOON, { root: root('b') })];
    const three = [...two, waits(3, NOON)];
    assert.deepEqual(mailsOf(decideBatch(facts(three, later))), [
      { root: null, several: true, entries: [1, 2, 3], left: 0 },
    ]);
    const busy = facts(two, later, { mails: [later - 2 * MINUTE] });
    assert.deepEqual(mailsOf(decideBatch(busy)), [{ root: null, several: true, entries: [1, 2], left: 0 }]);
  });

  test('what is too much is counted: what mentions the guest and the newest stay', () => {
    const many = Array.from({ length: 500 }, (_, entry) => waits(entry, NOON, { urgent: entry === 3 }));
    const [mail] = mailsOf(decideBatch(facts(many, later)));
    assert.equal(mail?.entries.length, BATCH_MESSAGES);
    assert.deepEqual([mail.left, mail.entries[0], mail.entries.at(-1)], [500 - BATCH_MESSAGES, 3, 499]);
    const long = [waits(1, NOON, { length: BATCH_LENGTH }), waits(2, NOON, { length: 10 * BATCH_LENGTH })];
    assert.deepEqual(mailsOf(decideBatch(facts(long, later)))[0], {
      root: null,
      several: false,
      entries: [2],
      left: 1,
    });
  });
});

/** Messages of a burst, milliseconds since it began, with what each is. */
const burst = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 2 * MINUTE }),
    thread: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
    urgent: fc.boolean(),
  }),
  { minLength: 1, maxLength: 200 },
);

/** Runs the clock second by second until nothing waits; the mails with their times. */
function play(said: readonly WaitingMessage[], more: Partial<BatchFacts>): { at: number; mail: BatchMail }[] {
  const sent: { at: number; mail: BatchMail }[] = [];
  let read = -1;
  const first = said[0]?.at ?? NOON;
  for (let now = first; now < first + 3 * DAY;) {
    const waiting = said.filter(({ entry, at }) => entry > read && at <= now);
    const next = Math.min(...said.filter(({ at }) => at > now).map(({ at }) => at));
    const decided = decideBatch(facts(waiting, now, { ...more, mails: sent.map(({ at }) => at) }));
    if (decided.do === 'send') {
      sent.push(...decided.mails.map((mail) => ({ at: now, mail })));
      read = decided.to;
    } else if (decided.do === 'nothing' && next === Infinity) {
      break;
    } else {
      now = Math.min(next, decided.do === 'wait' ? Math.max(decided.until, now + 1) : Infinity);
    }
  }
  return sent;
}

describe('a burst of two minutes', () => {
  test('is at most five mails, each message once, in order, whoever is mentioned and in whatever threads', () => {
    fc.assert(
      fc.property(
        burst,
        fc.constantFrom(...GUEST_DELIVERIES),
        fc.integer({ min: 0, max: 30_000 }),
        (all, delivery, hold) => {
          const said = all
            .toSorted((a, b) => a.at - b.at)
            .map(({ at, thread, urgent }, entry) =>
              waits(entry, NOON + at, { urgent, root: thread === null ? null : root(thread) }),
            );
          const sent = play(said, { delivery, hold });
          assert.ok(sent.length <= 5, `${sent.length} mails`);
          const entries = sent.flatMap(({ mail }) => mail.entries);
          assert.deepEqual(
            entries.toSorted((a, b) => a - b),
            said.map(({ entry }) => entry),
          );
          for (const { mail } of sent)
            assert.deepEqual(
              mail.entries,
              mail.entries.toSorted((a, b) => a - b),
            );
          for (const thread of new Set(said.map((one) => one.root))) {
            const told = sent.flatMap(({ mail }) => mail.entries).filter((entry) => said[entry]?.root === thread);
            assert.deepEqual(
              told,
              told.toSorted((a, b) => a - b),
              'the order within a thread is kept',
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of 200 mentions in four threads is at most five mails', () => {
    for (const step of [100, 600]) {
      const said = Array.from({ length: 200 }, (_, entry) =>
        waits(entry, NOON + entry * step, { urgent: true, root: root(String(entry % 4)) }),
      );
      for (const hold of [0, 1_000, 10_000, 60_000]) assert.ok(play(said, { hold }).length <= 5);
    }
  });
});

test('deciding is total', () => {
  const waiting = fc.array(
    fc.record({
      entry: fc.nat(),
      root: fc.option(fc.string().map((text) => text as EventId)),
      at: fc.integer({ min: 0, max: 8_640_000_000_000 }),
      urgent: fc.boolean(),
      length: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(
      waiting,
      fc.integer({ min: 0, max: 8_640_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 8_640_000_000_000 })),
      fc.constantFrom(...GUEST_DELIVERIES),
      (all, now, mails, delivery) => {
        const decided = decideBatch(facts(all, now, { mails, delivery }));
        if (decided.do === 'wait') assert.ok(decided.until > now);
        if (decided.do === 'send') assert.ok(decided.mails.every(({ entries }) => entries.length > 0));
      },
    ),
  );
});
