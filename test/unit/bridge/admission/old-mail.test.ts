import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideOldMail, isOldMail } from '../../../../src/bridge/admission/old-mail.ts';
import type { MailAge, OldMailKnown } from '../../../../src/bridge/admission/old-mail.ts';

const day = (text: string): Date => new Date(`${text}T12:00:00Z`);
const startedAt = new Date('2026-03-01T12:00:00.700Z');

const AGES: readonly (readonly [string, Omit<MailAge, 'startedAt'>, boolean])[] = [
  ['of years ago, by both', { received: day('2022-05-03'), written: day('2022-05-03') }, true],
  ['delivered now with a Date of years ago', { received: day('2026-03-02'), written: day('2022-05-03') }, false],
  ['put there under an old date, written now', { received: day('2022-05-03'), written: day('2026-03-02') }, false],
  ['of years ago without a Date', { received: day('2022-05-03'), written: null }, true],
  ['that the mailbox gives no date', { received: null, written: day('2022-05-03') }, false],
  ['of the second in which the account began', { received: new Date('2026-03-01T12:00:00Z'), written: null }, false],
  ['of the second before', { received: new Date('2026-03-01T11:59:59Z'), written: null }, true],
  ['with a Date beyond all years', { received: day('2022-05-03'), written: new Date(-8_000_000_000_000_000) }, true],
];

describe('a mail is older than its account', () => {
  for (const [name, age, want] of AGES) {
    it(`${want ? 'yes' : 'no'}: ${name}`, () => assert.equal(isOldMail({ ...age, startedAt }), want));
  }
});

const KNOWN: readonly (readonly [string, OldMailKnown, ReturnType<typeof decideOldMail>])[] = [
  ['the only one', { bound: 10, atOnce: 1, waiting: false }, 'as-new'],
  ['the last within the bound', { bound: 10, atOnce: 10, waiting: false }, 'as-new'],
  ['one of more than the bound', { bound: 10, atOnce: 11, waiting: false }, 'waits'],
  ['a single one while others wait', { bound: 10, atOnce: 1, waiting: true }, 'waits'],
  ['any, where none comes in as new', { bound: 0, atOnce: 1, waiting: false }, 'waits'],
];

describe('what becomes of an old mail', () => {
  for (const [name, known, want] of KNOWN) {
    it(`${name}: ${want}`, () => assert.equal(decideOldMail(known), want));
  }
});
