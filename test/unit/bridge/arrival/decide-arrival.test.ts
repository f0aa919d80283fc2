import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decideArrival, directionOf, enteredAs, mayTellSender } from '../../../../src/bridge/arrival/decide-arrival.ts';
import type { Arrival } from '../../../../src/bridge/arrival/arrival.ts';
import {
  admission,
  blocks,
  eve,
  field,
  list,
  placement,
  probesAndCopies,
  refusing,
  reported,
  suspicion,
  unreadable,
} from './arrival-rows.ts';
import { belonging } from './arrival-rows-belonging.ts';
import { crowded } from './crowded-rows.ts';
import { ofOldMail } from './old-rows.ts';
import {
  A,
  factsOf,
  fails,
  key,
  knownMessage,
  passes,
  people,
  rejects,
  unchecked,
  untold,
  wholeFactsOf,
  written,
} from './arrival-world.ts';
import type { Given } from './arrival-world.ts';
import { reactions } from './reaction-rows.ts';

const tables = {
  reactions,
  probesAndCopies,
  suspicion,
  crowded,
  ofOldMail,
  admission,
  belonging,
  placement,
  unreadable,
};
for (const [table, rows] of Object.entries(tables)) {
  describe(`what becomes of a mail: ${table}`, () => {
    for (const [name, given, want] of rows) {
      test(name, () => assert.equal(written(decideArrival(factsOf(given))), want));
    }
  });
}

test('every kind of arrival has a row in the tables of what becomes of a mail', () => {
  const kinds = new Set(
    Object.values(tables).flatMap((rows) => rows.map(([, given]) => decideArrival(factsOf(given)).is)),
  );
  const all: Record<Arrival['is'], true> = {
    probe: true,
    'own-copy': true,
    copy: true,
    suspected: true,
    overflow: true,
    old: true,
    left: true,
    'unreadable-old': true,
    'kept-out': true,
    lobby: true,
    reaction: true,
    gathered: true,
    message: true,
    unreadable: true,
    'unreadable-copy': true,
  };
  assert.deepEqual([...kinds].sort(), Object.keys(all).sort());
});

test('a mail is a colleague’s where it lies in Sent, or where the account is shown to have written to itself', () => {
  const { account, content } = wholeFactsOf({ from: people('support@ours.example') });
  const { mail } = content;
  const [from] = mail.from;
  assert.ok(from !== undefined);
  const self = { as: 'self', address: from.address, name: '' } as const;
  const marked = { as: 'marked', address: from.address, name: '', why: [] } as const;
  assert.equal(directionOf(account, 'sent', mail, null), 'colleague');
  assert.equal(directionOf(account, 'watched', mail, self), 'colleague');
  assert.equal(directionOf(account, 'watched', mail, marked), 'in');
  assert.equal(directionOf(account, 'watched', { from: people('bob@x.example') }, self), 'in');
  assert.equal(directionOf(account, 'watched', { from: [] }, self), 'in');
});

test('a report enters as a report, then our own people as ours, then who is new, then who opens', () => {
  const all = { insider: true, newParticipant: true, opens: true };
  assert.equal(enteredAs('dsn', all), 'report');
  assert.equal(enteredAs('auto-reply', all), 'ours');
  assert.equal(enteredAs('message', { ...all, insider: false }), 'newcomer');
  assert.equal(enteredAs('message', { insider: false, newParticipant: false, opens: true }), 'opened');
  assert.equal(enteredAs('list', { insider: false, newParticipant: false, opens: false }), 'joined');
});

test('it is asked when a sender was told only where the mail is kept out and the sender may be told', () => {
  const asks = (given: Given) =>
    mayTellSender(wholeFactsOf({ ...given, lookups: { ...given.lookups, refusals: null } }));
  assert.equal(asks(blocks('x.example')), true);
  assert.equal(asks({ ...eve, ...refusing, answers: 'own1@ours' }), true);
  assert.equal(asks({}), false);
  assert.equal(asks({ ...blocks('x.example'), verdict: fails }), false);
  assert.equal(asks({ ...list, entry: { many: { lists: 'ignore', bulk: 'digest' } } }), false);
});

const someone = fc.constantFrom(
  people(),
  people('bob@x.example'),
  people('eve@y.example'),
  people('support@ours.example'),
  people('alice@ours.example'),
  people('info@ours.example', 'eve@y.example'),
);
const anything: fc.Arbitrary<Given> = fc.record({
  role: fc.constantFrom('watched', 'sent'),
  released: fc.boolean(),
  from: someone,
  answers: fc.constantFrom('b1@bob', 'own1@ours', 'unknown@q'),
  subject: fc.constantFrom('Printer', 'Holidays'),
  kind: fc.constantFrom('message', 'dsn', 'mdn', 'arf', 'auto-reply', 'list', 'bulk'),
  headers: fc.subarray([
    field('list-id', '<dev.lists.example>'),
    field('return-path', '<>'),
    field('x-mailroom-hops', 'abcd1234'),
  ]),
  verdict: fc.constantFrom(passes, fails, rejects, unchecked),
  ids: fc.record(
    {
      probed: fc.constantFrom(null, 'support@ours.example'),
      keyed: fc.constantFrom(null, key('first')),
      isOwn: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  lookups: fc.record(
    {
      similar: fc.subarray([knownMessage(), knownMessage({ direction: 'out', outgoing: key('o'), wordsHash: null })]),
      rules: fc.subarray([
        { effect: 'block', pattern: 'y.example', thread: null },
        { effect: 'block', pattern: '*', thread: A },
        { effect: 'allow', pattern: 'eve@y.example', thread: A },
      ] as const),
      reported: fc.constantFrom(null, reported),
      refusals: fc.constantFrom(null, untold),
    },
    { requiredKeys: [] },
  ),
  thread: fc.record({
    gathers: fc.constantFrom('mail', 'list', 'digest'),
    open: fc.boolean(),
    standing: fc.constantFrom(null, 'participant', 'newcomer', 'refused'),
  }),
  entry: fc.record({
    newcomers: fc.constantFrom('shown', 'refused'),
    open: fc.boolean(),
    refusals: fc.constantFrom('told', 'silent'),
    many: fc.record({
      lists: fc.constantFrom('thread', 'list-room', 'digest', 'ignore'),
      bulk: fc.constantFrom('thread', 'digest', 'ignore'),
    }),
  }),
});

/** What holds of every mail, whatever is known of it. */
function check(given: Given): void {
  const facts = factsOf(given);
  const arrival = decideArrival(facts);
  assert.deepEqual(decideArrival(facts), arrival);
  assert.notEqual(written(arrival), '');
  const sent = given.role === 'sent';
  if (given.read === undefined)
    assert.equal(arrival.is === 'probe', facts.content.read === 'whole' && facts.content.ids.probed !== null);
  if (arrival.is === 'message') assert.equal(arrival.thread === 'new', arrival.opens);
  if (arrival.is === 'kept-out' && arrival.tell !== null) {
    assert.ok(given.verdict === passes && given.kind === 'message' && given.entry?.refusals === 'told');
    assert.equal(arrival.tell, given.from?.[0]?.address);
  }
  if (sent) assert.ok(!['suspected', 'kept-out', 'lobby', 'gathered'].includes(arrival.is), arrival.is);
  if (arrival.is === 'suspected') assert.ok(given.released !== true && given.verdict !== passes);
  if (arrival.is === 'message' || arrival.is === 'gathered') {
    const { shown, newParticipant, direction, record } = arrival.message;
    // Nobody speaks as themselves who failed, or is new, but whose mail somebody accepted against a rule.
    if (shown?.as === 'self')
      assert.ok(given.verdict === passes && (newParticipant === null || given.released === true));
    if (!sent && given.verdict === rejects) assert.equal(given.released, true);
    assert.equal(shown === null, sent);
    assert.equal(record?.as ?? null, shown?.as ?? null);
    if (direction === 'colleague') assert.ok(sent || shown?.as === 'self');
  }
}

test('something becomes of every mail that could be read, and nothing that its facts do not allow', () => {
  fc.assert(fc.property(anything, check), { numRuns: 3_000 });
});

test('something becomes of every mail that could not be read', () => {
  const read = fc.constantFrom('header', 'nothing');
  fc.assert(
    fc.property(anything, read, (given, part) => {
      check({ ...given, read: part });
      assert.match(decideArrival(factsOf({ ...given, read: part })).is, /^unreadable/);
    }),
    { numRuns: 500 },
  );
});
