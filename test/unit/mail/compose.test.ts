import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { paragraph, inlineText } from '../../../src/bridge/to-mail/blocks.ts';
import { mailBlocksToHtml } from '../../../src/bridge/to-mail/blocks-html.ts';
import { mailBlocksToText } from '../../../src/bridge/to-mail/blocks-text.ts';
import { MailroomError } from '../../../src/base/errors.ts';
import { parseAddress } from '../../../src/mail/address.ts';
import { compose, needsUtf8 } from '../../../src/mail/compose.ts';
import { fileName } from '../../../src/mail/file-name.ts';
import { parseMail } from '../../../src/mail/mime/parse.ts';
import type { Address, Draft, MessageId, ParsedMail, Person } from '../../../src/mail/types.ts';

const address = (value: string): Address => {
  const parsed = parseAddress(value);
  assert.ok(parsed !== null, value);
  return parsed;
};
const person = (name: string, value: string): Person => ({ name, address: address(value) });
const id = (value: string) => value as MessageId;

function draftWith(more: Partial<Draft> = {}): Draft {
  return {
    messageId: id('<one.mac@ours.example>'),
    date: new Date('2026-03-09T10:20:30Z'),
    boundary: 'seed',
    from: person('Alice via Support', 'support@ours.example'),
    to: [person('Bob', 'bob@outside.example')],
    cc: [],
    subject: 'Re: Lamp',
    inReplyTo: id('<first@outside.example>'),
    references: [id('<first@outside.example>')],
    conversation: null,
    text: 'Hello\n',
    html: '<p>Hello</p>\n',
    files: [],
    headers: [],
    ...more,
  };
}

const none = () => Readable.from([]);
const rawOf = (draft: Draft, files: Record<string, Buffer> = {}): Promise<Buffer> =>
  buffer(compose(draft, (key) => Readable.from([files[key] ?? Buffer.alloc(0)], { objectMode: false })));

async function parsed(raw: Buffer): Promise<ParsedMail> {
  const result = await parseMail(Readable.from([raw], { objectMode: false }));
  assert.ok(result.ok, JSON.stringify(result));
  return result.mail;
}

function assertWellFormed(raw: Buffer): void {
  const source = raw.toString('latin1');
  assert.ok(!/[^\r]\n|\r[^\n]|^\n|\r$/.test(source), 'a bare CR or LF');
  assert.ok(!source.includes('\u0000'), 'a NUL');
  const longest = Math.max(...source.split('\r\n').map((line) => line.length));
  assert.ok(longest <= 998, `a line of ${longest} octets`);
}

/** Names of the fields of the mail's own header, in lower case. */
function fieldNames(raw: Buffer): string[] {
  const header = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
  return header
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':', 1)[0]?.toLowerCase() ?? '')
    .sort();
}

const FIELDS = [
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
];

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('\r', '\n', '\0', ':', ' ', '\t', 'B', 'c', '<', '>', '"', ',', ';', '=', '?', '\\', 'ü'),
    maxLength: 80,
  }),
  fc.constantFrom(
    '=?utf-8?q?x=0D=0ABcc:_e@x.example?=',
    '\r\nBcc: evil@x.example\r\n\r\nbody',
    'x'.repeat(3000),
    '\ud800',
    '\u2028Bcc: x',
  ),
);

describe('compose', () => {
  test('the same draft is the same bytes, each time', async () => {
    const draft = draftWith({ files: [{ key: 'a', name: 'a.bin', type: 'application/x-a', contentId: null }] });
    const files = { a: Buffer.from([1, 2, 3]) };
    assert.ok((await rawOf(draft, files)).equals(await rawOf(draft, files)));
  });

  test('Message-ID, date and boundaries are those of the draft', async () => {
    const raw = (await rawOf(draftWith())).toString();
    assert.match(raw, /^Message-ID: <one\.mac@ours\.example>\r$/m);
    assert.match(raw, /^Date: Mon, 09 Mar 2026 10:20:30 \+0000\r$/m);
    assert.match(raw, /^--=_mailroom-seed-Part_1\r$/m);
  });

  test('files are opened one after the other, when their bytes are due', async () => {
    const events: string[] = [];
    const draft = draftWith({
      files: ['a', 'b'].map((key) => ({ key, name: `${key}.bin`, type: 'application/x-a', contentId: null })),
    });
    await buffer(
      compose(draft, (key) => {
        events.push(`open ${key}`);
        return Readable.from([Buffer.from(key)]).on('end', () => events.push(`end ${key}`));
      }),
    );
    assert.deepEqual(events, ['open a', 'end a', 'open b', 'end b']);
  });

  test('a file that fails, fails the mail', async () => {
    const draft = draftWith({ files: [{ key: 'a', name: 'a.bin', type: 'application/x-a', contentId: null }] });
    const failing = () => Readable.from(fails());
    await assert.rejects(buffer(compose(draft, failing)), /the disk is away/);
  });

  test('a large file passes in pieces: no more than a few are under way', async () => {
    const total = 400;
    let given = 0;
    let most = 0;
    let taken = 0;
    const source = function* () {
      for (; given < total; given += 1) {
        most = Math.max(most, given - Math.floor(taken / (65536 * 1.35)));
        yield Buffer.alloc(65536, given % 256);
      }
    };
    const draft = draftWith({ files: [{ key: 'a', name: 'a.bin', type: 'application/x-a', contentId: null }] });
    for await (const chunk of compose(draft, () => Readable.from(source(), { highWaterMark: 1 }))) {
      taken += (chunk as Buffer).length;
    }
    assert.equal(given, total);
    assert.ok(most < 20, `${most} pieces of 64 KiB were under way`);
  });

  test('what cannot stand in a mail is refused before a byte is made', () => {
    const bad = [
      draftWith({ messageId: id('<a\r\nBcc: x@y>') }),
      draftWith({ to: [{ name: '', address: 'a@x\r\nBcc: y' as Address }] }),
      draftWith({ to: [{ name: '', address: `${'a'.repeat(1000)}@x.example` as Address }] }),
      draftWith({ headers: [{ name: 'X-A\r\nBcc', value: 'x' }] }),
      draftWith({ headers: [{ name: '', value: 'x' }] }),
    ];
    for (const draft of bad) {
      assert.throws(
        () => compose(draft, none),
        (error) => error instanceof MailroomError && error.code === 'draft-impossible',
      );
    }
  });

  test('a draft without HTML is a mail of text alone', async () => {
    const raw = await rawOf(draftWith({ html: '' }));
    const mail = await parsed(raw);
    assert.equal(mail.html, null);
    assert.equal(mail.text?.trim(), 'Hello');
  });

  test('an empty draft is a mail', async () => {
    const mail = await parsed(await rawOf(draftWith({ text: '', html: '', subject: '' })));
    assert.equal(mail.subject, '');
  });
});

test('only a local part beyond ASCII needs SMTPUTF8', () => {
  assert.ok(needsUtf8([person('', 'a@x.example'), person('', 'jürgen@x.example')]));
  assert.ok(!needsUtf8([person('Jürgen', 'a@bücher.example')]));
});

describe('whatever people write', () => {
  test('no field of a draft leaves its place', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, nasty, async (name, subject, body, file, type) => {
        const draft = draftWith({
          from: person(name, 'support@ours.example'),
          to: [person(name, 'bob@outside.example')],
          subject: `x${subject}`,
          text: body,
          html: `<p>${body}</p>`,
          files: [{ key: 'k', name: file, type, contentId: null }],
        });
        const raw = await rawOf(draft, { k: Buffer.from('bytes') });
        assertWellFormed(raw);
        assert.deepEqual(fieldNames(raw), FIELDS);
        const mail = await parsed(raw);
        assert.deepEqual(
          [...mail.from, ...mail.to].map((one) => one.address),
          ['support@ours.example', 'bob@outside.example'],
        );
        assert.deepEqual([mail.cc, mail.bcc], [[], []]);
        assert.equal(mail.files.length, 1);
        assert.equal(mail.files[0]?.size, 5);
      }),
      { numRuns: 300 },
    );
  });
});

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghij ÄÖüß 灯字 עב лам 👍 é-_.,!?()')),
  minLength: 1,
  maxLength: 60,
});
const clean = (value: string) => value.replace(/\s+/g, ' ').trim();
const people = fc.array(
  fc.record({
    name: word.map(clean),
    address: fc
      .constantFrom('a@x.example', 'b.c+d@y.example', 'jürgen@bücher.example', 'info@bücher.example')
      .map(address),
  }),
  { minLength: 1, maxLength: 4 },
);
const ids = fc.array(fc.stringMatching(/^<[a-z0-9.$+]{1,40}@[a-z0-9.]{1,20}>$/), { minLength: 1, maxLength: 20 });

test('parse(compose(draft)) keeps ids, people, subject, text and attachments', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ to: people, cc: people, subject: word.map(clean), references: ids }),
      fc.array(
        word.map(clean).filter((one) => one !== ''),
        { minLength: 1, maxLength: 5 },
      ),
      fc.array(
        fc.record({
          name: word.map(clean),
          bytes: fc.uint8Array({ maxLength: 5000 }),
          inline: fc.boolean(),
        }),
        {
          maxLength: 3,
        },
      ),
      async (head, paragraphs, files) => {
        const blocks = paragraphs.map((one) => paragraph(inlineText(one)));
        const draft = draftWith({
          to: head.to,
          cc: head.cc,
          subject: head.subject,
          references: [...new Set(head.references)].map(id),
          inReplyTo: id(head.references.at(-1) ?? ''),
          text: mailBlocksToText(blocks, [], 'en'),
          html: mailBlocksToHtml(blocks, [], 'en'),
          files: files.map((file, index) => ({
            key: String(index),
            name: `${file.name}${index}.bin`,
            type: 'application/x-test',
            contentId: file.inline ? `c${index}@x` : null,
          })),
        });
        const raw = await rawOf(
          draft,
          Object.fromEntries(files.map((file, index) => [index, Buffer.from(file.bytes)])),
        );
        assertWellFormed(raw);
        const mail = await parsed(raw);
        assert.equal(mail.messageId, draft.messageId);
        assert.deepEqual(mail.inReplyTo, [draft.inReplyTo]);
        assert.deepEqual(mail.references, draft.references);
        assert.equal(mail.date?.getTime(), draft.date.getTime());
        assert.equal(mail.subject, draft.subject);
        for (const [got, sent] of [
          [mail.to, draft.to],
          [mail.cc, draft.cc],
        ] as const) {
          assert.deepEqual(new Set(got.map((one) => one.address)), new Set(sent.map((one) => one.address)));
          // Of somebody who is listed twice, one name goes out.
          for (const { name, address: to } of got)
            assert.ok(sent.some((one) => one.address === to && one.name === name));
        }
        assert.deepEqual((mail.text ?? '').trim().split('\n\n'), paragraphs);
        assert.ok(mail.html?.includes('<body>'));
        const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
        assert.deepEqual(
          new Set(mail.files.map((file) => [file.name, file.sha256, file.contentId].join(' '))),
          new Set(
            draft.files.map((file, index) =>
              [
                fileName(file.name, file.type, index),
                sum(files[index]?.bytes ?? new Uint8Array()),
                file.contentId,
              ].join(' '),
            ),
          ),
        );
      },
    ),
    { numRuns: 200 },
  );
});

function* fails(): Generator<Buffer> {
  yield Buffer.from('first');
  throw new Error('the disk is away');
}
