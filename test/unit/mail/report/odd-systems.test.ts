import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReport } from '../../../../src/mail/report/report.ts';
import { parse } from '../mime/parse-helpers.ts';
import { noReports, oddReports } from './odd-systems.ts';
import { foreignReports } from './odd-systems-in-languages.ts';
import type { OddReport } from './odd-systems.ts';

const raw = ({ from, subject, text, head = '' }: Pick<OddReport, 'from' | 'subject' | 'text' | 'head'>): string =>
  `From: ${from}\nTo: support@firma.example\nSubject: ${subject}\nMessage-ID: <1@x.example>\n${head}` +
  `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}`;

describe('a report of a mail system that writes no RFC 3464', () => {
  for (const one of [...oddReports, ...foreignReports])
    it(`of ${one.system} says who, and whether it failed or waits, and proves nothing`, async () => {
      const mail = await parse(raw(one));
      assert.equal(mail.kind, 'dsn');
      const report = readReport(mail);
      assert.ok(report?.kind === 'dsn');
      assert.equal(report.by, 'words');
      assert.deepEqual(
        report.recipients.map(({ address, action, reply, final, hard }) => ({ address, action, reply, final, hard })),
        [
          {
            address: 'petra@ziel.example',
            action: one.action,
            reply: one.reply ?? null,
            final: one.action === 'failed',
            hard: one.hard ?? false,
          },
        ],
      );
    });
});

describe('what looks a little like a report', () => {
  for (const one of noReports)
    it(`is none: ${one.system}`, async () => assert.equal((await parse(raw(one))).kind, 'message'));
});
