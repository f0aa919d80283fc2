/** The text event of a mail: what its author wrote, with everything around it that must be told, made to fit. */
import { cutToDetails, eventBytes, truncateHtml, truncateText } from '../../mail/html/cut.ts';
import { textToHtml } from '../../mail/html/plain.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { baseSubject } from '../../mail/subject.ts';
import { words } from '../../words/words.ts';
import { imagePlace } from '../../mail/render/render-mail.ts';
import { type RenderedText } from '../../mail/render/rendered-text.ts';
import { partFile, rawFile, textFile } from './files.ts';
import { reportItself, reportText } from './report-text-part.ts';
import { cardSections, contactSections, nestedSections, secureSections, textSection } from './special-sections.ts';
import type { Section } from './special-sections.ts';
import type { ToMatrixInput } from './shown-mail.ts';
import type { JsonObject, SendFile } from '../types.ts';

/**
 * Bytes of `body` and `formatted_body` together as JSON. An event holds 65,536 in all (spec, "size limits"); the rest
 * is left for what the homeserver adds, and for clients, which become slow on large events.
 */
const TEXT_MAX = 40_000;
/**
 * Bytes of HTML up to which quoted text stands in the event: two screens in a client that does not fold. More of it is
 * a file.
 */
const QUOTED_MAX = 5_000;

/** The text event, and what goes with it. */
export interface TextPart {
  /** Null where there is nothing to say: the files stand for themselves. */
  readonly content: JsonObject | null;
  /** Pictures in the text. */
  readonly files: readonly SendFile[];
  /** What did not fit, and what belongs beside it. */
  readonly attached: readonly SendFile[];
  /** Whether the text tells a report, with all that machines wrote in it. */
  readonly report: boolean;
}

export function textPart(input: ToMatrixInput): TextPart {
  const { rendered, parsed, language } = input;
  const { special } = rendered;
  const attached: SendFile[] = [];
  const report = special.report === null ? null : reportText(special.report, language);
  const { text, folded } =
    report === null
      ? withAttribution(rendered)
      : { text: report, folded: reportItself([rendered.kept, rendered.cut], parsed) };
  // A report tells the subject of what it is about; its own says the same in another language.
  const head = report === null ? headOf(input) : headOf(input).slice(0, input.speaker.prefix === '' ? 0 : 1);
  let { body, html } = joined(head, sectionsOf(input, text), text);

  const label = report === null ? words(language)('mail-rest') : words(language)('report-as-it-came');
  if (folded !== null && folded.body.trim() !== '') {
    const foldedHtml = folded.html ?? textToHtml(folded.body);
    if (eventBytes(foldedHtml) > QUOTED_MAX) attached.push(textFile(folded, label));
    else if (report === null) html = cutToDetails(html ?? textToHtml(body), foldedHtml, language);
    else
      html =
        `${html ?? textToHtml(body)}<details><summary><strong>${escapeHtml(label)}</strong></summary>` +
        `${foldedHtml}</details>`;
  }
  if (eventBytes(body) + eventBytes(html ?? '') > TEXT_MAX) {
    const whole = textFile({ body, html }, words(language)('room-whole-mail'));
    attached.push(whole, rawFile(input));
    ({ body, html } = shortened({ body, html }, input, whole.name));
  } else if (special.protections.some((protection) => protection.startsWith('encrypted')) || special.unreadable) {
    attached.push(rawFile(input));
  }
  const { alternative } = rendered;
  if (report === null && alternative !== null && alternative.other !== null)
    attached.push(
      textFile(
        alternative.other,
        words(language)(alternative.taken === 'html' ? 'mail-plain-rendering' : 'mail-html-rendering'),
      ),
    );
  const told = report !== null;
  if (body.trim() === '' && parsed.files.length > 0 && attached.length === 0) {
    return { content: null, files: [], attached, report: told };
  }
  if (body.trim() === '') body = words(language)('room-no-text');
  const files = parsed.files
    .filter((file) => html?.includes(`"${imagePlace(file.index)}"`) === true)
    .map((file) => partFile(input.mail, file, imagePlace(file.index)));
  const formatted = html === null ? {} : { format: 'org.matrix.custom.html', formatted_body: html };
  const msgtype = input.notice || special.unreadable ? 'm.notice' : 'm.text';
  return { content: { msgtype, body, ...formatted }, files, attached, report: told };
}

/** Answers that stand between quotations keep the line that says who is quoted: alone and folded it says nothing. */
function withAttribution({ kept, cut }: ToMatrixInput['rendered']): {
  readonly text: RenderedText | null;
  readonly folded: RenderedText | null;
} {
  const line = cut?.body.trim() ?? '';
  const isAttribution = line.length <= 300 && /^[^\n]+(?:\n[^\n]+)?[:：]$/.test(line);
  if (kept === null || cut === null || !isAttribution || !kept.body.startsWith('>')) return { text: kept, folded: cut };
  const html = textSection(cut).html + textSection(kept).html;
  return { text: { body: `${line}\n${kept.body}`, html }, folded: null };
}

/** What the room must be told before the text: who really speaks, and a subject that is not the thread's. */
function headOf(input: ToMatrixInput): readonly string[] {
  const lines = [input.speaker.prefix];
  const subject = baseSubject(input.parsed.subject);
  if (subject !== '' && subject.toLowerCase() !== input.subject.toLowerCase()) {
    lines.push(words(input.language)('room-new-subject', { subject: input.parsed.subject }));
  }
  return lines.filter((line) => line !== '');
}

/** The pieces of the message in their order: cards first, remarks on how it came last. */
function sectionsOf(input: ToMatrixInput, text: RenderedText | null): Section[] {
  const { language, rendered } = input;
  const { special } = rendered;
  const secure = secureSections(special, language);
  return [
    ...(special.unreadable ? secure : []),
    ...cardSections(special, input.events, input, text !== null),
    ...(text === null ? [] : [textSection(text)]),
    ...contactSections(special),
    ...nestedSections(special, input),
    ...(special.unreadable ? [] : secure),
  ];
}

/** One message of all pieces. A text that is alone stays as it is, without HTML where it has none. */
function joined(head: readonly string[], sections: readonly Section[], text: RenderedText | null): RenderedText {
  if (head.length === 0 && sections.length <= 1 && text !== null) return text;
  if (head.length === 0 && sections.length === 0) return { body: '', html: null };
  const heading = head.map((line) => `<p><strong>${escapeHtml(line)}</strong></p>`).join('');
  return {
    body: [...head, sections.map(({ body }) => body).join('\n\n')].join('\n').trimEnd(),
    html: heading + sections.map(({ html }) => html).join(''),
  };
}

/** The beginning of a text that is too long for an event, with a last line that says where all of it is. */
function shortened(text: RenderedText, { language }: ToMatrixInput, name: string): RenderedText {
  const shown = words(language)('room-shortened', { name });
  // The notice of the cutting itself is replaced by one that names the file.
  const body = truncateText(text.body, TEXT_MAX / 3, language);
  const plain = body.cut ? body.content.slice(0, body.content.lastIndexOf('\n\n')) : body.content;
  if (text.html === null) return { body: `${plain}\n\n${shown}`, html: null };
  const html = truncateHtml(text.html, TEXT_MAX / 2, language);
  const rich = html.cut ? html.content.replace(/(?:<p>)?<em>[^<]*<\/em>(?:<\/p>)?$/, '') : html.content;
  return { body: `${plain}\n\n${shown}`, html: `${rich}<p><em>${escapeHtml(shown)}</em></p>` };
}
