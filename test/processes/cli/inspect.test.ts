import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { EXIT, UsageError } from '../../../src/cli/command.ts';
import { page, printable, progressLine } from '../../../src/inspect/page.ts';
import { jsonLine, unreadRecord, type InspectRecord } from '../../../src/inspect/record.ts';
import { secondOpinion } from '../../../src/cli/second-opinion.ts';
import { recordsIn, runInspect } from '../../support/inspect.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-inspect-test-'));
});
after(() => rm(folder, { recursive: true }));

/** `mailroom inspect ARGS` in this process, with paths shown without their folder and times as 0. */
async function inspect(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { code, out, err } = await runInspect(args);
  const plain = (text: string): string =>
    text
      .replaceAll(`${folder}/`, '')
      .replace(/[\d.]+ ms/g, '0 ms')
      .replace(/, [\d.]+ s$/gm, ', 0 s');
  return { code, out: plain(out), err: plain(err) };
}

async function records(...args: string[]): Promise<InspectRecord[]> {
  return recordsIn((await inspect('--json', ...args)).out);
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const lamp = `From: Bob Baker <bob@outside.example>
To: support@ours.example
Subject: Broken lamp
Message-ID: <lamp@outside.example>
Date: Mon, 9 Mar 2026 10:20:30 +0000
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

It went dark.
--b
Content-Type: image/png; name=lamp.png
Content-Transfer-Encoding: base64

UE5H
--b--
`;
const answer = `From: Alice Archer <support@ours.example>
To: Bob Baker <bob@outside.example>
Subject: Re: Broken lamp
Message-ID: <answer@ours.example>
In-Reply-To: <lamp@outside.example>
Date: Mon, 9 Mar 2026 11:20:30 +0000

We send another.

On Mon, 9 Mar 2026 at 10:20, Bob Baker <bob@outside.example> wrote:
> It went dark.
> Really dark.
`;
const bounce = `From: Mail Delivery System <mailer-daemon@relay.example>
To: support@ours.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce@relay.example>
Date: Mon, 9 Mar 2026 11:20:31 +0000
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

It could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; bob@outside.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user
--b
Content-Type: text/rfc822-headers

From: support@ours.example
To: bob@outside.example
Message-ID: <answer@ours.example>
Subject: Re: Broken lamp
--b--
`;
const thumb = `From: Bob Baker <bob@outside.example>
To: Support <support@ours.example>
Subject: Re: Broken lamp
Message-ID: <thumb@outside.example>
In-Reply-To: <answer@ours.example>
Date: Mon, 9 Mar 2026 12:20:30 +0000
Content-Type: text/vnd.google.email-reaction+json; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('{"emoji":"👍","version":1}').toString('base64')}
`;
const mbox = (...mails: string[]): string =>
  mails.map((mail) => `From x@x.example Mon Mar  9 10:20:30 2026\n${mail}\n`).join('');

/** The fields that a line has, and no other. */
const FIELDS = [
  'file',
  'index',
  'message_id',
  'ok',
  'error',
  'ms',
  'kind',
  'sender',
  'thread',
  'subject',
  'text',
  'cut',
  'html',
  'alternative',
  'parts',
  'events',
  'warnings',
  'bounce',
  'reaction',
];

describe('mailroom inspect', () => {
  it('shows what the mails of an mbox become, and a summary', async () => {
    const path = await file('inbox.mbox', mbox(lamp, answer, bounce));
    const { code, out, err } = await inspect('--account', 'support@ours.example', path);
    assert.equal(code, EXIT.ok);
    assert.equal(err, '');
    const ids = [...out.matchAll(/thread +(\w{32}) /g)].map(([, id = '']) => id);
    assert.equal(new Set(ids).size, 2);
    assert.equal(
      ids.reduce((text, id, at) => text.replaceAll(id, `thread-${ids.indexOf(id) === at ? at : ids.indexOf(id)}`), out),
      `inbox.mbox[0]  <lamp@outside.example>
  kind      message, 0 ms
  from      Bob Baker <bob@outside.example> (unchecked)
  thread    thread-0 (no-references)
  subject   Broken lamp
  text      It went dark.
  files     lamp.png, image/png, 3 B
  events    m.text, m.file

inbox.mbox[1]  <answer@ours.example>
  kind      message, 0 ms
  from      Alice Archer <support@ours.example> (unchecked)
  thread    thread-0 (in-reply-to)
  subject   Re: Broken lamp
  text      We send another.
  cut       3 lines: On Mon, 9 Mar 2026 at 10:20, Bob Baker <bob@outside.example> wrote:
  events    m.text

inbox.mbox[2]  <bounce@relay.example>
  kind      dsn, 0 ms
  from      Mail Delivery System <mailer-daemon@relay.example> (unchecked)
  thread    thread-2 (no-references)
  subject   Undelivered Mail Returned to Sender
  about     bob@outside.example: failed 5.1.1 550, final
            <answer@ours.example>
  text      It could not be delivered.
  files     delivery-status.txt, message/delivery-status, 154 B
            headers.txt, text/rfc822-headers, 109 B
  events    m.notice

3 mails in 2 threads, 0 s
2 message, 1 dsn
3 files, 0 with warnings
slowest: 0 ms, ${/slowest: 0 ms, (.*)/.exec(out)?.[1] ?? ''}
all could be read
`,
    );
  });

  it('shows a reaction on the mail that it is about, as the bridge would', async () => {
    const path = await file('thumb.mbox', mbox(lamp, answer, thumb));
    const [first, , third] = await records('--account', 'support@ours.example', path);
    assert.deepEqual(third?.reaction, { emoji: '👍', message_id: '<answer@ours.example>' });
    assert.equal(third.thread?.id, first?.thread?.id);
    const [event, more] = third.events;
    assert.ok(event !== undefined && more === undefined);
    const { key, rel_type: type } = event['m.relates_to'] as Record<string, string>;
    assert.deepEqual([type, key], ['m.annotation', '👍']);
    const { out } = await inspect('--account', 'support@ours.example', path);
    assert.match(out, /^ {2}reacts {4}👍 to <answer@ours\.example>$/mu);
  });

  it('prints one object a line with --json, each with the same fields', async () => {
    const path = await file('three.mbox', mbox(lamp, answer, bounce));
    const all = await records('--account', 'support@ours.example', path, join(folder, 'not-there.eml'));
    for (const one of all) assert.deepEqual(Object.keys(one), FIELDS);
    const [first, second, third, fourth] = all;
    assert.ok(first !== undefined && second !== undefined && third !== undefined && fourth !== undefined);
    assert.deepEqual(
      { ...first, ms: 0, thread: first.thread?.reason, events: first.events.map((event) => event['msgtype']) },
      {
        file: 'three.mbox',
        index: 0,
        message_id: '<lamp@outside.example>',
        ok: true,
        error: null,
        ms: 0,
        kind: 'message',
        sender: { address: 'bob@outside.example', name: 'Bob Baker', verdict: 'unchecked', evidence: [] },
        thread: 'no-references',
        subject: 'Broken lamp',
        text: 'It went dark.',
        cut: '',
        html: null,
        alternative: null,
        parts: [
          {
            name: 'lamp.png',
            type: 'image/png',
            size: 3,
            sha256: createHash('sha256').update('PNG').digest('hex'),
            inline: false,
          },
        ],
        // What is called a picture has no bytes of one.
        events: ['m.text', 'm.file'],
        warnings: [],
        bounce: null,
        reaction: null,
      },
    );
    assert.equal(first.events[1]?.['url'], 'mxc://mail.invalid/this-file');
    assert.deepEqual([second.index, second.thread?.id, second.text], [1, first.thread?.id, 'We send another.']);
    assert.match(second.cut ?? '', /Bob Baker.* wrote:\n+> It went dark\./);
    // What the account's own people wrote is said by the bot, which names them.
    assert.match(JSON.stringify(second.events[0]), /"body":"Alice Archer \(from a mail program\):\\n/);
    assert.deepEqual(third.bounce, {
      by: 'fields',
      message_id: '<answer@ours.example>',
      recipients: [{ address: 'bob@outside.example', action: 'failed', status: '5.1.1', reply: 550, final: true }],
    });
    assert.deepEqual([fourth.file, fourth.ok, fourth.error], ['not-there.eml', false, 'cannot be read: ENOENT']);
  });

  it('exits 1 where a mail cannot be read, and goes on with the others', async () => {
    const empty = await file('empty.eml', '');
    const { code, out, err } = await inspect('--json', empty, await file('good.eml', lamp));
    assert.equal(code, EXIT.failed);
    const [bad, good] = out.split('\n').map((line) => (line === '' ? null : (JSON.parse(line) as InspectRecord)));
    assert.deepEqual([bad?.ok, bad?.error, good?.ok], [false, 'empty: no bytes', true]);
    assert.match(err, /^2 mails in 1 thread, 0 s\n[^]*1 could not be read:\n {2}empty\.eml\[0\]: empty: no bytes\n$/);
  });

  it('reads a Maildir in the order of delivery, and the same mail once', async () => {
    const maildir = join(folder, 'maildir');
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
    const put = (path: string, mail: string): Promise<void> => writeFile(join(maildir, path), mail);
    await put('new/1700000009.M2P1.host', answer);
    await put('cur/1700000009.M1P9.host:2,S', lamp);
    await put('cur/1700000010.M1P9.host:2,S', lamp);
    await put('cur/999.P1.host:2,', lamp.replace('lamp@', 'earlier@'));
    await put('tmp/1.x', 'half a mail');
    const all = await records(maildir);
    assert.deepEqual(
      all.map((one) => [one.file, one.thread?.reason, one.events.length]),
      [
        ['maildir/cur/999.P1.host:2,', 'no-references', 2],
        ['maildir/cur/1700000009.M1P9.host:2,S', 'no-references', 2],
        ['maildir/new/1700000009.M2P1.host', 'in-reply-to', 1],
        ['maildir/cur/1700000010.M1P9.host:2,S', 'duplicate', 0],
      ],
    );
    assert.equal(all[3]?.thread?.id, all[1]?.thread?.id);
  });

  it('reads a folder of mails, and says where there are none', async () => {
    const mails = join(folder, 'mails');
    await mkdir(mails);
    await writeFile(join(mails, 'notes.txt'), 'no mail');
    assert.equal((await inspect(mails)).code, EXIT.failed);
    await writeFile(join(mails, 'b.eml'), answer);
    await writeFile(join(mails, 'a.eml'), lamp);
    assert.deepEqual(
      (await records(mails)).map((one) => one.file),
      ['mails/a.eml', 'mails/b.eml'],
    );
  });

  it('reads standard input, and leaves no copy of it', async () => {
    const temporary = join(folder, 'temporary');
    await mkdir(temporary);
    const out = await new Promise<string>((resolve, reject) => {
      const child = execFile(
        process.execPath,
        [join(root, 'src/main.ts'), 'inspect', '--json', '-'],
        { timeout: 60_000, env: { ...process.env, TMPDIR: temporary } },
        (error, stdout) => (error === null ? resolve(stdout) : reject(new Error('inspect failed', { cause: error }))),
      );
      child.stdin?.end(mbox(lamp, answer));
    });
    const lines = out.trim().split('\n');
    assert.deepEqual(
      lines.map((line) => {
        const { file: from, index, ok } = JSON.parse(line) as InspectRecord;
        return [from, index, ok];
      }),
      [
        ['-', 0, true],
        ['-', 1, true],
      ],
    );
    assert.deepEqual(await readdir(temporary), []);
  });

  it('tells the verdict on a sender by what the receiver wrote, and believes nobody else', async () => {
    const honest = await file(
      'honest.eml',
      `Authentication-Results: mx.example; dmarc=pass header.from=outside.example\n${lamp}`,
    );
    const forged = await file(
      'forged.eml',
      `Authentication-Results: mx.example; dmarc=fail header.from=outside.example\n${lamp}`,
    );
    const verdict = async (...args: string[]) => (await records(...args))[0]?.sender;
    const said = 'dmarc=pass header.from=outside.example';
    const passed = await verdict('--receiver', 'mx.example', honest);
    assert.deepEqual([passed?.verdict, passed?.evidence], ['pass', [{ said, by: 'mx.example' }]]);
    assert.equal((await verdict('--receiver', 'mx.example', forged))?.verdict, 'fail');
    assert.equal((await verdict('--receiver', 'mx.other.example', honest))?.verdict, 'unchecked');
    assert.equal((await verdict(honest))?.verdict, 'unchecked');
  });

  it('decides like the bridge: who names a known id belongs there by what they are and by their check', async () => {
    const from = (who: string) => answer.replace('Alice Archer <support@ours.example>', who);
    const stranger = from('Mallory <mallory@evil.example>');
    const forged = lamp.replace('It went dark.', 'Pay this.').replace('bob@', 'mallory@');
    const [first, second, third] = await records(await file('strangers.mbox', mbox(lamp, stranger, forged)));
    assert.equal(second?.thread?.reason, 'in-reply-to');
    assert.deepEqual(second.thread.row, { relation: 'names-participants', verdict: 'pass' });
    assert.equal(second.thread.id, first?.thread?.id);

    // A forged copy of a known id suppresses nothing.
    assert.ok((third?.events.length ?? 0) > 0);
  });

  it('puts a colleague who answers a participant into the same conversation, checked or not', async () => {
    const mails = join(import.meta.dirname, '../../fixtures/field/98-reply-from-a-colleague.mbox');
    for (const [receiver, verdict] of [[[], 'pass'] as const, [['--receiver', 'mx.example'], 'unchecked'] as const]) {
      const [first, second] = await records(...receiver, mails);
      assert.equal(second?.thread?.id, first?.thread?.id);
      assert.deepEqual(second?.thread?.row, { relation: 'same-organisation', verdict });
    }
  });

  it('shows the row by which a sender without a part belongs, by what the receiver wrote', async () => {
    const from = (who: string, result: string) =>
      `Authentication-Results: mx.example; ${result}\n` +
      answer.replace('Alice Archer <support@ours.example>', who).replace('To: Bob Baker <bob@', 'To: X <x@');
    const checked = (result: string) => `dmarc=${result} header.from=outside.example`;
    const rows: readonly (readonly [string, string, string, string])[] = [
      ['Bea <bea@outside.example>', checked('pass'), 'same-organisation pass', 'in-reply-to'],
      ['Bea <bea@outside.example>', 'none', 'same-organisation unchecked', 'in-reply-to'],
      ['Bea <bea@outside.example>', checked('fail'), 'same-organisation fail', 'not-a-participant'],
      ['Eve <eve@evil.example>', 'none', 'other unchecked', 'not-a-participant'],
    ];
    for (const [who, result, row, reason] of rows) {
      const name = await file('row.mbox', mbox(lamp, from(who, result)));
      const [, second] = await records('--receiver', 'mx.example', name);
      const { relation, verdict } = second?.thread?.row ?? {};
      assert.deepEqual([`${relation ?? ''} ${verdict ?? ''}`, second?.thread?.reason], [row, reason]);
      assert.ok((second?.events.length ?? 0) > 0, 'it is shown whatever the check came to');
    }
    const { out } = await inspect(await file('row.mbox', mbox(lamp, from('Bea <bea@outside.example>', 'none'))));
    assert.match(out, /its sender has no part there: same-organisation, pass/);
  });

  it('warns where mailparser gives up or sees more', async () => {
    const good = await records('--second-opinion', await file('twice.mbox', mbox(lamp, answer, bounce)));
    for (const one of good) assert.deepEqual(one.warnings, []);
    const bytes = new Uint8Array(Buffer.from(lamp));
    const none = { bytes, text: null, html: null, subject: '', files: [] };
    assert.deepEqual(
      (await secondOpinion(none)).map(({ detail }) => detail),
      [
        'mailparser has words that we do not: it went dark',
        'mailparser has a file that we do not: lamp.png, image/png, 3 bytes',
      ],
    );
  });

  it('refuses what it does not understand', async () => {
    await assert.rejects(inspect(), UsageError);
    await assert.rejects(inspect('--nope', 'x.eml'), UsageError);
    await assert.rejects(inspect('--account', 'nobody', 'x.eml'), UsageError);
  });
});

describe('the page of a mail', () => {
  const hostile = '\u001b]0;title\u0007\u009b31m\u202eevil\r\nline';
  const base: InspectRecord = {
    ...unreadRecord({ file: 'a.eml', index: 0, ms: 1 }, ''),
    ok: true,
    error: null,
    kind: 'message',
    sender: { address: 'a@x.example', name: hostile, verdict: 'unchecked', evidence: [] },
    thread: { id: 't', reason: 'no-references', row: null },
    subject: hostile,
    text: hostile,
    cut: hostile,
    warnings: [{ code: 'c', detail: hostile }],
  };

  it('holds nothing that a terminal obeys, nor does its JSON', () => {
    for (const text of [page(base, true), page({ ...base, error: hostile }, true), jsonLine(base)])
      assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}]/u);
    assert.doesNotMatch(page(base, true), /[\u202a-\u202e\u2066-\u2069]/);
    assert.equal(printable('a\tb\nc\u0000'), 'a    b\nc\ufffd');
    const { events: _, ...read } = JSON.parse(jsonLine(base)) as InspectRecord;
    assert.equal(read.subject, hostile);
  });

  it('shortens what is long unless it is asked for in full', () => {
    const long = { ...base, text: Array.from({ length: 60 }, (_, n) => `line ${n}`).join('\n') };
    assert.match(page(long, false), /line 39\n +… 20 more lines \(--full shows them\)\n/);
    assert.match(page(long, true), /line 59\n/);
  });

  it('has a progress line for long work', () => {
    assert.equal(progressLine({ mails: 1, bytes: 10 }, 0, 0.5), '1 mail, 10 B of 0 B');
    assert.equal(
      progressLine({ mails: 500, bytes: 250_000_000 }, 1_000_000_000, 10),
      '500 mails, 250.0 MB of 1000.0 MB (25 %), 50/s',
    );
  });
});
