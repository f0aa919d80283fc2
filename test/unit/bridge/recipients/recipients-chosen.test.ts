import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { answered, missing, readComposeDraft } from '../../../../src/bridge/recipients/draft.ts';
import { destinyOf } from '../../../../src/bridge/recipients/notes.ts';
import type { NoteFacts } from '../../../../src/bridge/recipients/notes.ts';
import { leftOutOf, withoutPaused } from '../../../../src/bridge/recipients/left-out.ts';
import { isNobody, sameRecipients, withChosen } from '../../../../src/bridge/recipients/recipients.ts';
import type { Chosen } from '../../../../src/bridge/recipients/recipients.ts';
import { difference, readPeopleChange } from '../../../../src/bridge/recipients/change.ts';
import type { Recipients } from '../../../../src/bridge/types.ts';
import type { Address, Person } from '../../../../src/mail/types.ts';

const person = (name: string): Person => ({ name: '', address: `${name}@x.example` as Address });
const names = (people: readonly Person[] = []) => people.map(({ address }) => address.replace('@x.example', ''));
const base = (to: string[], cc: string[] = []): Recipients => ({
  to: to.map(person),
  cc: cc.map(person),
  why: { kind: 'latest-incoming', of: person(to[0] ?? 'bob').address, replyToUsed: false },
  answers: null,
});
const chose = (name: string, field: Chosen['field'], wroteSince = false): Chosen => ({
  ...person(name),
  field,
  wroteSince,
});
const lists = ({ to, cc, bcc }: Recipients) => [names(to), names(cc), names(bcc)];

describe('recipients whose address is paused', () => {
  const keys = (...paused: string[]) => new Set(paused.map((name) => `${name}@x.example`));
  const rows: [string, Recipients, string[], string[][], string[]][] = [
    ['nobody', base(['bob'], ['carol']), [], [['bob'], ['carol'], []], []],
    ['a copy', base(['bob'], ['carol']), ['carol'], [['bob'], [], []], ['carol']],
    ['one of two', base(['bob', 'dave'], ['carol']), ['bob'], [['dave'], ['carol'], []], ['bob']],
    ['the only one in To', base(['bob'], ['carol']), ['bob'], [['carol'], [], []], ['bob']],
    ['all', base(['bob'], ['carol']), ['bob', 'carol'], [[], [], []], ['bob', 'carol']],
    ['a blind copy', { ...base(['bob']), bcc: [person('erin')] }, ['erin'], [['bob'], [], []], ['erin']],
    ['all but a blind copy', { ...base(['bob']), bcc: [person('erin')] }, ['bob'], [[], [], ['erin']], ['bob']],
    ['somebody else', base(['bob']), ['zoe'], [['bob'], [], []], []],
  ];
  for (const [what, meant, paused, [to, cc, bcc], out] of rows)
    test(what, () => {
      const goes = withoutPaused(meant, keys(...paused));
      assert.deepEqual(lists(goes), [to, cc, bcc]);
      assert.deepEqual(names(leftOutOf(goes)), out);
      assert.ok(sameRecipients(goes, meant), 'meant for the same people');
      assert.deepEqual(lists(withoutPaused(goes, keys())), lists(withoutPaused(meant, keys())), 'back as they were');
      assert.deepEqual(withoutPaused(goes, keys(...paused)), goes, 'twice is once');
    });
  test('is compared by the key of an address', () => {
    const loud = { ...base([]), to: [{ name: 'Bob', address: 'BOB@X.Example' as Address }] };
    assert.ok(isNobody(withoutPaused(loud, keys('bob'))));
  });
});

describe('recipients as people chose them', () => {
  const rows: [string, Recipients, Chosen[], string[][]][] = [
    ['nothing chosen', base(['bob'], ['carol']), [], [['bob'], ['carol'], []]],
    ['somebody in Cc', base(['bob']), [chose('carol', 'cc')], [['bob'], ['carol'], []]],
    ['from Cc to To', base(['bob'], ['carol']), [chose('carol', 'to')], [['bob', 'carol'], [], []]],
    ['from To to Cc', base(['bob', 'carol']), [chose('carol', 'cc')], [['bob'], ['carol'], []]],
    ['the sender stays in To', base(['bob']), [chose('bob', 'cc')], [['bob'], [], []]],
    ['taken out', base(['bob'], ['carol']), [chose('carol', 'none')], [['bob'], [], []]],
    ['taken out, and wrote again', base(['carol']), [chose('carol', 'none', true)], [['carol'], [], []]],
    ['the only one in To taken out', base(['bob'], ['carol']), [chose('bob', 'none')], [['carol'], [], []]],
    ['a blind copy', base(['bob']), [chose('erin', 'bcc')], [['bob'], [], ['erin']]],
    ['a blind copy who has shown themselves', base(['erin']), [chose('erin', 'bcc')], [['erin'], [], []]],
    ['only a blind copy', base(['bob']), [chose('bob', 'none'), chose('erin', 'bcc')], [[], [], ['erin']]],
  ];
  for (const [what, before, chosen, expected] of rows) {
    test(what, () => assert.deepEqual(lists(withChosen(before, chosen)), expected));
  }

  test('nobody at all is said to be nobody', () => {
    const nobody = withChosen(base(['bob']), [chose('bob', 'none')]);
    assert.ok(isNobody(nobody));
    assert.equal(nobody.why.kind, 'nobody');
  });

  test('nobody is in two lists, and who was taken out is in none', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const field = fc.constantFrom('to' as const, 'cc' as const, 'bcc' as const, 'none' as const);
    const people = fc.uniqueArray(name, { maxLength: 5 });
    const choices = fc.uniqueArray(fc.tuple(name, field), { selector: ([one]) => one });
    fc.assert(
      fc.property(people, choices, (all, chosen) => {
        const cut = Math.ceil(all.length / 2);
        const result = withChosen(
          base(all.slice(0, cut), all.slice(cut)),
          chosen.map(([one, where]) => chose(one, where)),
        );
        const everybody = lists(result).flat();
        assert.equal(new Set(everybody).size, everybody.length);
        for (const [one, where] of chosen) assert.equal(everybody.includes(one), where !== 'none', one);
      }),
    );
  });
});

describe('lists as they are typed', () => {
  test('signs add and take out; addresses alone are the new list', () => {
    assert.deepEqual(readPeopleChange(' '), { kind: 'show' });
    const changed = readPeopleChange('+a@x.example, -b@x.example +"C, D" <c@x.example>');
    assert.ok(changed.kind === 'change');
    assert.deepEqual(names(changed.add), ['a', 'c']);
    assert.deepEqual(changed.remove, ['b@x.example']);
    const set = readPeopleChange('a@x.example b@x.example');
    assert.ok(set.kind === 'set');
    assert.deepEqual(names(set.people), ['a', 'b']);
    const { add, remove } = difference(set, [person('b'), person('c')]);
    assert.deepEqual([names(add), remove], [['a'], ['c@x.example']]);
    assert.deepEqual(readPeopleChange('none'), { kind: 'set', people: [] });
    assert.equal(readPeopleChange('Bob').kind, 'unreadable');
    assert.equal(readPeopleChange('+Bob').kind, 'unreadable');
    for (const lost of ['b\ufffdb@example.org', '+b\ufffdb@example.org', 'ann@example.org b\ufffd@example.org']) {
      assert.equal(readPeopleChange(lost).kind, 'unreadable', lost);
    }
    assert.deepEqual(readComposeDraft('b\ufffdb@example.org\n\nHello').to, []);
  });

  test('a conversation in one message', () => {
    const draft = readComposeDraft(
      'to: Bob <bob@x.example>, cc: carol@x.example, subject: Lamps: new, bright\nbcc: erin@x.example\n\nDear ' +
        'Bob,\nto: is a word.',
    );
    assert.deepEqual(
      [names(draft.to), names(draft.cc), names(draft.bcc), draft.subject, draft.body],
      [['bob'], ['carol'], ['erin'], 'Lamps: new, bright', 'Dear Bob,\nto: is a word.'],
    );
    assert.equal(missing(draft, 1), null);
    assert.equal(missing(draft, 2), 'account');
    const bare = readComposeDraft('bob@x.example carol@x.example');
    assert.deepEqual(names(bare.to), ['bob', 'carol']);
    assert.equal(missing(bare, 1), 'subject');
    assert.equal(answered(bare, 'subject', '-')?.subject, '');
    const german = readComposeDraft('an: bob@x.example, betreff: Lampen, konto: support');
    assert.deepEqual([names(german.to), german.subject, german.account], [['bob'], 'Lampen', 'support']);
    assert.equal(missing(readComposeDraft(''), 1), 'to');
    assert.equal(answered(readComposeDraft(''), 'to', 'nobody'), null);
  });

  test('whatever is typed is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        readPeopleChange(typed);
        missing(readComposeDraft(typed), 1);
      }),
    );
  });
});

test('what people say is mailed or stays inside as the account and its words ask for', () => {
  const facts = (more: Partial<NoteFacts>): NoteFacts => ({
    mode: 'reply',
    asked: null,
    repliesTo: null,
    inNoteThread: false,
    ...more,
  });
  const quiet = { note: 'quiet' };
  const told = { note: 'told' };
  const rows: [Partial<NoteFacts>, unknown][] = [
    [{}, 'mailed'],
    [{ repliesTo: 'mail' }, 'mailed'],
    [{ repliesTo: 'other' }, 'mailed'],
    [{ repliesTo: 'note' }, quiet],
    [{ inNoteThread: true }, quiet],
    [{ inNoteThread: true, asked: 'all' }, told],
    [{ inNoteThread: true, repliesTo: 'mail' }, quiet],
    [{ mode: 'note' }, quiet],
    [{ mode: 'note', asked: 'all' }, 'mailed'],
    [{ mode: 'note', asked: 'sender' }, 'mailed'],
    [{ mode: 'note', repliesTo: 'mail' }, 'mailed'],
    [{ mode: 'note', repliesTo: 'other' }, quiet],
    [{ mode: 'note', repliesTo: 'note', asked: 'all' }, told],
  ];
  for (const [more, expected] of rows) assert.deepEqual(destinyOf(facts(more)), expected, JSON.stringify(more));
});
