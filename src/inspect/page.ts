/** The page of `mailroom inspect` for people. What strangers wrote is made harmless to terminals. */
import type { BelongingRow } from '../bridge/types.ts';
import type { MailKind } from '../mail/types.ts';
import { megabytes } from '../mail/size.ts';
import type { InspectRecord } from './record.ts';

/** Lines of a text that are shown without `--full`. */
const SHOWN = 40;
/** Warnings that are shown without `--full`. */
const WARNED = 8;

/** Text without what a terminal would obey: controls, and direction controls that let a line read as another. */
export function printable(text: string): string {
  return text
    .replace(/\t/g, '    ')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (char) => (char === '\n' ? char : '\ufffd'))
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

const line = (text: string): string => printable(text).replaceAll('\n', ' ');

/** One mail. */
export function page(record: InspectRecord, full: boolean): string {
  const { file, index, message_id: id, error } = record;
  const head = `${line(file)}[${index}]  ${line(id ?? 'without a Message-ID')}`;
  if (error !== null) return `${line(file)}[${index}]\n${field('FAILED', [error])}\n`;
  const { sender, thread, subject } = record;
  const name = sender === null || sender.name === '' ? '' : `${sender.name} `;
  const text = record.text ?? '';
  return [
    `${head}\n`,
    field('kind', [`${record.kind ?? ''}, ${record.ms} ms`]),
    field('from', [
      sender?.address == null ? 'nobody' : `${name}<${sender.address}> (${sender.verdict})`,
      ...(sender?.evidence ?? []).map(({ said, by }) => `  ${said}, says ${by}`),
    ]),
    field('thread', [thread === null ? '' : `${thread.id} (${thread.reason})`, ...rowLines(thread?.row ?? null)]),
    field('subject', [subject ?? '']),
    ...(record.bounce === null ? [] : [field('about', bounceLines(record.bounce))]),
    ...(record.reaction === null
      ? []
      : [field('reacts', [`${record.reaction.emoji} to ${record.reaction.message_id}`])]),
    field('text', text.trim() === '' ? ['(none)'] : block(text, full)),
    ...(record.alternative === null ? [] : [field('taken', [takenLine(record.alternative)])]),
    ...(record.cut === null || record.cut === '' ? [] : [field('cut', cutLines(record.cut, full))]),
    field(
      'files',
      record.parts.map((part) => `${part.name}, ${part.type}, ${megabytes(part.size)}${part.inline ? ', inline' : ''}`),
    ),
    field('events', [summaryOfEvents(record)]),
    field('warnings', warningLines(record, full)),
    '\n',
  ].join('');
}

function takenLine({ taken, words, shown, other }: NonNullable<InspectRecord['alternative']>): string {
  const [one, two] = taken === 'html' ? ['the HTML', 'the text part'] : ['the text part', 'the HTML'];
  const why = `the HTML shows ${shown} of ${words} words of the text part`;
  return `${one}: ${why}${other ? `; ${two} is a file` : ''}`;
}

function rowLines(row: BelongingRow | null): string[] {
  return row === null ? [] : [`  its sender has no part there: ${row.relation}, ${row.verdict}`];
}

function field(name: string, lines: readonly string[]): string {
  return lines.map((text, at) => `  ${(at === 0 ? name : '').padEnd(9)} ${line(text)}`.trimEnd() + '\n').join('');
}

function block(text: string, full: boolean): string[] {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  if (full || lines.length <= SHOWN + 1) return lines;
  return [...lines.slice(0, SHOWN), `… ${lines.length - SHOWN} more lines (--full shows them)`];
}

function cutLines(text: string, full: boolean): string[] {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  return full
    ? lines
    : [`${lines.length === 1 ? '1 line' : `${lines.length} lines`}: ${(lines[0] ?? '').slice(0, 100)}`];
}

function bounceLines({ by, recipients, message_id: id }: NonNullable<InspectRecord['bounce']>): string[] {
  const lines = recipients.map(({ address, action, status, reply, final }) => {
    const what = [action, status, reply].filter((part) => part !== null).join(' ');
    const forGood = final ? ', final' : action === 'failed' ? ', not final' : '';
    return `${address ?? 'somebody'}: ${what}${forGood}`;
  });
  return [...lines, id ?? 'an unnamed mail', ...(by === 'words' ? ['known by its words alone: proves nothing'] : [])];
}

function summaryOfEvents({ events }: InspectRecord): string {
  return events.length === 0
    ? 'none'
    : events.map((content) => (typeof content['msgtype'] === 'string' ? content['msgtype'] : 'event')).join(', ');
}

function warningLines({ warnings }: InspectRecord, full: boolean): string[] {
  const shown = full ? warnings : warnings.slice(0, WARNED);
  const more = warnings.length - shown.length;
  return [...shown.map(({ code, detail }) => `${code}: ${detail}`), ...(more > 0 ? [`… ${more} more`] : [])];
}

/** Counts over many mails. */
export class Tally {
  private readonly kinds = new Map<MailKind, number>();
  private readonly errors: string[] = [];
  private slowest: InspectRecord | null = null;
  private warned = 0;
  private files = 0;
  mails = 0;
  failed = 0;

  add(record: InspectRecord): void {
    this.mails += 1;
    this.files += record.parts.length;
    if (record.kind !== null) this.kinds.set(record.kind, (this.kinds.get(record.kind) ?? 0) + 1);
    if (record.warnings.length > 0) this.warned += 1;
    if (this.slowest === null || record.ms > this.slowest.ms) this.slowest = record;
    if (record.ok) return;
    this.failed += 1;
    if (this.errors.length < 20) this.errors.push(`${record.file}[${record.index}]: ${record.error ?? ''}`);
  }

  /** The summary. `seconds` is the time of the whole run. */
  text(threads: number, seconds: number): string {
    const kinds = [...this.kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} ${kind}`);
    const { slowest } = this;
    const lines = [
      `${counted(this.mails, 'mail')} in ${counted(threads, 'thread')}, ${seconds.toFixed(1)} s`,
      ...(kinds.length === 0 ? [] : [kinds.join(', ')]),
      `${counted(this.files, 'file')}, ${this.warned} with warnings`,
      ...(slowest === null ? [] : [`slowest: ${slowest.ms} ms, ${line(slowest.file)}[${slowest.index}]`]),
      this.failed === 0 ? 'all could be read' : `${this.failed} could not be read:`,
      ...this.errors.map((error) => `  ${line(error)}`),
      ...(this.failed > this.errors.length ? [`  … ${this.failed - this.errors.length} more`] : []),
    ];
    return `${lines.join('\n')}\n`;
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The progress line, at most 100 characters. */
export function progressLine(done: { mails: number; bytes: number }, size: number, seconds: number): string {
  const share = size === 0 ? '' : ` (${Math.floor((Math.min(done.bytes, size) / size) * 100)} %)`;
  const rate = seconds < 1 ? '' : `, ${Math.round(done.mails / seconds)}/s`;
  return `${counted(done.mails, 'mail')}, ${megabytes(done.bytes)} of ${megabytes(size)}${share}${rate}`;
}
