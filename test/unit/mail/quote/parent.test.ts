import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quotesAnother } from '../../../../src/mail/quote/parent.ts';
import { parseAndRender } from '../../../../src/mail/render/render-mail.ts';
import { defaultLimits } from '../../../../src/mail/mime/parse.ts';

async function quotes(type: string, body: string): Promise<boolean> {
  const raw =
    `From: a@x.example\r\nSubject: s\r\nContent-Type: ${type}; ` +
    `charset=utf-8\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
  const parsed = await parseAndRender(
    (async function* () {
      yield await Promise.resolve(Buffer.from(raw));
    })(),
    defaultLimits,
    'en',
  );
  assert.ok(parsed.ok);
  return quotesAnother([parsed.rendered.kept?.body ?? null, parsed.rendered.cut?.body ?? null]);
}

test('quote marks, attributions and header blocks are words of another mail', async () => {
  assert.ok(await quotes('text/plain', 'Yes.\n\nOn Mon, 1 Jan 2024 at 10:00, Bob <b@x.example> wrote:\n> Is it on?\n'));
  assert.ok(await quotes('text/plain', '> Is it on?\nYes.\n> And the lamp?\nNo.\n'));
  assert.ok(
    await quotes(
      'text/plain',
      'Yes.\n\n-----Original Message-----\nFrom: Bob <b@x.example>\nSent: Monday, January 1, 2024 10:00\nTo: ' +
        'Support\nSubject: On?\n\nIs it on?\n',
    ),
  );
});

test('quotations of HTML mails are words of another mail', async () => {
  assert.ok(
    await quotes(
      'text/html',
      '<div>Yes.</div><div class="gmail_quote">' +
        '<div class="gmail_attr">On Mon, 1 Jan 2024 at 10:00, Bob &lt;b@x.example&gt; wrote:</div>' +
        '<blockquote class="gmail_quote"><p>Is it on?</p></blockquote></div>',
    ),
  );
  assert.ok(await quotes('text/html', '<p>Yes.</p><blockquote type="cite"><p>Is it on?</p></blockquote>'));
});

test('a signature, a greeting and a text of its own are no words of another mail', async () => {
  assert.ok(!(await quotes('text/plain', 'The lamp is on fire.\n\n-- \nBob Example\n+1 555 0100\n')));
  assert.ok(!(await quotes('text/html', '<p>The lamp is on fire.</p><div>-- <br>Bob Example</div>')));
  assert.ok(!quotesAnother([null, null]));
});

test('whether a mail quotes another is decided for any text', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof quotesAnother([text, null]) === 'boolean'));
});
