/** What becomes of an event, as a table: one row a case. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { capabilities } from '../../../../src/bridge/account/permissions.ts';
import { decideEvent, decideMessage, decideTakeBack } from '../../../../src/bridge/event/decide-event.ts';
import type { Before, EventFacts, EventOutcome, SaidFacts } from '../../../../src/bridge/event/decide-event.ts';
import { readEvent } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import type { MatrixAction } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import type { EventId, MessageKey, Recipients, ThreadId, UserId } from '../../../../src/bridge/types.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';

const alice = '@alice:x.example' as UserId;
const bot = '@mailroom:x.example';
const of = '$a' as EventId;
const person = (name: string) => ({ name: '', address: `${name}@y.example` as Address });
const goes = (to: string, cc: string[] = []): Recipients => ({
  to: to === '' ? [] : [person(to)],
  cc: cc.map(person),
  why: { kind: 'latest-incoming', of: person(to).address, replyToUsed: false },
  answers: '<m@y.example>' as MessageId,
});
const all = goes('bob', ['carol']);
const one = 'one' as MessageKey;

const read = (type: string, content: Record<string, unknown>): MatrixAction =>
  readEvent(
    { type, sender: alice, event_id: '$e', content },
    { isOwn: (user) => user === bot || user.startsWith('@mail_'), isBot: (user) => user === bot },
  );
const says = (body: string, more: Record<string, unknown> = {}) =>
  read('m.room.message', { msgtype: 'm.text', body, ...more });
const edits = (body: string, more: Record<string, unknown> = {}) =>
  read('m.room.message', {
    msgtype: 'm.text',
    body: `* ${body}`,
    'm.new_content': { msgtype: 'm.text', body, ...more },
    'm.relates_to': { rel_type: 'm.replace', event_id: of },
  });

const said = (more: Partial<SaidFacts> = {}): SaidFacts => ({
  mode: 'reply',
  toColleagues: 'ask',
  colleagues: [{ user: '@ada:x.example' as UserId, names: ['Ada Lovelace', 'Ada'] }],
  repliesTo: null,
  threadOf: null,
  fourEyes: false,
  sure: false,
  moved: null,
  audience: all,
  outside: [],
  repeats: null,
  open: null,
  hold: { hold: { after: 10_000, atMost: 60_000 }, holdOutside: 10_000, quota: null },
  isInternal: (user) => !user.startsWith('@mail_'),
  ...more,
});
const facts = (more: Partial<EventFacts> = {}): EventFacts => ({
  inThread: true,
  over: null,
  can: capabilities('user'),
  sender: alice,
  said: said(),
  before: null,
  ...more,
});
const mailed = (more: Partial<Extract<Before, { kind: 'mailed' }>> = {}): Before => ({
  kind: 'mailed',
  returned: false,
  underWay: false,
  author: alice,
  outgoing: one,
  recipients: all,
  frozen: false,
  withdrawn: false,
  others: false,
  ...more,
});
const own = { outgoing: one, recipients: all, left: 30_000 };
const moved = { to: 't' as ThreadId, what: 'conversation' } as const;
const repeats = { event: '$r' as EventId, author: alice };

/** An outcome in a few words. */
function told(outcome: EventOutcome): string {
  switch (outcome.do) {
    case 'mail': {
      const { into, outOf, closes, time } = outcome;
      const where = into === null ? 'a new mail' : `mail ${into}`;
      const out = outOf === null ? '' : ` out of ${outOf}`;
      const ends = closes === null ? '' : `, ${closes.outgoing} closes ${closes.leaves}`;
      return `${where}${out} after ${String(time.hold.after / 1000)} s${ends}${time.atOnce ? ', at once' : ''}`;
    }
    case 'note':
      return outcome.kept.why === 'like-command' ? `like-command ${outcome.kept.word}` : outcome.kept.why;
    case 'take-back':
      return outcome.became === null
        ? 'taken back'
        : `taken back: ${outcome.became.do === 'note' ? told(outcome.became) : outcome.became.do}`;
    case 'nothing':
      return `nothing: ${outcome.reason}`;
    case 'drop-asked':
      return `asked dropped: ${outcome.became}`;
    case 'over':
      return `over: ${outcome.room}`;
    case 'refuse':
      return `refuse: ${outcome.needed}`;
    case 'command':
      return `command ${outcome.command.name}`;
    case 'ask':
      return `ask ${outcome.why.is}`;
    case 'echo':
    case 'encrypted':
    case 'membership':
    case 'moved':
    case 'nobody':
    case 'question':
    case 'react':
    case 'redact-other':
    case 'replace':
    case 'replace-asked':
    case 'tombstone':
      return outcome.do;
    case 'too-late':
      return outcome.waits ? 'too-late, waits' : 'too-late';
  }
}

const mention = (user: string, rest: string) => ({
  format: 'org.matrix.custom.html',
  formatted_body: `<a href="https://matrix.to/#/${user}">X</a>${rest}`,
  'm.mentions': { user_ids: [user] },
});

const MAIL = 'a new mail after 10 s';

type Row = readonly [string, MatrixAction, Partial<EventFacts>, string];

const messages: Row[] = [
  ['a plain message', says('Hello'), {}, 'a new mail after 10 s'],
  ['one more to the same', says('Hello'), { said: said({ open: own }) }, 'mail one after 10 s'],
  [
    'one more to others',
    says('Hello'),
    { said: said({ open: { ...own, recipients: goes('bob') } }) },
    'a new mail after 10 s, one closes at-once',
  ],
  [
    'one more with little left',
    says('Hello'),
    { said: said({ open: { ...own, left: 9_999 } }) },
    'a new mail after 10 s, one closes in-time',
  ],
  [
    'to a stranger',
    says('Hello'),
    {
      said: said({
        outside: [{ ...person('eve'), key: 'eve' }],
        hold: { hold: { after: 0, atMost: 0 }, holdOutside: 7_000, quota: null },
      }),
    },
    'a new mail after 7 s',
  ],
  [
    'without a hold',
    says('Hello'),
    { said: said({ hold: { hold: { after: 0, atMost: 0 }, holdOutside: 0, quota: null } }) },
    'a new mail after 0 s, at once',
  ],
  [
    'without a hold, over the quota',
    says('Hello'),
    { said: said({ hold: { hold: { after: 0, atMost: 0 }, holdOutside: 0, quota: new Date(1) } }) },
    'a new mail after 0 s',
  ],
  ['a note', says('!note Hello'), {}, 'note'],
  ['where notes are the rule', says('Hello'), { said: said({ mode: 'note' }) }, 'note'],
  [
    'a reply to a mail where notes are the rule',
    says('Hello'),
    { said: said({ mode: 'note', repliesTo: 'mail' }) },
    'a new mail after 10 s',
  ],
  ['a reply to a mail', says('Hello'), { said: said({ repliesTo: 'mail' }) }, 'a new mail after 10 s'],
  ['a reply to a note', says('Hello'), { said: said({ repliesTo: 'note' }) }, 'note'],
  ['in a thread on a note, for all', says('!reply Hello'), { said: said({ threadOf: 'note' }) }, 'in-note-thread'],
  ['a reply to a notice', says('Hello'), { said: said({ repliesTo: 'notice' }) }, 'reply-to-notice'],
  ['a reply to a notice, for all', says('!reply Hello'), { said: said({ repliesTo: 'notice' }) }, 'reply-to-notice'],
  ['in a thread on a notice', says('Hello'), { said: said({ threadOf: 'notice' }) }, 'reply-to-notice'],
  [
    'a reply to the notice that it was too late',
    says('Hello'),
    { said: said({ repliesTo: 'correction' }) },
    'a new mail after 10 s',
  ],
  ['a reply to something else', says('Hello'), { said: said({ repliesTo: 'other' }) }, 'a new mail after 10 s'],
  ['a mention in front', says('Bob: Hello', mention('@bob:x.example', ': Hello')), {}, 'ask to-colleague'],
  ['a mention in front, without a sign', says('X Hello', mention('@bob:x.example', ' Hello')), {}, 'ask to-colleague'],
  ['a mention within', says('Ask X', { ...mention('@bob:x.example', ''), formatted_body: 'Ask X' }), {}, MAIL],
  ['a colleague’s name in front', says('Ada: please look'), {}, 'ask to-colleague'],
  ['a colleague’s whole name, written small', says('ada lovelace, please look'), {}, 'ask to-colleague'],
  ['a colleague’s user id', says('@ada:x.example please look'), {}, 'ask to-colleague'],
  ['a colleague’s name behind invisible signs', says('\u200b\u2066Ada\u2069: look'), {}, 'ask to-colleague'],
  ['a sentence that begins with the name', says('Ada will write to you'), {}, MAIL],
  ['a word that begins like the name', says('Adam, hello'), {}, MAIL],
  ['everybody in the room', says('@room please look'), {}, 'ask to-colleague'],
  ['everybody, and it is meant', says('@room please look'), { said: said({ sure: true }) }, MAIL],
  ['a colleague, for all', says('!reply Ada: hello'), {}, MAIL],
  ['a colleague, where such stays', says('Ada: look'), { said: said({ toColleagues: 'note' }) }, 'to-colleague'],
  ['a colleague, where such is mailed', says('Ada: look'), { said: said({ toColleagues: 'mail' }) }, MAIL],
  [
    'somebody outside who is called as a colleague is',
    says('Ada, thank you'),
    { said: said({ audience: { ...all, to: [{ name: 'Ada Byron', address: 'a@y.example' as Address }] } }) },
    MAIL,
  ],
  [
    'a mention of a colleague whose namesake is outside',
    says('Ada: look', mention('@ada:x.example', ': look')),
    { said: said({ audience: { ...all, to: [{ name: 'Ada Byron', address: 'a@y.example' as Address }] } }) },
    'ask to-colleague',
  ],
  ['a colleague, with nobody outside', says('Ada: look'), { said: said({ audience: goes('') }) }, 'nobody'],
  ['a mention alone', says('@bob:x.example'), {}, 'only-calls'],
  ['a note behind a mention', says('X: !note Hello', mention('@bob:x.example', ': !note Hello')), {}, 'note'],
  [
    'a command behind a mention',
    says('X: !mail status', mention('@bob:x.example', ': !mail status')),
    {},
    'like-command status',
  ],
  [
    'a command behind a mention of the bot',
    says('X: !mail status', mention(bot, ': !mail status')),
    {},
    'command status',
  ],
  ['what begins like a command', says('!claim'), {}, 'like-command claim'],
  ['the same for all', says('!reply !claim'), {}, 'a new mail after 10 s'],
  ['a command', says('!mail status'), {}, 'command status'],
  ['nobody there', says('Hello'), { said: said({ audience: goes('') }) }, 'nobody'],
  ['a conversation that went on elsewhere', says('Hello'), { said: said({ moved }) }, 'moved'],
  ['a repetition', says('Hello'), { said: said({ repeats }) }, 'ask repeats'],
  ['a repetition that is meant', says('Hello'), { said: said({ repeats, sure: true }) }, 'a new mail after 10 s'],
  ['without the right to answer', says('Hello'), { can: capabilities('block') }, 'refuse: answer'],
  ['without the right, a note', says('!note Hello'), { can: capabilities('block') }, 'note'],
  ['in a room that is over', says('Hello'), { over: 'replaced' }, 'over: replaced'],
  ['in a room that the bot is out of', says('Hello'), { over: 'gone' }, 'over: gone'],
  ['in the lobby', says('Hello'), { inThread: false, said: null }, 'question'],
  ['a command in the lobby', says('!mail list'), { inThread: false, said: null }, 'command list'],
  ['encrypted', read('m.room.encrypted', { ciphertext: 'x' }), {}, 'encrypted'],
  ['a notice of another bot', says('Hello', { msgtype: 'm.notice' }), {}, 'nothing: notice'],
  ['a poll vote', read('m.poll.response', {}), {}, 'nothing: poll-vote'],
  [
    'a reaction',
    read('m.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: of, key: '👀' } }),
    {},
    'react',
  ],
];

const before = mailed();
const narrower = { before, said: said({ audience: goes('bob'), open: own }) };
const changes: Row[] = [
  ['to other words', edits('Hello'), { before, said: said({ open: own }) }, 'replace'],
  ['to other people', edits('!sender Hello'), narrower, 'a new mail out of one after 10 s'],
  [
    'to other people, with others in the mail',
    edits('!sender Hello'),
    { ...narrower, before: mailed({ others: true }) },
    'a new mail out of one after 10 s, one closes in-time',
  ],
  [
    'to other people, who have an open mail',
    edits('!sender Hello'),
    {
      before,
      said: said({ audience: goes('bob'), open: { ...own, outgoing: 'two' as MessageKey, recipients: goes('bob') } }),
    },
    'mail two out of one after 10 s',
  ],
  ['to a note', edits('!note Hello'), { before }, 'taken back: note'],
  [
    'to a note behind a mention',
    edits('X: !note', mention('@bob:x.example', ': !note')),
    { before },
    'taken back: note',
  ],
  ['to a command', edits('!mail status'), { before }, 'taken back: command'],
  [
    'to a command behind a mention',
    edits('X: !mail status', mention('@bob:x.example', ': !mail status')),
    { before },
    'taken back: like-command status',
  ],
  ['to what begins like a command', edits('!claim'), { before }, 'taken back: like-command claim'],
  ['to nothing', edits(' '), { before }, 'taken back: no-message'],
  ['to a file that cannot be read', edits('x', { msgtype: 'm.image', file: {} }), { before }, 'taken back: encrypted'],
  ['without the right to answer', edits('Hello'), { before, can: capabilities('block') }, 'taken back: refuse'],
  ['where nobody is left', edits('Hello'), { before, said: said({ audience: goes('') }) }, 'taken back: nobody'],
  ['where the conversation went on elsewhere', edits('Hello'), { before, said: said({ moved }) }, 'taken back: moved'],
  ['in a room that is over', edits('Hello'), { before, over: 'replaced' }, 'replace'],
  ['too late', edits('!note Hello'), { before: mailed({ frozen: true }) }, 'too-late'],
  [
    'of what waits for a yes since its account came back',
    edits('Hello'),
    { before: mailed({ frozen: true, returned: true }) },
    'too-late, waits',
  ],
  ['of what was taken back', edits('Hello'), { before: mailed({ withdrawn: true }) }, 'nothing: not-mailed'],
  ['of what was never mailed', edits('Hello'), {}, 'nothing: not-mailed'],
  [
    'of somebody else’s',
    edits('Hello'),
    { before: mailed({ author: '@carol:x.example' as UserId }) },
    'nothing: not-the-author',
  ],
  ['of what waits for a yes', edits('Hello'), { before: { kind: 'asked', author: alice } }, 'replace-asked'],
  [
    'of what waits for a yes, to a note',
    edits('!note'),
    { before: { kind: 'asked', author: alice } },
    'asked dropped: other',
  ],
  [
    'of what waits for a yes, to a command',
    edits('!mail'),
    { before: { kind: 'asked', author: alice } },
    'asked dropped: command',
  ],
];

describe('what becomes of a message', () => {
  for (const [what, action, more, expected] of messages) {
    test(what, () => assert.equal(told(decideEvent(action, facts(more))), expected));
  }
});

describe('what becomes of an edit', () => {
  for (const [what, action, more, expected] of changes) {
    test(what, () => assert.equal(told(decideEvent(action, facts(more))), expected));
  }
});

describe('what becomes of a redaction', () => {
  const rows: [string, Before | null, string][] = [
    ['of a message on its way', mailed(), 'taken back'],
    ['of a message of somebody else', mailed({ author: '@carol:x.example' as UserId }), 'taken back'],
    ['of one that has left', mailed({ frozen: true }), 'too-late'],
    ['of one that waits for a yes', mailed({ frozen: true, returned: true }), 'too-late, waits'],
    ['of one that was taken back', mailed({ withdrawn: true }), 'nothing: not-mailed'],
    ['of anything else', null, 'redact-other'],
    ['of a message that waits for a yes', { kind: 'asked', author: alice }, 'redact-other'],
  ];
  for (const [what, of, expected] of rows) {
    test(what, () => {
      const outcome = decideEvent(read('m.room.redaction', { redacts: '$a' }), facts({ before: of }));
      assert.equal(told(outcome), expected);
    });
  }
  test('❌ is decided as one', () => {
    assert.deepEqual(decideTakeBack(of, mailed()), { do: 'take-back', of, outgoing: one, became: null });
    assert.equal(decideTakeBack(of, null), null);
  });
});

describe('whether a message needs the yes of somebody else', () => {
  const message = (more: Partial<SaidFacts>, level: 'draft' | 'relay' | 'block') => {
    const action = says('Hello.');
    assert.ok(action.kind === 'message');
    return decideMessage(action, said(more), capabilities(level));
  };

  test('needs none from whoever may send', () => {
    const decided = message({}, 'relay');
    assert.equal(decided.do === 'mail' ? decided.draft : decided.do, null);
  });

  test('needs one from whoever may write alone, and from all where the account says so', () => {
    for (const [more, level, why] of [
      [{}, 'draft', 'writer'],
      [{ sure: true }, 'draft', 'writer'],
      [{ fourEyes: true }, 'relay', 'account'],
      [{ fourEyes: true }, 'draft', 'account'],
    ] as const) {
      const decided = message(more, level);
      assert.equal(decided.do === 'mail' ? decided.draft : decided.do, why);
    }
  });

  test('is not mailed at all from whoever may neither', () => {
    assert.deepEqual(message({}, 'block'), { do: 'refuse', needed: 'answer' });
  });
});
