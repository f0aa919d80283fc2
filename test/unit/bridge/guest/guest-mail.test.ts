import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { listFields, toGuestMail } from '../../../../src/bridge/guest/guest-mail.ts';
import type { GuestMailInput, GuestSaid, GuestTalk } from '../../../../src/bridge/guest/guest-mail.ts';
import type { Said } from '../../../../src/bridge/from-matrix/content.ts';
import type { MxcUri } from '../../../../src/bridge/types.ts';
import { compose } from '../../../../src/mail/compose.ts';
import { LANGUAGES } from '../../../../src/words/keys.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';
import { UTC } from '../../../../src/words/zones.ts';

const NOON = Date.UTC(2026, 11, 1, 12);
const ADA = { id: '@ada:example.org', name: 'Ada' };
const BOB = { id: '@bob:example.org', name: 'Bob' };
const text = (body: string): Said => ({ kind: 'text', emote: false, body, html: null });
const file = (name: string, size: number | null, caption: string | null = null): Said => ({
  ...{ kind: 'file', media: 'file', mxc: `mxc://example.org/${name}` as MxcUri, name, type: 'application/pdf', size },
  ...{ durationMs: null, width: null, height: null, caption: caption === null ? null : { body: caption, html: null } },
});

function said(what: Said | string, more: Partial<GuestSaid> & { readonly minute?: number } = {}): GuestSaid {
  const { minute = 0, ...rest } = more;
  const plain = { author: ADA, at: new Date(NOON + minute * 60_000), mentions: [], quoted: null };
  return { ...plain, said: typeof what === 'string' ? text(what) : what, ...rest };
}

function input(talks: readonly GuestTalk[], more: Partial<GuestMailInput> = {}): GuestMailInput {
  return {
    messageId: '<batch@example.org>' as MessageId,
    date: new Date(NOON),
    boundary: 'seed',
    writer: {
      address: 'rooms@example.org' as Address,
      name: 'Example',
      template: '{name} ({account})',
      language: 'en',
      zone: UTC,
      subjectPrefix: '',
      signature: '',
      footer: '',
    },
    to: { name: 'Carol', address: 'carol@example.com' as Address },
    room: { name: 'Garden', link: 'https://matrix.to/#/!room' },
    talks,
    left: 0,
    place: null,
    files: true,
    headers: [],
    nameOf: (user) => (user === '@bob:example.org' ? 'Bob' : null),
    ...more,
  };
}

const room = (...messages: readonly GuestSaid[]): GuestTalk => ({ title: null, messages });
/** What stands above the line below which the guest reads what they can do. */
const above = (body: string): string => body.split(/\n-{3,}|\n\* \* \*|\n_{3,}|\n─/u)[0] ?? '';

describe('what guests get', () => {
  test('of one person is a mail of theirs: no names, no times', () => {
    const draft = toGuestMail(input([room(said('Tea?'), said('At four.', { minute: 30 }))]));
    assert.equal(draft.from.name, 'Ada (Example)');
    assert.equal(draft.subject, 'Garden');
    assert.match(draft.text, /^Tea\?\n\nAt four\.\n/);
    assert.doesNotMatch(above(draft.text), /Ada|12:00/);
  });

  test('of several has the names, and the time once for what is said in a row', () => {
    const draft = toGuestMail(
      input([room(said('Tea?'), said('Or milk?', { minute: 2 }), said('Tea.', { minute: 3, author: BOB }))]),
    );
    assert.equal(draft.from.name, 'Garden (Example)');
    assert.match(draft.text, /^\*Ada\* · 12:00\n\nTea\?\n\nOr milk\?\n\n\*Bob\* · 12:03\n\nTea\.\n/m);
    assert.match(draft.html, /<strong>Bob<\/strong> · 12:03/);
  });

  test('of several days has the days', () => {
    const draft = toGuestMail(input([room(said('Tea?'), said('Tea.', { minute: 24 * 60, author: BOB }))]));
    assert.match(draft.text, /\*Ada\* · 2026-12-01 12:00/);
    assert.match(draft.text, /\*Bob\* · 2026-12-02 12:00/);
  });

  test('of several Matrix threads has a heading for each, and is a mail of the room', () => {
    const draft = toGuestMail(
      input([room(said('Tea?')), { title: 'Who waters the roses?', messages: [said('I do', { author: BOB })] }]),
    );
    assert.equal(draft.subject, 'Garden');
    assert.match(draft.html, /<h3[^>]*>In the room<\/h3>/);
    assert.match(draft.html, /<h3[^>]*>In the thread “Who waters the roses\?”<\/h3>/);
  });

  test('of one Matrix thread is a conversation of its own', () => {
    const draft = toGuestMail(input([{ title: 'Who waters the roses?', messages: [said('I do')] }]));
    assert.equal(draft.subject, 'Garden: Who waters the roses?');
  });

  test('quotes what is replied to', () => {
    const quoted = { author: 'Bob', at: new Date(NOON), text: 'Tea or milk?' };
    const draft = toGuestMail(input([room(said('Tea.', { quoted }))]));
    assert.match(draft.text, /Bob wrote:\n\n> Tea or milk\?\n\nTea\./);
  });

  test('counts and links what it does not have', () => {
    const draft = toGuestMail(input([room(said('Tea?'))], { left: 7 }));
    assert.match(draft.text, /^7 more messages are not in this mail[^]*https:\/\/matrix\.to\/#\/!room/);
  });

  test('says how to choose and how to leave, in every language', () => {
    for (const language of LANGUAGES) {
      const plain = input([room(said('Tea?'))]);
      const draft = toGuestMail({ ...plain, writer: { ...plain.writer, language } });
      assert.match(draft.text, /STOP/, language);
      assert.match(draft.text, /Garden/, language);
    }
  });

  test('goes on in its conversation', () => {
    const first = toGuestMail(input([room(said('Tea?'))]));
    assert.deepEqual([first.inReplyTo, first.references, first.subject], [null, [], 'Garden']);
    const place = { first: '<first@example.org>', last: '<last@example.org>' } as GuestMailInput['place'];
    const next = toGuestMail(input([room(said('Tea!'))], { place }));
    assert.deepEqual(
      [next.inReplyTo, next.references, next.subject],
      ['<last@example.org>', ['<first@example.org>', '<last@example.org>'], 'Re: Garden'],
    );
  });
});

describe('files', () => {
  test('are attached as long as they are few and small, then named with a link to the room', () => {
    const draft = toGuestMail(
      input([
        room(said(file('small.pdf', 1_000)), said(file('large.pdf', 50_000_000, 'The plan')), said(file('b.pdf', 9))),
      ]),
    );
    assert.deepEqual(
      draft.files.map(({ name }) => name),
      ['small.pdf', 'b.pdf'],
    );
    assert.match(draft.text, /The plan\n\nAttached: large\.pdf \(50\.0 MB\) — in the room/);
  });

  test('at most twenty, and of unknown size as if each were a megabyte', () => {
    const many = Array.from({ length: 30 }, (_, index) => said(file(`${index}.pdf`, 10)));
    assert.equal(toGuestMail(input([room(...many)])).files.length, 20);
    const unknown = Array.from({ length: 30 }, (_, index) => said(file(`${index}.pdf`, null)));
    assert.equal(toGuestMail(input([room(...unknown)])).files.length, 10);
  });

  test('none where they cannot be had', () => {
    const draft = toGuestMail(input([room(said(file('small.pdf', 1_000)))], { files: false }));
    assert.deepEqual(draft.files, []);
    assert.match(draft.text, /small\.pdf/);
  });
});

test('the fields of a list: no name of a room ends the phrase or the field', () => {
  const fields = listFields({ id: 'r1.example.org', name: 'a"\r\nBcc: x <evil.example>\\' });
  assert.deepEqual(fields, [
    { name: 'List-Id', value: 'a Bcc x evil example <r1.example.org>' },
    { name: 'Precedence', value: 'list' },
    { name: 'X-Auto-Response-Suppress', value: 'OOF, AutoReply' },
  ]);
});

test('whatever people say and are called becomes a mail, and stays at its place', async () => {
  const any = fc.string({ unit: 'binary', maxLength: 300 });
  const message = fc.record({ body: any, name: any, html: fc.option(any) });
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), any, any, async (all, title, name) => {
      const messages = all.map((one, index) =>
        said(
          { kind: 'text', emote: index % 2 === 1, body: one.body, html: one.html },
          {
            author: { id: one.name, name: one.name },
          },
        ),
      );
      const draft = toGuestMail(
        input([room(...messages), { title, messages }], { room: { name, link: 'https://m.example' } }),
      );
      const raw = (await buffer(compose(draft, () => Readable.from([])))).toString('latin1');
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      assert.equal(head.match(/^(?:To|Bcc|Cc):/gim)?.length, 1);
    }),
    { numRuns: 60 },
  );
});
