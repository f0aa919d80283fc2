import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { imitates, mixesScripts, skeleton } from '../../../../src/bridge/admission/look-alikes.ts';

describe('a name is read as another', () => {
  for (const [how, name, somebody] of [
    ['in Cyrillic', 'Аlісе Ехаmрlе', 'Alice Example'],
    ['in Cyrillic capitals', 'НОРЕ ВЕСКМАТ', 'hope beckmat'],
    ['in rarer Cyrillic', 'Ԛuіnn Ԝеbеr', 'Quinn Weber'],
    ['in Greek', 'Αlιcε Τοροs', 'Alice Topos'],
    ['in Greek capitals', 'ΖΟΕ ΚΙΜ', 'Zoe Kim'],
    ['in Armenian', 'Տսոո Հօgg', 'Sunn Hogg'],
    ['in Cherokee', 'ᎪᏞᎥᏟᎬ ᏢᎬᎢᎬᎡ', 'alice peter'],
    ['in Lisu', 'ꓮꓡꓲꓚꓰ ꓝꓳꓳ', 'Alice Foo'],
    ['in Coptic', 'Ⲣⲟⲣⲣ', 'Popp'],
    ['in fullwidth letters', 'Ａｌｉｃｅ　Ｅｘａｍｐｌｅ', 'Alice Example'],
    ['in mathematical letters', '𝐀𝓵𝕚𝖈𝚎 𝘌𝙭𝗮𝓶𝔭𝒍𝖊', 'Alice Example'],
    ['in mathematical Greek', '𝚨lice 𝛧oe', 'Alice Zoe'],
    ['in circled and small letters', 'Ⓐⓛⓘⓒⓔ ᴇxᴀᴍᴘʟᴇ', 'Alice Example'],
    ['with combining marks', 'A\u0301l\u0323i\u0307c\u0327e E\u0336x\u0336ample', 'Alice Example'],
    ['with strokes through its letters', 'Ałice Eɇample', 'Alice Eeample'],
    ['with characters that nobody sees', 'Al\u200bi\u2060c\u00ade\u034f \ufeffEx\u200dample', 'Alice Example'],
    ['with characters that turn the line', '\u202eAlice\u202c Example', 'Alice Example'],
    ['with digits for letters', 'A1ice Examp1e', 'Alice Example'],
    ['with letters that run together', 'Alice Exarnple', 'Alice Example'],
    ['with ligatures', 'Ofﬁce Teæm', 'Office Teaem'],
    ['with a hooked letter', 'ƙate Ɓaker', 'Kate Baker'],
    ['with phonetic letters', 'ɑlıce exɑmple', 'Alice Example'],
    ['with tifinagh and other signs', 'ⵔlivia Ⲙiller', 'Olivia Miller'],
  ] as const) {
    it(how, () => {
      assert.equal(skeleton(name), skeleton(somebody));
      assert.ok(imitates(name, somebody));
    });
  }

  it('in capitals as in small letters, whatever the script', () => {
    for (const name of [
      'Наталия Ильина',
      'Γιώργος Παπαδόπουλος',
      'Արմեն Հակոբյան',
      'Søren Ærø',
      'Łukasz Żak',
      'Ömer Işık',
    ])
      assert.equal(skeleton(name.toUpperCase()), skeleton(name.toLowerCase()), name);
  });

  it('and not where letters differ that people tell apart', () => {
    for (const [a, b] of [
      ['Anna Berg', 'Anne Berg'],
      ['Наталия', 'Виталий'],
      ['山田太郎', '山田次郎'],
      ['Γιώργος', 'Γιάννης'],
      ['محمد', 'أحمد'],
    ] as const)
      assert.notEqual(skeleton(a), skeleton(b), `${a} ${b}`);
  });

  it('by a key that has a key of its own, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        assert.ok(skeleton(name) === skeleton(` ${name} `));
      }),
    );
  });
});

describe('a word mixes scripts', () => {
  for (const name of ['Аlice', 'Aliϲe', 'Αlice', 'Տunn', 'Ꭺlice', 'ꓮlice', 'Ⲣaul', '𐐄live', 'ⵔlivia', 'ᑌlrich'])
    it(`in ${name}`, () => assert.ok(mixesScripts(name)));

  it('and not where scripts stand side by side, or are written so', () => {
    for (const name of ['Алиса Smith', 'Alice', '田中san', 'Tシャツ', 'K-pop 가수', 'ไทยStyle'])
      assert.ok(!mixesScripts(name), name);
  });
});
