import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessLanguage } from '../../../../src/bridge/search/search-language.ts';
import { folderTerm, readSearch } from '../../../../src/bridge/search/search-query.ts';
import { searchText, writtenAt } from '../../../../src/bridge/search/search-text.ts';
import { boundedWords, folded, wordsIn } from '../../../../src/bridge/search/search-words.ts';
import type { Address } from '../../../../src/mail/types.ts';
import { findZone, UTC } from '../../../../src/words/zones.ts';

function queries(text: string): string[] {
  const read = readSearch(text, UTC);
  assert.ok('terms' in read, JSON.stringify(read));
  return read.terms.map(({ not, query }) => `${not ? '!' : ''}${query.replaceAll('\u0001', '^')}`);
}

describe('what a search is asked for', () => {
  it('is words, phrases, words that are not there and beginnings', () => {
    assert.deepEqual(queries('Lamp -shade "red lamp" lam*'), [`'lamp'`, `!'shade'`, `'red' <-> 'lamp'`, `'lam':*`]);
    assert.deepEqual(queries('„rote Lampe“ «lampe rouge» “red lamp”').length, 3);
    assert.deepEqual(queries('Müller invoice-2019.pdf'), [`'muller'`, `'invoice' <-> '2019' <-> 'pdf'`]);
  });

  it('is people, subjects and files', () => {
    assert.deepEqual(queries('from:bob TO:"Bob Miller" subject:lam* has:PDF has:photo'), [
      `'^from bob'`,
      `'^to bob' & '^to miller'`,
      `'^subject lam':*`,
      `'^has pdf'`,
      `'^has image'`,
    ]);
    assert.deepEqual(queries('from:Bob@Outside.example from:@outside.example -from:eve'), [
      `'^from bob@outside.example'`,
      `'^from outside.example'`,
      `!'^from eve'`,
    ]);
    assert.equal(folderTerm('Archiv/2019').query, `'\u0001in archiv/2019'`);
  });

  it('is days of the zone, each from its beginning on', () => {
    const berlin = findZone('Europe/Berlin') ?? UTC;
    const read = readSearch('after:2019-06 before:2020-01-15 lamp page 3', berlin);
    assert.ok('terms' in read);
    assert.equal(read.after?.toISOString(), '2019-05-31T22:00:00.000Z');
    assert.equal(read.before?.toISOString(), '2020-01-14T23:00:00.000Z');
    assert.deepEqual([read.page, read.terms.length], [3, 1]);
  });

  it('is told where it cannot be meant', () => {
    const wrong = (text: string) => {
      const read = readSearch(text, UTC);
      return 'wrong' in read ? read.wrong : 'terms';
    };
    assert.deepEqual(
      [
        'from:',
        'to:""',
        'subject: x',
        'has:',
        'has:a/b',
        'in:',
        'after:someday',
        'before:2019-13',
        'after:2019-02-30',
      ].map(wrong),
      ['person', 'person', 'words', 'kind', 'kind', 'place', 'date', 'date', 'date'],
    );
    assert.deepEqual(['-lamp', '', ' - "" * ', '-from:bob', 'page 2'].map(wrong), Array(5).fill('nothing'));
    assert.equal(wrong('a '.repeat(21)), 'too-much');
    assert.deepEqual(['after:2019', 'in:support', 'has:file'].map(wrong), Array(3).fill('terms'));
  });

  it('has no operator of Postgres that was typed', () => {
    const signs = `lamp & ! ( ) | <-> <2> :* :A ' '' \\ \\' "a' | 'b" from:x'|y'@z \0 \u0001has pdf \ud800`;
    for (const query of queries(signs)) {
      assert.match(query, /^!?'(?:[^'\\]|''|\\\\)*'(?::\*)?(?: (?:<->|&) '(?:[^'\\]|''|\\\\)*'(?::\*)?)*$/);
    }
    assert.deepEqual(queries('10:30 http://outside.example/x constructor:x'), [
      `'10' <-> '30'`,
      `'http' <-> 'outside' <-> 'example' <-> 'x'`,
      `'constructor' <-> 'x'`,
    ]);
  });
});

describe('words that are searched', () => {
  it('are without accents and case', () => {
    assert.equal(
      folded('Łódź Ärger ÇA İstanbul STRASSE straße œuvre Σίσυφος'),
      'lodz arger ca istanbul strasse strasse oeuvre σισυφοσ',
    );
    assert.equal(folded('한국어'), '한국어');
  });

  it('are characters where no blanks are set', () => {
    assert.deepEqual(wordsIn('订单abc 123注文'), ['订', '单', 'abc', '123', '注', '文']);
    assert.deepEqual(wordsIn("l'été—x_y").length, 4);
  });

  it('are bounded', () => {
    assert.equal(boundedWords(['ab', 'cd', 'ef'], 6), 'ab cd');
    assert.equal(wordsIn('x'.repeat(500))[0]?.length, 100);
  });
});

describe('the language of a mail', () => {
  const guess = (text: string) => guessLanguage(wordsIn(text.toLowerCase()), 'en');
  it('is found by what every text of it says', () => {
    assert.deepEqual(
      [
        'Wir haben die Rechnung für das Gerät bezahlt und warten auf Sie',
        'Nous avons payé la facture pour votre appareil et nous attendons',
        'Hemos pagado la factura de los aparatos y no es lo que esperamos',
        'We have paid the invoice and are waiting for you',
        'Мы оплатили счёт и ждём ответа',
        'Έχουμε πληρώσει το τιμολόγιο',
        'हमने बिल का भुगतान कर दिया है',
        'Vi har betalt regningen, og det er ikke den',
      ].map(guess),
      ['german', 'french', 'spanish', 'english', 'russian', 'greek', 'hindi', 'danish'],
    );
  });

  it('is that of its account where nobody could say', () => {
    assert.equal(guessLanguage(['ok'], 'de'), 'german');
    assert.equal(guessLanguage(wordsIn('我们的订单'), 'pl'), 'simple');
  });
});

describe('what can be found of a mail', () => {
  it('has no control characters, and is bounded', () => {
    const text = searchText({
      at: null,
      from: [{ name: 'Bob\u0001\u0002\nX', address: 'bob@outside.example' as Address }],
      to: [],
      subject: '\u0000\u0002Lamp\r\nTwo',
      texts: ['a\u0001b\u0002\u0003', 'x '.repeat(1_000_000)],
      files: [{ name: 'Plan.JPEG', type: 'image/jpeg' }],
      folder: 'Archive/2019',
      attached: 'y'.repeat(1_000_000),
      spoken: 'en',
    });
    assert.doesNotMatch(`${text.body}${text.sender}${text.subject}${text.words}`, /[\u0000-\u0009\u000b-\u001f]/);
    assert.ok(text.body.length <= 400_002 && Buffer.byteLength(text.words) < 300_000);
    const labels = text.labels.map((one) => one.slice(1));
    for (const one of ['has file', 'has jpg', 'has image', 'in archive/2019', 'in 2019', 'from outside.example']) {
      assert.ok(labels.includes(one), one);
    }
  });

  it('was written when it says, unless that cannot be', () => {
    const came = new Date('2024-01-02T00:00:00Z');
    const at = (said: string) => writtenAt(new Date(said), came)?.toISOString().slice(0, 10);
    assert.deepEqual(
      [at('2019-05-05T00:00:00Z'), at('2124-01-01T00:00:00Z'), at('0001-01-01T00:00:00Z')],
      ['2019-05-05', '2024-01-02', '2024-01-02'],
    );
    assert.equal(writtenAt(came, null), null);
  });
});
