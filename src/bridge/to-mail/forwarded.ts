/**
 * A mail that is forwarded, as blocks and files of ours: its header as mail programs write it, its text with its
 * pictures in their places, and its files. Everything is the mail's own: nothing of the room that it stands in. Pure.
 */
import { formatPerson } from '../../mail/address.ts';
import type { DraftFile, Person } from '../../mail/types.ts';
import { attachedLine, forwardedLines } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import { inlineText, paragraph } from './blocks.ts';
import type { Inline, MailBlock } from './blocks.ts';
import { matrixHtmlToBlocks, plainToBlocks } from './matrix-html.ts';
import type { PlacedPicture } from './matrix-html.ts';
import { fileSize, writtenDate } from './said-blocks.ts';
import type { QuoteContext } from './said-blocks.ts';

/** One half of a mail's text: what its author wrote, or what they quoted below it. */
interface ForwardedText {
  readonly body: string;
  /** In the tags that Matrix allows; null where it would add nothing. */
  readonly html: string | null;
}

export interface ForwardedFile {
  /** By which whoever composes reads its bytes. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** What the HTML of the mail has in the place of this picture; null for what it does not show. */
  readonly place: string | null;
}

export interface ForwardedMail {
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly subject: string;
  readonly date: Date | null;
  /** Whether somebody vouches for its sender; ours is. */
  readonly verified: boolean;
  /** In the order of the mail. */
  readonly texts: readonly ForwardedText[];
  /** Why the original goes with it, in place of its files or beside them; null where it does not. */
  readonly original: 'encrypted' | 'too-long' | null;
  readonly files: readonly ForwardedFile[];
}

/** Characters of a text, or of its HTML, above which the original goes with it: blocks hold no more. */
export const FORWARDED_TEXT = 150_000;
/** People of a field that are named; what strangers write in To has no end. */
const NAMED = 50;

export function forwardedBlocks(
  mail: ForwardedMail,
  context: QuoteContext & { readonly author: string; readonly boundary: string },
): { readonly blocks: readonly MailBlock[]; readonly files: readonly DraftFile[] } {
  const say = words(context.language);
  const contentIds = new Map(
    mail.files.flatMap(({ place }, index) =>
      place === null ? [] : [[place, `forwarded${index + 1}.${context.boundary}@mailroom.invalid`] as const],
    ),
  );
  const names = new Map(mail.files.flatMap(({ place, name }) => (place === null ? [] : [[place, name] as const])));
  const pictureAt = (source: string): PlacedPicture | null => {
    const contentId = contentIds.get(source);
    return contentId === undefined ? null : { contentId, name: names.get(source) ?? '' };
  };
  // Nobody of ours is called by what a stranger wrote.
  const own = { ...context, nameOf: () => null, isInternal: () => false };
  const texts = mail.texts.flatMap(({ body, html }) =>
    html === null || html.length > FORWARDED_TEXT
      ? plainToBlocks(body.slice(0, FORWARDED_TEXT).toWellFormed(), own)
      : matrixHtmlToBlocks(html, { ...own, pictureAt }),
  );
  const placed = placedIn(texts);
  const files = mail.files.map(({ key, name, type, place }) => {
    const contentId = place === null ? undefined : contentIds.get(place);
    return { key, name, type, contentId: contentId !== undefined && placed.has(contentId) ? contentId : null };
  });
  const attached = mail.files
    .filter((_, index) => files[index]?.contentId === null)
    .map(({ name, size }) => paragraph(inlineText(attachedLine(say, name, fileSize(size)))));
  const head = [say('outgoing-forwarded-by', { name: context.author }), ...headerOf(mail, context)];
  const remarks = [
    ...(mail.verified ? [] : [say('outgoing-forwarded-not-verified')]),
    ...(mail.original === null ? [] : [say(`outgoing-forwarded-${mail.original}`)]),
  ].map((one) => paragraph({ kind: 'mark', mark: 'em', of: [inlineText(one)] }));
  return {
    blocks: [{ kind: 'rule' }, paragraph(...lined(head)), ...remarks, ...texts, ...attached],
    files,
  };
}

function headerOf({ from, to, cc, subject, date }: ForwardedMail, { language, zone }: QuoteContext): string[] {
  const people = (all: readonly Person[]) =>
    `${all.slice(0, NAMED).map(formatPerson).join(', ')}${all.length > NAMED ? ', …' : ''}`;
  const fields = { from: people(from), to: people(to), cc: people(cc), subject, date: writtenDate(date, zone) };
  return forwardedLines(words(language), fields);
}

function lined(lines: readonly string[]): Inline[] {
  return lines.flatMap((line, index): Inline[] => [
    ...(index === 0 ? [] : [{ kind: 'break' } as const]),
    inlineText(line),
  ]);
}

/** The Content-IDs of the pictures that stand in blocks; in the cell of a table none does. */
function placedIn(blocks: readonly MailBlock[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...blocks];
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    if (block.kind === 'image') found.add(block.contentId);
    if (block.kind === 'quote') open.push(...block.of);
    if (block.kind === 'list') open.push(...block.items.flat());
  }
  return found;
}
