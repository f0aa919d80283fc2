/** What a part of a mail is, by its head and its place in the tree. */
import type { MailFile } from '../types.ts';
import { firstValue } from './header.ts';
import { resolveAddress } from './pictures.ts';
import type { MimeNode } from './split.ts';

/**
 * What a part that is no text is to its mail. `left-out`: an alternative for devices (AMP, a watch), which says nothing
 * that the others do not. `unless-empty`: a part without a name of which nothing says that it was attached, as programs
 * make one by closing a multipart wrongly; blank it is no file.
 */
export type FileRole = 'file' | 'left-out' | 'unless-empty';

/** Types that are shown as text where they are in line; every other type is a file. */
const textTypes: ReadonlySet<string> = new Set([
  'text/plain',
  'text/html',
  'text/enriched',
  'text/richtext',
  'text/markdown',
  'text/x-markdown',
]);

/**
 * Which leaves are shown as text: RFC 8621 section 4.1.4 (`isInline`), with the older text types, and with RFC 2046
 * section 4.1.4 for a mail whose only part is an unknown kind of text.
 */
export function isText(node: MimeNode): boolean {
  const { head, parent, position } = node;
  if (
    head.disposition === 'attachment' ||
    (head.disposition !== '' && head.disposition !== 'inline' && head.fileName !== '')
  )
    return false;
  if (!textTypes.has(head.type)) return false;
  if (parent === null || position === 0) return true;
  // Behind the plain text another rendering of it is a file: some senders put other words there.
  return parent.head.type !== 'multipart/related' && head.fileName === '' && !isSpare(node);
}

/** Another rendering of the same words than the two that every program reads. */
export function isSpare({ head, parent }: MimeNode): boolean {
  return parent?.head.type === 'multipart/alternative' && head.type !== 'text/plain' && head.type !== 'text/html';
}

/** AMP for mail (`text/x-amp-html`) and Apple's and Samsung's renderings for a watch. */
const forDevices: ReadonlySet<string> = new Set(['text/x-amp-html', 'text/watch-html', 'text/x-watch-html']);

/** See `FileRole`. */
export function fileRoleOf({ head, parent }: MimeNode): FileRole {
  if (head.disposition === 'attachment') return 'file';
  if (forDevices.has(head.type) && parent?.head.type === 'multipart/alternative') return 'left-out';
  return head.fileName === '' && (!head.typed || head.type.startsWith('text/')) ? 'unless-empty' : 'file';
}

/** What Outlook packs a whole message into (MS-OXTNEF). */
export function isTnef({ head }: MimeNode): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(head.type) || /^win(?:mail|dat)\.dat$/i.test(head.fileName);
}

/**
 * Content-Location, or Content-Base of RFC 2110; '' where there is none. A long one was folded (RFC 2557 section
 * 4.4.2).
 */
function uriOf({ head }: MimeNode, field: string): string {
  return firstValue(head.fields, field).replace(/\s+/g, '').slice(0, 2_000);
}

/** RFC 2557 section 5: what a part says is relative to what encloses it. */
export function addressOf(node: MimeNode): string | null {
  const location = uriOf(node, 'content-location');
  return location === '' ? null : resolveAddress(location, node.parent === null ? null : baseOf(node.parent));
}

/** Against what the addresses in a part are resolved; null where nothing says so. */
export function baseOf(node: MimeNode): string | null {
  const above = node.parent === null ? null : baseOf(node.parent);
  const own = uriOf(node, uriOf(node, 'content-base') === '' ? 'content-location' : 'content-base');
  return own === '' ? above : resolveAddress(own, above);
}

/** Whether a file stands in the text or hangs on the mail (RFC 2183). */
export function dispositionOf({ head, parent }: MimeNode): MailFile['disposition'] {
  if (head.disposition === 'inline') return 'inline';
  return head.disposition === '' && head.contentId !== null && parent?.head.type === 'multipart/related'
    ? 'inline'
    : 'attachment';
}
