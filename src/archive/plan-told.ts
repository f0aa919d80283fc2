/** A plan in words. */
import { megabytes } from '../mail/size.ts';
import type { Plan } from './plan.ts';

/** Folders, damaged places and kinds of other files that are named. */
const SHOWN = 20;

const ODD: readonly (readonly [keyof Plan['odd'], string])[] = [
  ['copies', 'the same bytes as another mail of these'],
  ['same_id', 'the Message-ID of another, with other bytes'],
  ['without_id', 'without a Message-ID'],
  ['without_date', 'without a date that can be read'],
  ['future_date', 'dated in the future'],
  ['without_from', 'without a sender'],
  ['drafts', 'marked as drafts'],
  ['deleted', 'marked as deleted, and still there'],
  ['too_large', 'above the limit of one mail'],
  ['composed', 'composed, since the source has no bytes of a mail'],
  ['unreadable', 'that the reader gave up'],
];

/** Not made harmless to terminals: names of folders and files stand in it. */
export function planText(plan: Plan): string {
  const { threads, estimate, damaged } = plan;
  const odd = ODD.filter(([key]) => plan.odd[key] > 0).map(([key, what]) => `  ${plan.odd[key]} ${what}`);
  const lines = [
    `${counted(plan.mails, 'mail')}, ${megabytes(plan.bytes)}, from ${counted(plan.people, 'sender')}`,
    ...(plan.dates === null ? [] : [`from ${plan.dates.first.slice(0, 10)} to ${plan.dates.last.slice(0, 10)}`]),
    `${counted(threads.count, 'thread')}: ${threads.of_one_mail} of one mail, the largest of ${threads.largest}`,
    `about ${counted(estimate.files, 'attachment')}, ${megabytes(estimate.file_bytes)}`,
    `about ${megabytes(estimate.database_bytes)} in the database; on the homeserver the attachments, each once`,
    `about ${span(estimate.reading_seconds)} to read them all, measured on ${estimate.sampled}`,
    ...section('folders', plan.folders, ({ folder, mails, bytes }) => {
      return `${folder === '' ? '(top)' : folder}: ${counted(mails, 'mail')}, ${megabytes(bytes)}`;
    }),
    ...(odd.length === 0 ? [] : ['odd:', ...odd]),
    ...section('no mail', plan.passed, ({ reason, files }) => `${counted(files, 'file')}: ${reason}`),
    ...section('damaged', damaged.places, ({ place, reason }) => `${place}: ${reason}`, damaged.count),
  ];
  return `${lines.join('\n')}\n`;
}

function section<One>(
  title: string,
  all: readonly One[],
  told: (one: One) => string,
  count: number = all.length,
): string[] {
  if (count === 0) return [];
  const shown = all.slice(0, SHOWN).map((one) => `  ${told(one).replaceAll('\n', ' ')}`);
  return [`${title}:`, ...shown, ...(count > shown.length ? [`  … ${count - shown.length} more`] : [])];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function span(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${(seconds / 3_600).toFixed(1)} hours`;
}
