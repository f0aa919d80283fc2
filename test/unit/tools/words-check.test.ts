/** The check of texts that runs with the lint, on texts in which one thing is wrong, and on ours. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FluentParser, SelectExpression } from '@fluent/syntax';
import { z } from 'zod';
import { keysModule, textsModule, wordsFiles } from '../../../tools/generate/words.ts';
import { sourceFiles, wordsProblems } from '../../../tools/words/check.ts';

const english = 'room-a = A { $name }\nroom-b-one = B\n';
const code = "say('room-a', { name }); say(`room-b-${kind}`);";

function problems({ en = english, de = english, src = code }): string[] {
  return wordsProblems(
    new Map([
      ['en', en],
      ['de', de],
    ]),
    new Map([['a.ts', src]]),
  );
}

describe('the check of texts', () => {
  it('has nothing against texts that are whole', () => assert.deepEqual(problems({}), []));

  it('has nothing against the texts of the product', () => {
    assert.deepEqual(wordsProblems(wordsFiles(), sourceFiles()), []);
  });

  const rows: readonly (readonly [what: string, given: Parameters<typeof problems>[0], found: readonly string[]])[] = [
    ['a key that a language lacks', { de: 'room-a = A { $name }\n' }, ['de.ftl: room-b-one is missing']],
    ['a key that only a translation has', { de: `${english}room-c = C\n` }, ['de.ftl: room-c is not in en.ftl']],
    ['an argument that a language lacks', { de: 'room-a = A\nroom-b-one = B\n' }, ['de.ftl: room-a lacks $name']],
    [
      'an argument that only a translation has',
      { de: 'room-a = A { $name } { $more }\nroom-b-one = B\n' },
      ['de.ftl: room-a has $more, which en.ftl has not'],
    ],
    ['a key that nobody says', { src: "say('room-a', { name });" }, ['en.ftl: room-b-one is said nowhere in src']],
    [
      'a key that only a comment names',
      { src: "say('room-a', { name }); // 'room-b-one'" },
      ['en.ftl: room-b-one is said nowhere in src'],
    ],
    ['a key twice', { en: `${english}room-a = A { $name }\n` }, ['en.ftl:3: room-a stands here a second time']],
    [
      'a key without a group',
      { en: `${english}room = A\n`, de: `${english}room = A\n`, src: `${code} say('room');` },
      [
        'en.ftl:3: room is not group-and-name in small letters',
        'de.ftl:3: room is not group-and-name in small letters',
      ],
    ],
    [
      'text of two lines',
      { de: 'room-a = A\n    { $name }\nroom-b-one = B\n' },
      ['de.ftl:1: room-a has a line break; a text is one line'],
    ],
    [
      'a choice that is no plural form',
      { de: 'room-a = { $name ->\n    [held] A\n   *[other] B\n }\nroom-b-one = B\n' },
      ['de.ftl:1: room-a has a choice [held], which is no plural form: make it a key of its own'],
    ],
    [
      'a function, which would print numbers by the habits of a language',
      { de: 'room-a = { NUMBER($name) }\nroom-b-one = B\n' },
      [
        'de.ftl:1: room-a has FunctionReference; only arguments, their choice and quoted text are used',
        'de.ftl: room-a lacks $name',
      ],
    ],
    ['a term', { de: `${english}-brand = Mailroom\n` }, ['de.ftl:3: -brand is a term; only messages are said']],
    [
      'what cannot be read',
      { de: 'room-a = A { $name\nroom-b-one = B\n' },
      ['de.ftl:1: this cannot be read: Expected token: "}"', 'de.ftl: room-a is missing'],
    ],
  ];
  for (const [what, given, found] of rows) it(`finds ${what}`, () => assert.deepEqual(problems(given), found));

  it('asks for English', () => {
    assert.deepEqual(wordsProblems(new Map([['de', english]]), new Map()), [
      'en.ftl is missing: the others are compared with it',
    ]);
  });
});

/** Choices by a plural form, each with the forms that it has, by key. */
function choices(node: unknown, found: Set<string>[] = []): Set<string>[] {
  if (node instanceof SelectExpression) {
    const forms = node.variants.flatMap(({ key }) => (key.type === 'Identifier' ? [key.name] : []));
    if (forms.includes('one')) found.push(new Set(forms));
  }
  if (typeof node === 'object' && node !== null) for (const part of Object.values(node)) choices(part, found);
  return found;
}

describe('the texts of each language', () => {
  for (const [tag, text] of wordsFiles()) {
    it(`choose among all plural forms of whole numbers where they choose, in ${tag}`, () => {
      const plurals = new Intl.PluralRules(tag);
      const wanted = new Set(Array.from({ length: 200 }, (_, number) => plurals.select(number)));
      for (const entry of new FluentParser({ withSpans: false }).parse(text).body) {
        if (entry.type !== 'Message') continue;
        for (const forms of choices(entry)) {
          assert.deepEqual(
            [...wanted].filter((form) => !forms.has(form)),
            [],
            entry.id.name,
          );
        }
      }
    });
  }
});

describe('the modules that are made from texts', () => {
  it('ask for a number where any language chooses by it', () => {
    const files = new Map([
      ['en', 'room-a = { $count } files\n'],
      ['de', 'room-a = { $count ->\n    [one] eine Datei\n   *[other] { $count } Dateien\n }\n'],
    ]);
    assert.match(keysModule(files), /'room-a': \{ readonly count: number \};/);
    assert.match(keysModule(files), /LANGUAGES = \['en', 'de'\]/);
  });

  it('name the languages whose files say that they were not reviewed', () => {
    const files = new Map([
      ['en', 'room-a = A\n'],
      ['it', '### Italiano.\n### Not reviewed by a native speaker yet.\n\nroom-a = A\n'],
    ]);
    assert.match(keysModule(files), /UNREVIEWED: .* = \['it'\];/);
  });

  it('keep signs that mean something in a template of TypeScript', async () => {
    const files = new Map([['en', '# Said nowhere.\nroom-a = `\\${ { $name }\n']]);
    const javascript = textsModule(files).replace(' as const', '');
    const { TEXTS } = z
      .object({ TEXTS: z.unknown() })
      .parse(await import(`data:text/javascript,${encodeURIComponent(javascript)}`));
    assert.deepEqual(TEXTS, { en: '\nroom-a = `\\${ { $name }\n' });
  });
});
