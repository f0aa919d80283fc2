import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeMessageId, messageId, messageIds, storedMessageId } from '../../../src/mail/message-id.ts';
import { cpuTime } from '../../support/cpu-time.ts';

describe('messageIds', () => {
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['several in order', '<a@x>\r\n <b@x> <c@x>', ['<a@x>', '<b@x>', '<c@x>']],
    ['no space between', '<a@x><b@x>', ['<a@x>', '<b@x>']],
    ['commas between', '<a@x>,<b@x>', ['<a@x>', '<b@x>']],
    ['each once', '<a@x> <b@x> <a@x>', ['<a@x>', '<b@x>']],
    ['case kept', '<A@X>', ['<A@X>']],
    ['no brackets', 'a@x', ['<a@x>']],
    ['no brackets, several', 'a@x b@y', ['<a@x>', '<b@y>']],
    ['no at sign', '<12345>', ['<12345>']],
    ['no at sign and no brackets', '12345', ['<12345>']],
    ['two at signs', '<a@b@c>', ['<a@b@c>']],
    ['a space inside', '<a b@x>', ['<a b@x>']],
    ['double brackets', '<<a@x>>', ['<<a@x>>']],
    ['never closed', '<a@x', ['<a@x>']],
    ['one never closed before another', '<a@x <b@x>', ['<a@x>', '<b@x>']],
    ['words around it, as RFC 822 had', 'Your message of "Fri, 1 Jan 2021" <a@x>', ['<a@x>']],
    ['words without an id', 'Your message of Friday', []],
    ['nothing', '  ', []],
    ['empty brackets', '<> <a@x>', ['<a@x>']],
    ['a quoted left side', '<"a b"@x>', ['<"a b"@x>']],
    ['blanks at the brackets, as a fold leaves them', '<\r\n  a@x > < b@x>', ['<a@x>', '<b@x>']],
    ['an encoded word', '=?utf-8?q?=3Ca=3D=40eme?= =?utf-8?q?rsion=2Eexample=3E?=', ['<a=@emersion.example>']],
    ['an encoded word that holds no id', '=?utf-8?q?=C3=BC?= <a@x>', ['<a@x>']],
    ['no address of somebody', 'Message from Sven <sven@list.example> of "Mon, 02 Nov 2026 08:00:00 +0100"', []],
    ['no address of somebody, but the id behind it', 'Message from A <a@b.example> of "Mon, 2 Nov" <1@x>', ['<1@x>']],
    ['no address of somebody at the end', 'Message from Sven <sven@list.example>', []],
    ['no address of somebody who wrote', "Sven <sven@list.example>'s message of Monday <1@x>", ['<1@x>']],
    ['no address of somebody without brackets', 'Message from sven@list.example of Monday', []],
    ['an id before such words', '<19990102.a@x> (message from Sven on Mon, 2 Nov 2026)', ['<19990102.a@x>']],
    ['an id behind the day', 'Message from Monday <19990102.a@x>', ['<19990102.a@x>']],
  ];
  for (const [name, value, expected] of rows) it(`reads ${name}`, () => assert.deepEqual(messageIds(value), expected));

  it('drops what is longer than a line', () =>
    assert.deepEqual(messageIds(`<${'a'.repeat(1000)}@x> <b@x>`), ['<b@x>']));
  it('never throws, never holds a control character, reads its own output back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab@<> ,\t\u0000\r\n"')) }), (text) => {
        for (const id of messageIds(text)) {
          assert.equal(id.startsWith('<') && id.endsWith('>') && !/[\u0000-\u001f]/.test(id), true);
          assert.equal(storedMessageId(id), id);
        }
      }),
      { numRuns: 3000 },
    );
  });
  it('ends on hostile input', () => {
    const from = cpuTime();
    messageIds('<'.repeat(100_000));
    messageIds('<a '.repeat(50_000));
    messageIds('>'.repeat(100_000));
    assert.ok(cpuTime() - from < 2000);
  });
});

describe('messageId', () => {
  it('passes over remarks behind the id', () => assert.equal(messageId('<a@x> (added by postmaster@x)'), '<a@x>'));
  it('is null where there is none', () => assert.equal(messageId(''), null));
});

describe('makeMessageId', () => {
  it('cannot break a header', () =>
    assert.equal(makeMessageId('a\r\nBcc: x', 'mail.example>'), '<a--Bcc--x@mail.example->'));
  it('never is empty', () => assert.equal(makeMessageId('', ''), '<mail@localhost>'));
});
