/**
 * What a report (delivery, receipt, complaint) says, in words: who, what, why. The report itself stands folded below.
 */
import { escapeHtml } from '../../mail/html/write.ts';
import type { Report, ReportedRecipient } from '../../mail/report/report.ts';
import type { ParsedMail } from '../../mail/types.ts';
import { actionLine, dispositionLine } from '../../words/reports.ts';
import type { Disposition, Feedback } from '../../words/reports.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { textSection } from './special-sections.ts';
import type { RenderedText } from '../../mail/render/rendered-text.ts';

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
  const say = words(language);
  const { subject } = report.about;
  const about = subject === '' ? [] : [say('report-about', { subject })];
  switch (report.kind) {
    case 'dsn': {
      if (report.recipients.every(({ address }) => address === null)) return [];
      const shown = report.recipients.slice(0, NAMED).map((recipient) => recipientLines(recipient, language));
      const more = report.recipients.length - shown.length;
      return [...shown, [...(more > 0 ? [say('calendar-and-more', { count: more })] : []), ...about]].filter(
        (lines) => lines.length > 0,
      );
    }
    case 'mdn': {
      if (report.recipient === null) return [];
      const sentence = dispositionLine(say, dispositionOf(report.disposition), report.recipient, subject);
      return [[sentence, ...(report.automatic ? [say('report-automatic')] : [])]];
    }
    case 'arf': {
      if (report.recipients.length === 0) return [];
      return [
        [
          say(`report-feedback-${feedbackOf(report.feedback)}`, { who: report.recipients.slice(0, NAMED).join(', ') }),
          ...about,
        ],
      ];
    }
  }
}

function recipientLines(recipient: ReportedRecipient, language: Language): string[] {
  const say = words(language);
  const { action, reason, diagnostic } = recipient;
  const address = recipient.original ?? recipient.address;
  const what = actionLine(say, action, address ?? '');
  const why = reason === null ? '' : say(`report-reason-${reason}`);
  const said = diagnostic.length <= SAID ? diagnostic : `${diagnostic.slice(0, SAID).trimEnd()}…`;
  const bad = action === 'failed' || action === 'delayed';
  return [
    [what, why].filter((part) => part !== '').join(' '),
    ...(bad && said !== '' ? [say('report-server-says', { words: said })] : []),
    ...(action === 'delayed' ? [say('report-goes-on-trying')] : []),
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
