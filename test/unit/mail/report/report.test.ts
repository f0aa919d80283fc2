import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judge } from '../../../../src/mail/report/reason.ts';
import { readReport } from '../../../../src/mail/report/report.ts';
import type { Report, ReportedRecipient } from '../../../../src/mail/report/report.ts';
import { parse } from '../mime/parse-helpers.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const returned =
  '\n\nReturn-Path: <us@example.org>\nReceived: from x by y\nMessage-ID: <7@example.org>\nFrom: ' +
  'us@example.org\nTo: a@b.example\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n\nHello\n';

function standard(fields: string, words = 'It failed.'): string {
  return (
    `From: MAILER-DAEMON@mx.example\nTo: us@example.org\nSubject: Undelivered\nContent-Type: ` +
    `multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n${words}\n--b\nContent-Type: ` +
    `message/delivery-status\n\nReporting-MTA: dns; mx.example\nOriginal-Envelope-Id: ` +
    `env-7\n\n${fields}\n--b\nContent-Type: text/rfc822-headers\n${returned.slice(1)}--b--\n`
  );
}
const plain = (words: string, head = ''): string =>
  `Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: us@example.org\nSubject: failure ` +
  `notice\n${head}\n${words}${returned}`;

async function read(mail: string): Promise<Report> {
  const report = readReport(await parse(mail));
  assert.ok(report !== null);
  return report;
}

async function recipients(mail: string): Promise<readonly ReportedRecipient[]> {
  const report = await read(mail);
  assert.ok(report.kind === 'dsn');
  return report.recipients;
}

const short = (list: readonly ReportedRecipient[]): unknown[] =>
  list.map((each) => [each.address, each.action, each.status, each.reply, each.reason, each.hard]);

describe('reports by RFC 3464', () => {
  it('give recipient, action, status, code, reason and what they are about', async () => {
    const report = await read(
      standard(
        'Final-Recipient: rfc822; a@b.example\nOriginal-Recipient: rfc822;c@d.example\nAction: failed\nStatus: ' +
          '5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <a@b.example>:\n User unknown',
      ),
    );
    assert.ok(report.kind === 'dsn');
    assert.deepEqual(
      [report.about.messageId, report.about.envelopeId, report.about.subject],
      ['<7@example.org>', 'env-7', 'Grüße'],
    );
    assert.deepEqual(report.recipients, [
      {
        address: 'a@b.example',
        original: 'c@d.example',
        action: 'failed',
        status: '5.1.1',
        reply: 550,
        reason: 'unknown-user',
        final: true,
        hard: true,
        diagnostic: '550 5.1.1 <a@b.example>: User unknown',
      },
    ]);
  });
  it('may name several', async () =>
    assert.deepEqual(
      short(
        await recipients(
          standard(
            'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.2\n\nFinal-Recipient: rfc822; ' +
              'c@b.example\nAction: delayed\nStatus: 4.4.1',
          ),
        ),
      ),
      [
        ['a@b.example', 'failed', '5.2.2', null, 'mailbox-full', false],
        ['c@b.example', 'delayed', '4.4.1', null, 'network', false],
      ],
    ));
  it('may be good news', async () =>
    assert.deepEqual(
      short(
        await recipients(
          standard(
            'Final-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 ok',
          ),
        ),
      ),
      [['a@b.example', 'delivered', '2.0.0', 250, null, false]],
    ));
  it('that are delayed are not final', async () =>
    assert.equal(
      (await recipients(standard('Final-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 4.0.0')))[0]?.final,
      false,
    ));
  it('take a better status from the words', async () =>
    assert.equal(
      (
        await recipients(
          standard(
            'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.0.0',
            'a@b.example\n  550 5.2.2 Mailbox full',
          ),
        )
      )[0]?.status,
      '5.2.2',
    ));
  it('that name no address take it from their words', async () =>
    assert.equal(
      (
        await recipients(
          standard(
            'Final-Recipient: rfc822; /var/mail/a\nAction: failed\nStatus: 5.0.0',
            '<a@b.example>: cannot write',
          ),
        )
      )[0]?.address,
      'a@b.example',
    ));
  it('of a local program say nothing about the address', async () =>
    assert.equal(
      (
        await recipients(
          standard(
            'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n' +
              'Diagnostic-Code: x-unix; id: a: No such user',
          ),
        )
      )[0]?.hard,
      false,
    ));
  it('after the content came are not held against the address', async () =>
    assert.deepEqual(
      short(
        await recipients(
          standard(
            'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 ' +
              'Unknown user (in reply to end of DATA command)',
          ),
        ),
      ),
      [['a@b.example', 'failed', '5.0.0', 550, 'refused', false]],
    ));
});

describe('a report in words is read', () => {
  const rows: readonly (readonly [string, string, readonly unknown[]])[] = [
    [
      'qmail',
      '<a@b.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 <a@b.example>... User ' +
        'Unknown\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.',
      [['a@b.example', 'failed', '5.1.1', 550, 'unknown-user', true]],
    ],
    [
      'several',
      "I wasn't able to deliver your message.\n\n<a@b.example>:\n550 5.1.1 no such user\n\n<c@b.example>:\n552 " +
        '5.2.2 mailbox full\n',
      [
        ['a@b.example', 'failed', '5.1.1', 550, 'unknown-user', true],
        ['c@b.example', 'failed', '5.2.2', 552, 'mailbox-full', false],
      ],
    ],
    [
      'a delay',
      'THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.\nDelivery to the following ' +
        'recipient has been delayed:\n\n     a@b.example\n',
      [['a@b.example', 'delayed', null, null, 'other', false]],
    ],
    [
      'a sender who was refused',
      'could not be delivered\n\n  a@b.example\n    SMTP error from remote mail server after MAIL ' +
        'FROM:<us@example.org>:\n    550 5.1.0 unknown user',
      [['a@b.example', 'failed', '5.1.0', 550, 'policy', false]],
    ],
    [
      'an unknown domain',
      'An error occurred, undeliverable:\n\na@b.example: Domain does not exist\n',
      [['a@b.example', 'failed', null, null, 'unknown-host', true]],
    ],
    [
      'whoever helps is nobody',
      'Mail could not be delivered to one or more destinations. For further assistance, please contact ' +
        '<help@mx.example>\n\n<a@b.example>: Host or domain name not found\n',
      [['a@b.example', 'failed', null, null, 'unknown-host', true]],
    ],
    [
      'nobody named but the copy',
      'Message could not be delivered: permanent error.',
      [['a@b.example', 'failed', null, null, 'other', false]],
    ],
  ];
  for (const [name, words, expected] of rows)
    it(name, async () => assert.deepEqual(short(await recipients(plain(words))), expected));
  it('find the Message-ID in the copy', async () =>
    assert.equal((await read(plain('<a@b.example>: failed permanently'))).about.messageId, '<7@example.org>'));
  it("believe Exim's own field", async () =>
    assert.deepEqual(
      (await recipients(plain('could not be delivered', 'X-Failed-Recipients: a@b.example,\n  c@b.example\n'))).map(
        (each) => each.address,
      ),
      ['a@b.example', 'c@b.example'],
    ));
});

describe('receipts and complaints', () => {
  it('a receipt tells who did what', async () => {
    const report = await read(
      'From: Ann <a@b.example>\nContent-Type: multipart/report; report-type=disposition-notification; ' +
        'boundary=b\n\n--b\n\nread\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: ' +
        'rfc822; a@b.example\nOriginal-Message-ID: <7@example.org>\nDisposition: ' +
        'automatic-action/MDN-sent-automatically; deleted\n--b--',
    );
    assert.deepEqual(report, {
      kind: 'mdn',
      by: 'fields',
      about: { messageId: '<7@example.org>', envelopeId: null, subject: '', own: null },
      recipient: 'a@b.example',
      disposition: 'deleted',
      automatic: true,
    });
  });
  it('a complaint tells about which mail', async () => {
    const report = await read(
      'From: fbl@b.example\nContent-Type: multipart/report; report-type=feedback-report; ' +
        'boundary=b\n\n--b\n\nabuse\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: ' +
        'abuse\nOriginal-Rcpt-To: <a@b.example>\n--b\nContent-Type: message/rfc822\n\nMessage-ID: ' +
        '<7@example.org>\nSubject: Hi\n\nx\n--b--',
    );
    assert.ok(report.kind === 'arf');
    assert.deepEqual(
      [report.feedback, report.recipients, report.about.messageId],
      ['abuse', ['a@b.example'], '<7@example.org>'],
    );
  });
  it('an ordinary mail is no report', async () =>
    assert.equal(readReport(await parse('From: a@b.example\n\nHi')), null));
});

describe('judging words', () => {
  it('ends quickly on hostile ones', () => {
    const words = [
      'user ',
      'a@',
      'account ',
      'mailbox is ',
      'quota has been ',
      'unknown or ',
      'exceeds the ',
      ' ',
      '> ',
      'domain ',
      'recipient <',
    ];
    const from = cpuTime();
    for (const word of words) judge({ status: null, words: word.repeat(20_000), at: null, formal: true });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 2000 }),
        (list) => void judge({ status: '5.0.0', words: list.join(''), at: null, formal: false }),
      ),
      { numRuns: 50 },
    );
    assert.ok(cpuTime() - from < 5000, String(cpuTime() - from));
  });
  it('reads reports of any words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '<a@b.example>',
            'a@b.example',
            '\n',
            ': ',
            '550 5.1.1 ',
            'Final-Recipient: rfc822; ',
            'Action: failed',
            'Received: x',
            'To: ',
            'User unknown',
            '  ',
            '>',
            'Message-ID: <x@y>',
          ),
        ),
        async (list) => {
          assert.equal((await read(plain(`could not be delivered\n${list.join('')}`))).kind, 'dsn');
        },
      ),
      { numRuns: 300 },
    );
  });
});
