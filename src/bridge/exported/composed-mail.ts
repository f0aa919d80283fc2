/**
 * A mail whose own bytes are not kept any more, composed of the events that it became in its room, or of those that it
 * was made of. The same events give the same mail.
 */
import { createHash } from 'node:crypto';
import type { Address, Draft, DraftFile, HeaderField, MessageId, Person } from '../../mail/types.ts';
import { uploadName } from '../../base/wire-text.ts';
import { readAsWritten } from '../from-matrix/content.ts';
import type { Said } from '../from-matrix/content.ts';
import { mailBlocksToHtml } from '../to-mail/blocks-html.ts';
import { mailBlocksToText } from '../to-mail/blocks-text.ts';
import { saidToBlocks } from '../to-mail/said-blocks.ts';
import { paragraph, inlineText } from '../to-mail/blocks.ts';
import type { MailBlock } from '../to-mail/blocks.ts';
import type { JsonObject } from '../types.ts';
import { UTC } from '../../words/zones.ts';

/** Says that a mail was composed, and of what. As libpst marks what it adds to the mails of Outlook. */
const COMPOSED_FIELD = 'X-Mailroom-Composed';
const REDACTED = '[redacted]';
/** RFC 5322 section 2.1.1: what of an id or an address cannot stand in a line. */
const RUN_MAX = 900;
/** Where nobody is known. */
const NOBODY = 'unknown@mailroom.invalid' as Address;
/** Files that could not be had and have a field of their own, at most. */
const NAMED_MAX = 50;

/** What a mail of the archive has in its header. */
export interface ComposedHead {
  readonly messageId: MessageId;
  readonly date: Date;
  readonly from: Person | null;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly subject: string;
  readonly inReplyTo: MessageId | null;
  readonly references: readonly MessageId[];
}

/** An event of a mail. */
export type ComposedPart =
  /** What a mail became: Mailroom wrote it, with pictures by their addresses. */
  | { readonly is: 'shown'; readonly content: JsonObject }
  /** What somebody said who became a mail by it. */
  | { readonly is: 'said'; readonly content: JsonObject }
  /** Its words were taken away. */
  | { readonly is: 'redacted' };

export interface FromEvents {
  readonly draft: Draft;
  /** Names and reasons of the files that it is without. */
  readonly without: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * @param of what its parts were read from
 * @param missing why a file could not be had, by its address
 */
export function composedMail(
  head: ComposedHead,
  parts: readonly ComposedPart[],
  of: 'room' | 'database',
  missing: ReadonlyMap<string, string>,
): FromEvents {
  const body = new Body(head.messageId, missing);
  for (const part of parts) {
    if (part.is === 'redacted') body.words(REDACTED);
    else if (part.is === 'shown') body.shown(part.content);
    else body.said(part.content, head.from?.name ?? '');
  }
  const { text, html, files, without } = body;
  const redacted = parts.filter(({ is }) => is === 'redacted').length;
  return {
    draft: {
      ...standingHead(head),
      conversation: null,
      text: text.join('\n\n'),
      html: html.some(({ rich }) => rich) ? document(html.map(({ part }) => part)) : '',
      files,
      headers: [
        { name: COMPOSED_FIELD, value: `from=${of}; redacted=${redacted}; files-missing=${without.length}` },
        ...withoutFields(without),
      ],
    },
    without,
  };
}

/** The fields that name the files that a mail is without. */
export function withoutFields(without: FromEvents['without']): HeaderField[] {
  return without
    .slice(0, NAMED_MAX)
    .map(({ name, reason }) => ({ name: 'X-Mailroom-Without', value: `${uploadName(name)} (${reason})` }));
}

/** What of a head can stand in a mail: anything may have stood in the one that it was. */
export function standingHead(
  head: ComposedHead,
): Pick<Draft, 'messageId' | 'date' | 'boundary' | 'from' | 'to' | 'cc' | 'subject' | 'inReplyTo' | 'references'> {
  const messageId = canStand(head.messageId)
    ? head.messageId
    : (`<${hexOf(head.messageId)}@mailroom.invalid>` as MessageId);
  const people = (given: readonly Person[]) => given.filter(({ address }) => canStand(address));
  const from =
    head.from !== null && canStand(head.from.address) ? head.from : { name: head.from?.name ?? '', address: NOBODY };
  return {
    messageId,
    date: head.date,
    boundary: hexOf(head.messageId),
    from,
    to: people(head.to),
    cc: people(head.cc),
    subject: head.subject,
    inReplyTo: head.inReplyTo,
    references: head.references,
  };
}

const canStand = (text: string): boolean =>
  text !== '' && text.length <= RUN_MAX && !/[\p{Cc}\s]/u.test(text) && text.isWellFormed();

class Body {
  readonly text: string[] = [];
  readonly html: { readonly part: string; readonly rich: boolean }[] = [];
  readonly files: DraftFile[] = [];
  readonly without: { name: string; reason: string }[] = [];
  readonly #seed: string;
  readonly #missing: ReadonlyMap<string, string>;

  constructor(seed: string, missing: ReadonlyMap<string, string>) {
    this.#seed = hexOf(seed);
    this.#missing = missing;
  }

  words(text: string): void {
    this.text.push(text);
    this.html.push({ part: `<p>${escape(text)}</p>`, rich: false });
  }

  /** A text of ours stands as it is: it is HTML that we cleaned when it came. Its files become files. */
  shown(content: JsonObject): void {
    const said = readAsWritten(content);
    if (said === null) return;
    if (said.kind !== 'text') {
      this.#file(said);
      return;
    }
    if (said.html === null) {
      this.words(said.body);
      return;
    }
    this.text.push(said.body);
    this.html.push({ part: `<div>${this.#placed(said.html)}</div>`, rich: true });
  }

  /** A text of somebody goes the way of every mail that leaves. */
  said(content: JsonObject, author: string): void {
    const said = readAsWritten(content);
    if (said === null) {
      this.words('[cannot be read]');
      return;
    }
    this.blocks(said, author);
  }

  blocks(said: Said, author: string): void {
    const contentId = this.#nextId();
    const { blocks, files } = saidToBlocks(said, [], {
      ...{ language: 'en', zone: UTC, nameOf: () => null, author },
      ...{ fileIndex: this.files.length, contentId },
    });
    const lost = files.filter((file) => !this.#take(file));
    this.#rich(lost.length === 0 ? blocks : [...blocks.filter(({ kind }) => kind !== 'image'), ...lost.map(lostBlock)]);
  }

  #rich(blocks: readonly MailBlock[]): void {
    this.text.push(mailBlocksToText(blocks, [], 'en').trimEnd());
    const whole = mailBlocksToHtml(blocks, [], 'en');
    this.html.push({ part: whole.slice(whole.indexOf('<body>') + 6, whole.lastIndexOf('</body>')), rich: true });
  }

  #file(said: Exclude<Said, { kind: 'text' }>): void {
    if (said.kind !== 'file') return;
    if (said.caption !== null) this.words(said.caption.body);
    const file = { key: said.mxc, name: said.name, type: said.type, contentId: null };
    if (!this.#take(file)) this.words(`[${lostText(file)}]`);
  }

  /** Whether it goes with the mail. */
  #take(file: DraftFile): boolean {
    const reason = this.#missing.get(file.key);
    if (reason === undefined) this.files.push(file);
    else this.without.push({ name: file.name, reason });
    return reason === undefined;
  }

  /** Pictures in a text of ours by their Content-IDs; one that could not be had leaves its alternative text. */
  #placed(html: string): string {
    const ids = new Map<string, string>();
    return html.replace(/"(mxc:\/\/[^"<>/\s]{1,255}\/[\w-]{1,255})"/g, (whole, mxc: string) => {
      if (this.#missing.has(mxc)) {
        if (!ids.has(mxc)) this.without.push({ name: 'picture', reason: this.#missing.get(mxc) ?? '' });
        ids.set(mxc, '');
        return '""';
      }
      const known = ids.get(mxc);
      if (known !== undefined) return `"cid:${known}"`;
      const contentId = this.#nextId();
      ids.set(mxc, contentId);
      this.files.push({ key: mxc, name: `picture-${this.files.length + 1}`, type: '', contentId });
      return whole.replace(mxc, `cid:${contentId}`);
    });
  }

  #nextId(): string {
    return `file${this.files.length + 1}.${this.#seed}@mailroom.invalid`;
  }
}

const lostText = ({ name }: DraftFile): string => `file that could not be had: ${name}`;
const lostBlock = (file: DraftFile): MailBlock => paragraph(inlineText(`[${lostText(file)}]`));

function document(parts: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html>',
    '<head><meta charset="utf-8"></head>',
    '<body>',
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>\n');
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
