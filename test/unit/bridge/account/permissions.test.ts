import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  administrators,
  capabilities,
  leastLevel,
  LEVELS,
  levelOf,
  type Capability,
  type Level,
  type PersonAtPlace,
} from '../../../../src/bridge/account/permissions.ts';
import { renderRefusal } from '../../../../src/bridge/told/refusal.ts';
import type { UserId } from '../../../../src/bridge/types.ts';

const ALL: readonly Capability[] = [
  'read',
  'draft',
  'answer',
  'compose',
  'outside',
  'invite',
  'source',
  'release',
  'manage',
];
const ada = '@ada:example.org' as UserId;
const guest = '@guest:example.org' as UserId;
const stranger = '@stranger:elsewhere.test' as UserId;

describe('what a level may do', () => {
  const table: Readonly<Record<Level, string>> = {
    //          read draft answer compose outside invite source release manage
    block: '-      -     -      -       -       -      -      -       -',
    draft: 'x      x     -      -       -       -      -      -       -',
    relay: 'x      x     x      -       -       -      -      -       -',
    user: 'x      x     x      x       x       x      x      -       -',
    moderator: 'x      x     x      x       x       x      x      x       -',
    admin: 'x      x     x      x       x       x      x      x       x',
  };
  for (const level of LEVELS) {
    it(level, () => {
      const row = table[level].split(/ +/);
      assert.deepEqual(
        ALL.filter((_, at) => row[at] === 'x'),
        ALL.filter((capability) => capabilities(level).has(capability)),
      );
    });
  }

  it('never takes away with a higher level, and the least level that may is the least', () => {
    for (const capability of ALL) {
      const least = LEVELS.indexOf(leastLevel(capability));
      for (const [at, level] of LEVELS.entries()) assert.equal(capabilities(level).has(capability), at >= least);
    }
  });
});

describe('the level of a person', () => {
  type Words = Readonly<Record<string, Level>>;
  const at = (user: UserId, words: Words, place: Partial<PersonAtPlace> = {}): Level =>
    levelOf({
      user,
      inTeam: false,
      former: false,
      power: null,
      permissions: new Map(Object.entries(words)),
      domain: 'example.org',
      ...place,
    });
  const team = { inTeam: true };
  const powerful = { power: 50 };

  const rows: readonly (readonly [what: string, UserId, Words, Partial<PersonAtPlace>, Level])[] = [
    ['without a word: the team moderates', ada, {}, team, 'moderator'],
    ['without a word: a team member of another server moderates', stranger, {}, team, 'moderator'],
    ['without a word: our people may answer where they are', guest, {}, {}, 'relay'],
    ['without a word: others may not', stranger, {}, {}, 'block'],
    ['without a word: power over a room makes a moderator there', guest, {}, powerful, 'moderator'],
    ['who was of the team may nothing, at home too', guest, {}, { former: true }, 'block'],
    ['who was of the team may nothing by power over a room', guest, {}, { former: true, power: 100 }, 'block'],
    [
      'who was of the team may nothing by the word about their server',
      guest,
      { 'example.org': 'user' },
      { former: true },
      'block',
    ],
    [
      'who was of the team may what the operator says of them by name',
      ada,
      { [ada]: 'relay' },
      { former: true },
      'relay',
    ],
    ['who was of the team and is again moderates', guest, {}, { former: true, inTeam: true }, 'moderator'],
    ['without a word: power below 50 does not', guest, {}, { power: 49 }, 'relay'],
    ['without a word: a stranger with power stays out', stranger, {}, { power: 100 }, 'block'],
    ['with any word the default is gone', guest, { [ada]: 'admin' }, {}, 'block'],
    ['* is everybody else', stranger, { '*': 'relay' }, {}, 'relay'],
    ['a server before *', stranger, { '*': 'block', 'elsewhere.test': 'user' }, {}, 'user'],
    ['a user before a server', stranger, { 'elsewhere.test': 'block', [stranger]: 'relay' }, {}, 'relay'],
    ['a user before the team', ada, { [ada]: 'user' }, team, 'user'],
    ['a blocked member of the team', ada, { [ada]: 'block' }, team, 'block'],
    ['the team before a server', stranger, { 'elsewhere.test': 'block' }, team, 'moderator'],
    ['the team before *', ada, { '*': 'block' }, team, 'moderator'],
    ['the team does not lower a server', ada, { 'example.org': 'admin' }, team, 'admin'],
    ['power does not raise who is named', ada, { [ada]: 'relay' }, { power: 100 }, 'relay'],
    ['power does not raise who is blocked by server', guest, { 'example.org': 'block' }, { power: 100 }, 'block'],
    ['power does not make an administrator', guest, { '*': 'user' }, { power: 100 }, 'moderator'],
    ['power does not lower', guest, { '*': 'admin' }, { power: 100 }, 'admin'],
    ['a server with a port', '@x:example.org:8448' as UserId, { 'example.org:8448': 'user' }, {}, 'user'],
    ['a server is not its subdomains', '@x:sub.example.org' as UserId, { 'example.org': 'admin' }, {}, 'block'],
    ['a name that begins alike is another', '@ada:example.org.evil.test' as UserId, { [ada]: 'admin' }, {}, 'block'],
  ];
  for (const [what, user, words, place, level] of rows) {
    it(what, () => assert.equal(at(user, words, place), level));
  }

  it('is never above block for whom nothing speaks, whatever the rest says', () => {
    const key = fc.constantFrom('other.test', '@x:other.test', 'third.test');
    const level = fc.constantFrom(...LEVELS);
    fc.assert(
      fc.property(fc.dictionary(key, level, { minKeys: 1 }), fc.option(fc.integer()), (words, power) => {
        assert.equal(at(guest, words, { power }), 'block');
      }),
    );
  });

  it('names administrators by user only', () => {
    const words = new Map<string, Level>([
      ['*', 'admin'],
      ['example.org', 'admin'],
      [ada, 'admin'],
      [guest, 'user'],
    ]);
    assert.deepEqual(administrators(words, 3), [ada]);
  });
});

describe('a refusal', () => {
  it('says what is missing, who can do it here and who can grant it', () => {
    const permissions = new Map<string, Level>([['@root:example.org', 'admin']]);
    assert.equal(
      renderRefusal({ needed: 'release', able: [ada], permissions }, 'en').body,
      'You may not decide that here. It takes the permission “moderator”.\n' +
        'Ask @ada:example.org to do it; @root:example.org can give you that permission.',
    );
  });

  it('has its words for each lack in each language, also where nobody is named', () => {
    const said = (['en', 'de', 'fr'] as const).flatMap((language) =>
      ALL.map((needed) => renderRefusal({ needed, able: [], permissions: new Map() }, language).body),
    );
    assert.equal(new Set(said).size, said.length);
    assert.ok(said.every((body) => /\n\p{Lu}/u.test(body)));
  });
});
