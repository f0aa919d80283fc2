import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readReport, type ReportedRecipient } from '../../src/mail/report/report.ts';
import type { ParsedMail } from '../../src/mail/types.ts';
import { filesBelow, fromBytes, Quarantined, readWhole } from './mails.ts';
import { type CorpusSet, type Figure, judge, judgeAll, type Verdict } from './set.ts';

const folderOf = 'set-of-emails/maildir/bsd';
const expectation = z.record(z.string(), z.array(z.object({ reason: z.string(), hardbounce: z.boolean() })));
type Expected = z.infer<typeof expectation>[string];

/** One group of a delivery-status part (RFC 3464 section 2.3), read without the parser that is tried here. */
interface Group {
  readonly addresses: readonly string[];
  readonly action: string;
}

/** The recipients that the delivery-status part of a mail names; null where the mail has no such part. */
function groupsOf(mail: ParsedMail): readonly Group[] | null {
  const part = mail.report.find(({ type }) => type === 'message/delivery-status');
  if (part === undefined) return null;
  return part.text
    .replace(/\n[ \t]+/gu, ' ')
    .split(/\n\s*\n/u)
    .filter((group) => /^(?:final|original)-recipient:/imu.test(group))
    .map((group) => ({
      addresses: [...group.matchAll(/^(?:final|original|x-actual)-recipient:(.*)$/gimu)].flatMap(
        ([, value = '']) => value.toLowerCase().match(/[^\s<>;"()]+@[^\s<>;"()]+/gu) ?? [],
      ),
      action: /^action:\s*([a-z]+)/imu.exec(group)?.[1]?.toLowerCase() ?? '',
    }));
}

/** Whether recipient and action of each group are among what we read. */
function namesAll(groups: readonly Group[], found: readonly ReportedRecipient[]): boolean {
  return groups.every(({ addresses, action }) =>
    found.some((each) => {
      const own = [each.address, each.original].flatMap((one) => (one === null ? [] : [one.toLowerCase()]));
      const named = addresses.length === 0 || own.some((one) => addresses.includes(one));
      return named && (action === '' || action === each.action);
    }),
  );
}

/** What is wrong with what we read of one bounce, or null. */
function wrong(mail: ParsedMail, expected: Expected): string | null {
  const reasons = expected.map(({ reason }) => reason);
  if (reasons.includes('feedback')) return mail.kind === 'arf' ? null : `${mail.kind} instead of a feedback report`;
  if (reasons.includes('vacation')) return mail.kind === 'auto-reply' ? null : `${mail.kind} instead of an auto-reply`;
  const report = readReport(mail);
  if (report?.kind !== 'dsn') return `${mail.kind} instead of a bounce`;
  if (report.recipients.length === 0) return 'no recipient';
  const groups = groupsOf(mail);
  if (groups !== null && !namesAll(groups, report.recipients))
    return 'recipient or action differ from the report itself';
  const hard = expected.some(({ hardbounce }) => hardbounce);
  if (report.recipients.some((each) => each.hard) !== hard)
    return hard ? 'hard, taken for soft' : 'soft, taken for hard';
  return null;
}

/** Sisimai's bounces of nearly every mail system, with what it makes of each. */
export function sisimaiRb(): CorpusSet {
  const counts = { standard: { good: 0, of: 0 }, other: { good: 0, of: 0 }, automatic: { good: 0, of: 0 } };
  return {
    name: 'sisimai-rb',
    size: 589,
    run: async function* (folder, pool): AsyncGenerator<Verdict> {
      const wanted = expectation.parse(JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')));
      yield* judgeAll(await filesBelow(join(folder, folderOf), '*'), async (name) => {
        const source = await readFile(join(folder, folderOf, name));
        const expected = wanted[name] ?? [];
        return judge(name, async () => {
          try {
            const { mail, rendered } = await readWhole(pool, fromBytes(source));
            const note = wrong(mail, expected);
            const standard = mail.report.some(({ type }) => type === 'message/delivery-status');
            const kind = standard ? counts.standard : counts.other;
            if (expected.length > 0) kind.of++;
            if (expected.length > 0 && note === null) kind.good++;
            counts.automatic.of++;
            if (mail.kind !== 'message') counts.automatic.good++;
            if (rendered.kept === null && mail.report.length === 0 && mail.files.length === 0)
              return { outcome: 'damaged', note: 'nothing to read' };
            if (mail.kind === 'message') return { outcome: 'damaged', note: 'taken for a message of a person' };
            return note === null ? { outcome: 'exact' } : { outcome: 'near', note };
          } catch (error) {
            if (error instanceof Quarantined) return { outcome: 'near', note: `quarantine: ${error.message}` };
            throw error;
          }
        });
      });
    },
    figures: (): readonly Figure[] => [
      { name: 'RFC 3464 reports with recipient, action, hard or soft right', ...counts.standard, least: 0.95 },
      { name: 'other bounces right', ...counts.other, least: 0.85 },
      { name: 'shown as automatic mail', ...counts.automatic, least: 1 },
    ],
  };
}
