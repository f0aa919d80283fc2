import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { avatarOf, BOT_AVATAR, CLAIM_AVATAR, initialsOf } from '../../../../src/bridge/room/avatar.ts';
import type { Address } from '../../../../src/mail/types.ts';

const initials = (name: string, address = 'jane.doe@x.example') => initialsOf(name, address as Address);

describe('the picture of a ghost', () => {
  for (const [name, shown] of [
    ['Jane Doe', 'JD'],
    ['Doe, Jane', 'JD'],
    ['Jane van der Doe', 'JD'],
    ['jane', 'J'],
    ['Jane Doe (Support)', 'JD'],
    ['"Jane" Doe', 'D'],
    ['Émile Zola', 'ÉZ'],
    ['Ирина Петрова', 'ИП'],
    ['山田 太郎', '山太'],
    ['Straße', 'S'],
    ['ß', 'SS'],
    ['🦊', ''],
    ['', 'JD'],
    ['bob_smith@y.example', 'BS'],
  ] as const) {
    test(`${name === '' ? 'no name' : name} is ${shown === '' ? 'a head' : shown}`, () => {
      assert.equal(initials(name), shown);
    });
  }

  test('an address has one colour, however it is written', () => {
    assert.equal(
      avatarOf('Jane', 'Jane@X.example' as Address).colour,
      avatarOf('J. Doe', 'Jane@x.example' as Address).colour,
    );
  });

  test('white letters can be read on every colour', () => {
    const seen = new Set([BOT_AVATAR.colour, CLAIM_AVATAR.colour]);
    for (let at = 0; at < 500; at += 1) seen.add(avatarOf('', `p${at}@x.example` as Address).colour);
    assert.equal(seen.size, 14);
    for (const colour of seen) assert.ok(contrastWithWhite(colour) >= 4.5, `${colour} ${contrastWithWhite(colour)}`);
  });
});

/** WCAG 2.2, "contrast ratio". */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
