/** What a report (delivery, receipt, complaint) says, in words: who, what, why. The report itself stands folded below. */
import { escapeHtml } from '../mail/html-write.ts';
import type { Report, ReportedRecipient } from '../mail/report.ts';
import type { ParsedMail } from '../mail/types.ts';
import { words, type Language } from '../mail/words.ts';
import { textSection } from './to-matrix-special.ts';
import type { Disposition, Feedback } from '../mail/words-special.ts';
import type { RenderedText } from '../mail/worker/work.ts';

/** How many recipients a report names. */
const NAMED = 20;
/** Characters of a server's words. */
const SAID = 300;

/** The report in words; null where it names nobody, and its own text says more than we could. */
export function reportText(report: Report, language: Language): RenderedText | null {
  const paragraphs = paragraphsOf(report, language);
  if (paragraphs.length === 0) return null;
  return {
    body: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
    html: paragraphs.map((lines) => `<p>${lines.map(escapeHtml).join('<br />')}</p>`).join(''),
  };
}

function paragraphsOf(report: Report, language: Language): string[][] {
  const say = words(language).special;
  const { subject } = report.about;
  const about = subject === '' ? [] : [say.about(subject)];
  switch (report.kind) {
    case 'dsn': {
      if (report.recipients.every(({ address }) => address === null)) return [];
      const shown = report.recipients.slice(0, NAMED).map((recipient) => recipientLines(recipient, language));
      const more = report.recipients.length - shown.length;
      return [...shown, [...(more > 0 ? [words(language).calendar.andMore(more)] : []), ...about]].filter(
        (lines) => lines.length > 0,
      );
    }
    case 'mdn': {
      if (report.recipient === null) return [];
      const sentence = say.disposition[dispositionOf(report.disposition)](report.recipient, subject);
      return [[sentence, ...(report.automatic ? [say.automatic] : [])]];
    }
    case 'arf': {
      if (report.recipients.length === 0) return [];
      return [[say.feedback[feedbackOf(report.feedback)](report.recipients.slice(0, NAMED).join(', ')), ...about]];
    }
  }
}

function recipientLines(recipient: ReportedRecipient, language: Language): string[] {
  const say = words(language).special;
  const { action, reason, status, diagnostic } = recipient;
  const address = recipient.original ?? recipient.address;
  const what = say.action[action](address ?? '');
  const why = reason === null ? '' : say.reason[reason];
  const code = status === null || action === 'delivered' ? '' : ` (${status})`;
  const said = diagnostic.length <= SAID ? diagnostic : `${diagnostic.slice(0, SAID).trimEnd()}…`;
  const bad = action === 'failed' || action === 'delayed';
  return [
    `${[what, why].filter((part) => part !== '').join(' ')}${code}`,
    ...(bad && said !== '' ? [say.serverSays(said)] : []),
    ...(action === 'delayed' ? [say.retried] : []),
  ];
}

function dispositionOf(value: string): Disposition {
  const known = ['displayed', 'deleted', 'denied', 'failed', 'processed', 'dispatched'] as const;
  return known.find((one) => one === value) ?? 'processed';
}

function feedbackOf(value: string): Feedback {
  const known = ['abuse', 'fraud', 'virus', 'not-spam', 'auth-failure'] as const;
  return known.find((one) => one === value) ?? 'other';
}

/** The types of parts that machines write for machines. */
const MACHINE = new Set<string>([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/global-disposition-notification',
  'message/feedback-report',
  'text/rfc822-headers',
  'message/global-headers',
]);

/** Whether a file of a report is told with it (`reportItself`), so that it need not stand beside it. */
export function isToldWithReport(type: string): boolean {
  return MACHINE.has(type);
}

/** The report as it came: its text, then the fields that machines wrote. */
export function reportItself(texts: readonly (RenderedText | null)[], mail: ParsedMail): RenderedText {
  const shown = texts.filter((text) => text !== null);
  const fields = mail.report.filter(({ type }) => MACHINE.has(type)).map(({ text }) => text.trim());
  return {
    body: [...shown.map(({ body }) => body), ...fields].join('\n\n'),
    html: [
      ...shown.map((text) => textSection(text).html),
      ...fields.map((text) => `<pre><code>${escapeHtml(text)}</code></pre>`),
    ].join(''),
  };
}
