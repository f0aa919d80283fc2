import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/bridge/types.ts';
import { mailedText, withoutAsides } from '../../../../src/bridge/to-mail/mail-history.ts';

const between = (...people: string[]) => ({ people });

const said = (content: Record<string, string | object>) => ({
  type: 'm.room.message',
  sender: '@ada:example.org',
  content: JSON.parse(JSON.stringify({ msgtype: 'm.text', ...content })) as JsonObject,
});
const context = {
  language: 'en' as const,
  nameOf: (user: string) => (user === '@ben:example.org' ? 'Ben' : null),
  isInternal: (user: string) => user === '@ben:example.org',
  author: 'Ada',
};

describe('the words of a mail that are quoted again', () => {
  it('are those that left: no prefix, no call of a colleague', () => {
    const mentions = { 'm.mentions': { user_ids: ['@ben:example.org'] } };
    const events = [said({ body: '!reply All of you.' }), said({ body: 'Ben: it is mended.', ...mentions })];
    assert.equal(mailedText(events, context), 'All of you.\n\nit is mended.');
  });

  it('are not broken into lines again', () => {
    const long = 'word '.repeat(40).trim();
    assert.equal(mailedText([said({ body: long })], context), long);
  });
});

describe('what of a conversation is told to who is added', () => {
  it('is all of it where everybody got everything', () => {
    const mails = [between('bob'), between('bob', 'carol'), between('bob', 'carol')];
    assert.deepEqual(withoutAsides(mails, ['bob', 'carol']), mails);
  });

  it('leaves out an answer to one of several', () => {
    const aside = between('bob');
    const open = between('bob', 'carol');
    assert.deepEqual(withoutAsides([open, aside], ['bob', 'carol']), [open], 'Carol would read it');
    assert.deepEqual(withoutAsides([open, aside, open], ['bob']), [open, open], 'nor is it for newcomers');
  });

  it('leaves out what one of several wrote to us alone', () => {
    const open = between('bob', 'carol');
    assert.deepEqual(withoutAsides([open, between('carol'), open], ['bob', 'carol']), [open, open]);
  });

  it('tells what was said before somebody came, and after somebody was taken out', () => {
    const before = between('bob');
    const both = between('bob', 'carol');
    assert.deepEqual(withoutAsides([before, both, before], ['bob']), [before, both, before]);
  });

  it('never tells a recipient a mail that they were left out of', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const thread = fc.array(fc.uniqueArray(person, { minLength: 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(thread, fc.uniqueArray(person), (audiences, recipients) => {
        const mails = audiences.map((people, index) => ({ people, index }));
        for (const { people, index } of withoutAsides(mails, recipients)) {
          for (const one of recipients) {
            const knew = mails.slice(0, index).some((mail) => mail.people.includes(one));
            assert.ok(!knew || people.includes(one));
          }
        }
      }),
    );
  });
});
