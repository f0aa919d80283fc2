/**
 * Mentions of our own people in what is mailed: nobody outside is meant by them, and a Matrix id says nothing to them.
 * A mention that only calls somebody ("Ada: …" at the start of a line) is left out; one within a sentence becomes the
 * plain name.
 */
import { inlineText } from './blocks.ts';
import type { MailBlock, Inline } from './blocks.ts';

/** What of the context of a conversion mentions need. */
interface Names {
  readonly nameOf: (user: string) => string | null;
  readonly isInternal?: (user: string) => boolean;
}

/** User identifiers as the spec allows them, historical ones too (appendices, "User Identifiers"). */
const USER_ID =
  /(?<![\p{L}\p{N}._@/-])@[!-9;-~]{1,200}?:(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)(?::\d{1,5})?/gu;
/** What may stand between a mention that calls somebody and what is said to them. */
const AFTER_CALL = /^\s*(?:[:,;–—]|-(?=\s))\s*/u;

/** Marks an inline as the place of a mention. */
export function asMention(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, mention: true } : inline;
}

/**
 * Plain text with the names of our own people in the place of their Matrix ids; ids of others stay as they were typed.
 */
export function namedUsers(value: string, context: Names): Inline[] {
  const { isInternal } = context;
  if (isInternal === undefined || !value.includes('@')) return [inlineText(value)];
  const result: Inline[] = [];
  let last = 0;
  for (const match of value.matchAll(USER_ID)) {
    const user = match[0];
    if (!isInternal(user)) continue;
    if (match.index > last) result.push(inlineText(value.slice(last, match.index)));
    result.push(asMention(inlineText(context.nameOf(user) ?? user.slice(1, user.indexOf(':')))));
    last = match.index + user.length;
  }
  if (last < value.length) result.push(inlineText(value.slice(last)));
  return result;
}

/** Blocks without the mentions that only call somebody; a block of which nothing is left goes. */
export function withoutMentions(blocks: readonly MailBlock[]): MailBlock[] {
  return blocks.flatMap((block): MailBlock[] => {
    switch (block.kind) {
      case 'paragraph': {
        const of = withoutCalls(block.of);
        return of.length === 0 ? [] : [{ ...block, of }];
      }
      case 'list': {
        const items = block.items.map(withoutMentions).filter((item) => item.length > 0);
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case 'quote': {
        const of = withoutMentions(block.of);
        return of.length === 0 ? [] : [{ ...block, of }];
      }
      case 'heading':
      case 'code':
      case 'table':
      case 'rule':
      case 'image':
        return [block];
    }
  });
}

/** Whether the first that is said is a mention of one of ours. */
export function beginsWithMention([first]: readonly MailBlock[]): boolean {
  if (first?.kind !== 'paragraph') return false;
  return isMention(first.of.find((inline) => inline.kind !== 'text' || inline.text.trim() !== ''));
}

/** Line by line: calls at the start go, and lines of nothing else with them. */
function withoutCalls(inlines: readonly Inline[]): Inline[] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  const kept = lines.flatMap((line) => {
    const rest = withoutCall(line);
    return rest.length === 0 && line.length > 0 ? [] : [rest];
  });
  return kept.flatMap((line, at) => (at === 0 ? line : [{ kind: 'break' as const }, ...line]));
}

function withoutCall(line: readonly Inline[]): Inline[] {
  let rest = [...line];
  for (;;) {
    while (rest[0]?.kind === 'text' && rest[0].mention !== true && /^(?:\s|@room\b)*$/u.test(rest[0].text))
      rest.shift();
    const [first, next, ...more] = rest;
    if (first?.kind !== 'text') return rest;
    if (first.mention !== true) return withoutRoomCall(first.text, rest.slice(1));
    if (next === undefined) return [];
    if (next.kind !== 'text') return rest;
    // Several who are called one after the other, with or without a word between.
    if (next.mention === true || (/^\s*$/u.test(next.text) && isMention(more[0]))) {
      rest = rest.slice(1);
      continue;
    }
    const said = next.text.replace(AFTER_CALL, '');
    if (said === next.text && next.text.trim() !== '') return rest;
    rest = said === '' ? more : [{ ...next, text: said }, ...more];
  }
}

/** `@room` calls everybody in a room (spec, "Notifications"), and nobody outside. */
function withoutRoomCall(value: string, more: readonly Inline[]): Inline[] {
  const said = value.replace(/^\s*@room(?![\p{L}\p{N}_-])\s*[:,;]?\s*/u, '');
  return said === '' ? [...more] : [inlineText(said), ...more];
}

function isMention(inline: Inline | undefined): boolean {
  return inline?.kind === 'text' && inline.mention === true;
}
