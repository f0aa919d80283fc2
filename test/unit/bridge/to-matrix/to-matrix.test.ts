import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { GhostCodec, IdKey } from '../../../../src/bridge/ids.ts';
import { toMatrix } from '../../../../src/bridge/to-matrix/to-matrix.ts';
import { placeFiles } from '../../../../src/bridge/to-matrix/files.ts';
import type { AccountId, PartSend, MessageKey, ThreadId } from '../../../../src/bridge/types.ts';
import { defaultLimits } from '../../../../src/mail/mime/parse.ts';
import { baseSubject } from '../../../../src/mail/subject.ts';
import type { Address, ParsedMail } from '../../../../src/mail/types.ts';
import { parseAndRender } from '../../../../src/mail/render/render-mail.ts';
import { head, multipart, pieces } from '../../mail/mime/parse-helpers.ts';
import { UTC } from '../../../../src/words/zones.ts';

const ids = new IdKey('a secret of thirty-two characters');
const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'ours.example', bot: 'mailroom' });

async function shown(
  raw: string | Buffer,
  options: { readonly subject?: string; readonly prefix?: string } = {},
): Promise<{ mail: ParsedMail; sends: PartSend[]; bodies: string[] }> {
  const result = await parseAndRender(pieces(raw), defaultLimits, 'en');
  assert.ok(result.ok);
  const sends = toMatrix(
    {
      account: 'support' as AccountId,
      language: 'en',
      zone: UTC,
      thread: 'thread' as ThreadId,
      message: 'message' as MessageKey,
      speaker: { user: ghosts.ghost('bob@outside.example' as Address), name: 'Bob', prefix: options.prefix ?? '' },
      mail: 7,
      parsed: result.mail,
      rendered: result.rendered,
      subject: options.subject ?? baseSubject(result.mail.subject),
      notice: false,
      events: [],
    },
    ids,
  );
  const bodies = sends.map(({ content }) => (typeof content['body'] === 'string' ? content['body'] : ''));
  return { mail: result.mail, sends, bodies };
}

const text = (body: string): string => `${head}Content-Type: text/plain; charset=utf-8\n\n${body}`;
const attached = (type: string, name: string, body: string): string =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${body}`;

describe('the events of a mail', () => {
  it('are the same whenever they are made, in order, each with its own key', async () => {
    const raw = multipart('mixed', 'Content-Type: text/plain\n\nHello', attached('text/csv', 'a.csv', 'a,b'));
    const { sends } = await shown(raw);
    assert.deepEqual((await shown(raw)).sends, sends);
    assert.deepEqual(
      sends.map(({ purpose }) => purpose.part),
      [0, 1],
    );
    assert.equal(new Set(sends.map(({ send }) => send)).size, 2);
  });

  it('always set m.mentions, so that clients search no text for names', async () => {
    const { sends } = await shown(text('Hello @room and Alice'));
    assert.deepEqual(sends[0]?.content['m.mentions'], {});
  });

  it('fit into an event whatever the mail is, and lose no file', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60_000 }).map((body) => `Content-Type: text/plain\n\n${body}`),
      fc
        .string({ maxLength: 60_000 })
        .map((body) => `Content-Type: text/html\n\n<p>${body}</p><blockquote>${body}</blockquote>`),
      fc.string({ maxLength: 200 }).map((body) => attached('text/calendar', 'a.ics', `BEGIN:VCALENDAR\n${body}`)),
      fc
        .array(fc.emailAddress(), { minLength: 1, maxLength: 60 })
        .map((people) =>
          attached(
            'text/calendar',
            'b.ics',
            `BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nSUMMARY:${'x'.repeat(900)}\n` +
              people.map((one) => `ATTENDEE;CN="${'n'.repeat(300)}":mailto:${one}\n`).join('') +
              `END:VEVENT\nEND:VCALENDAR`,
          ),
        ),
      fc
        .string({ maxLength: 9000 })
        .map((body) => attached('message/rfc822', 'm.eml', `Subject: ${body.slice(0, 500)}\n\n${body}`)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const { mail, sends } = await shown(multipart('mixed', ...parts));
        for (const send of sends) {
          assert.ok(Buffer.byteLength(JSON.stringify(send.content)) < 60_000);
          assert.ok(send.content['body'] !== '');
        }
        const there = new Set(sends.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
        for (const file of mail.files) assert.ok(there.has(file.sha256), file.name);
        assert.ok(sends.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('say who really speaks and a subject that is not the room’s', async () => {
    const raw = `Subject: Re: Bill\n${text('Here.')}`;
    const { bodies } = await shown(raw, { subject: 'Lamp', prefix: 'Carla (from a mail program):' });
    assert.deepEqual(bodies, ['Carla (from a mail program):\nSubject: Re: Bill\nHere.']);
    assert.deepEqual((await shown(raw, { subject: 'bill' })).bodies, ['Here.']);
  });

  it('are nothing but the files where there is no text', async () => {
    const { sends } = await shown(multipart('mixed', attached('text/csv', 'a.csv', 'a')));
    assert.deepEqual(
      sends.map(({ content }) => content['filename']),
      ['a.csv'],
    );
  });

  it('cut a long text where it can be seen, with the whole and the original behind it', async () => {
    const { sends, bodies } = await shown(text('A line of a very long mail.\n\n'.repeat(4000)));
    assert.match(bodies[0] ?? '', /cut here; the whole mail is in "whole-mail\.txt"\.$/);
    assert.deepEqual(
      sends.map(({ content }) => content['filename']),
      [undefined, 'whole-mail.txt', 'original.eml'],
    );
  });

  it('show HTML and SVG as files, never in place', async () => {
    const { sends } = await shown(
      multipart('mixed', attached('text/html', 'a.html', '<b>x'), attached('image/svg+xml', 'a.svg', '<svg/>')),
    );
    assert.deepEqual(
      sends.map(({ content }) => content['msgtype']),
      ['m.file', 'm.file'],
    );
  });
});

describe('addresses of files', () => {
  const place = 'mxc://mail.invalid/file-0';
  const content = { body: 'x', formatted_body: `<p>a<img src="${place}" alt="b" />c</p>`, info: { size: 1 } };

  it('take the places that were kept for them', () => {
    const placed = placeFiles(content, new Map([[place, 'mxc://ours.example/1']]));
    assert.equal(placed['formatted_body'], '<p>a<img src="mxc://ours.example/1" alt="b" />c</p>');
    assert.deepEqual(placed['info'], { size: 1 });
  });

  it('are not taken for another whose name they begin', () => {
    const two = { formatted_body: `<img src="${place}" /><img src="${place}0" />` };
    const placed = placeFiles(two, new Map([[place, 'mxc://ours.example/1'], [`${place}0`, 'mxc://ours.example/10']])); // prettier-ignore
    assert.equal(placed['formatted_body'], '<img src="mxc://ours.example/1" /><img src="mxc://ours.example/10" />');
  });

  it('leave a picture out that could not be uploaded', () => {
    assert.equal(placeFiles(content, new Map([[place, null]]))['formatted_body'], '<p>ac</p>');
  });
});
