import { mediaType } from '../../base/wire-text.ts';
import { clean, decodeDecided, decodeText, decodeWords } from '../charset/charset.ts';
import { UndeclaredBytes } from '../charset/undeclared.ts';
import { fileName, typeByName } from '../file-name.ts';
import { TextScanner, enrichedToText, unflow } from './text-part.ts';
import { fieldsIn, namedCharset, readPartHead } from './header.ts';
import { addressOf, baseOf, disposition, isSpare, isText, isTnef, labelOf, roleOf } from './part-role.ts';
import type { FileRole } from './part-role.ts';
import { embeddedId, embeddedPictures, isEmbeddedId, pictureType } from './pictures.ts';
import type { EmbeddedPicture } from './pictures.ts';
import { transferDecoder } from './transfer.ts';
import type { Decoder } from './transfer.ts';
import type { MimeNode, SplitSink } from './split.ts';
import { readTnef } from './tnef.ts';
import { GMAIL_REACTION } from '../reaction/reaction.ts';
import type { HeaderField, MailFile, MailWarning, ParseLimits, ReactionPart, ReportPart } from '../types.ts';

/** A file as it begins: all that is known before its bytes. */
export type FileHead = Pick<MailFile, 'index' | 'type' | 'disposition' | 'contentId'> & {
  /** Safe for a file system. Of a nested mail without a name it may still become its subject. */
  readonly name: string;
  readonly role: FileRole;
};

/** Takes the decoded bytes of one file. */
export interface FileSink {
  write(bytes: Uint8Array): void;
  /** `name` is the final name. */
  end(name: string): void;
}

/** The tree as far as text goes; files stand in it as nothing. */
export type TextTree =
  | { readonly kind: 'multipart'; readonly subtype: string; readonly children: TextTree[] }
  /** `spare`: in an alternative, what is only read where no other says anything (text/enriched beside text/plain). */
  | { readonly kind: 'text' | 'html' | 'spare'; text: string };

type Leaf =
  | {
      readonly kind: 'text';
      readonly decoder: Decoder;
      readonly lines: Lines;
      readonly chunks: Buffer[];
    }
  | {
      readonly kind: 'file';
      readonly decoder: Decoder;
      readonly sink: FileSink;
      readonly head: FileHead;
      start: Buffer[];
      startSize: number;
    }
  | { readonly kind: 'tnef'; readonly decoder: Decoder; readonly chunks: Buffer[]; size: number }
  | { readonly kind: 'ignored' };

/** Where the decoded bytes of a text go: through the scanner for encoded files, or straight. */
type Lines = Pick<TextScanner, 'write' | 'end'>;

const reportTypes: ReadonlyMap<string, ReportPart['type']> = new Map([
  ['message/delivery-status', 'message/delivery-status'],
  ['message/global-delivery-status', 'message/delivery-status'],
  ['message/disposition-notification', 'message/disposition-notification'],
  ['message/global-disposition-notification', 'message/disposition-notification'],
  ['message/feedback-report', 'message/feedback-report'],
  ['message/rfc822', 'message/rfc822'],
  ['message/global', 'message/rfc822'],
  ['text/rfc822-headers', 'text/rfc822-headers'],
  ['text/rfc822', 'message/rfc822'],
  ['message/global-headers', 'text/rfc822-headers'],
]);
/** Different pictures that HTML itself may hold: each is uploaded by itself. */
const mostEmbedded = 100;
/** Kept of a part that `mail/report/report.ts` reads, bytes. */
const longestReport = 64 * 1024;
/** Kept of a part that says a reaction, bytes or characters, and of how many: more than one is none. */
const longestReaction = 1024;
const mostReactions = 4;

/**
 * Makes text, files and report parts of what the splitter finds. The same mail gives the same files in the same order
 * every time: that is what the index of a file rests on. `files` is called once for each file, in order, before its
 * bytes.
 */
export class PartReader implements SplitSink {
  readonly warnings: MailWarning[] = [];
  readonly report: ReportPart[] = [];
  readonly reactions: ReactionPart[] = [];
  /** The head of the mail; null until it was read. */
  root: MimeNode | null = null;
  tree: TextTree | null = null;
  private readonly limits: ParseLimits;
  private readonly files: (head: FileHead) => FileSink;
  private readonly nodes: Map<MimeNode, { leaf: Leaf; tree: TextTree | null }> = new Map();
  private readonly undeclared = new UndeclaredBytes();
  /** Texts to be read once it is known in which charset the mail is. */
  private readonly texts: { node: MimeNode; bytes: Buffer; tree: Extract<TextTree, { text: string }> }[] = [];
  /** Files whose names are to be read anew then. */
  private readonly named: { head: FileHead; written: (charset: string) => string }[] = [];
  /** The charset of what names none, once it is decided; null where nothing needs one. */
  private charset: string | null = null;
  /** Where files stand, by their index, as absolute URIs (RFC 2557); only those that say so. */
  readonly addresses: Map<number, string> = new Map();
  /** Against which the HTML's own sources are resolved; null where nothing says so. */
  base: string | null = null;
  private readonly embedded: Map<string, EmbeddedPicture> = new Map();
  private count = 0;
  private parts = 0;
  private textSize = 0;

  constructor(limits: ParseLimits, files: (head: FileHead) => FileSink) {
    this.limits = limits;
    this.files = files;
  }

  warn(code: string, detail: string): void {
    if (this.warnings.length < 50 && !this.warnings.some((known) => known.code === code && known.detail === detail))
      this.warnings.push({ code, detail });
  }

  open(node: MimeNode): void {
    this.root ??= node;
    for (const { pieces } of node.undeclared) for (const { bytes, label } of pieces) this.undeclared.add(bytes, label);
    if (node.multipart) {
      const tree: TextTree = { kind: 'multipart', subtype: node.head.type.slice('multipart/'.length), children: [] };
      this.attach(node, tree);
      this.nodes.set(node, { leaf: { kind: 'ignored' }, tree });
      return;
    }
    this.parts += 1;
    if (this.parts > this.limits.parts) this.warn('too-many-parts', `more than ${this.limits.parts} parts`);
    this.nodes.set(node, {
      leaf: this.parts > this.limits.parts ? { kind: 'ignored' } : this.leafFor(node),
      tree: null,
    });
  }

  body(node: MimeNode, bytes: Uint8Array): void {
    const leaf = this.nodes.get(node)?.leaf;
    if (leaf === undefined || leaf.kind === 'ignored') return;
    this.give(node, leaf, leaf.decoder.write(bytes));
  }

  close(node: MimeNode): void {
    this.closeLeaf(node);
    if (node !== this.root) return;
    this.readTexts(node);
    this.giveEmbedded();
  }

  private closeLeaf(node: MimeNode): void {
    const leaf = this.nodes.get(node)?.leaf;
    this.nodes.delete(node);
    if (leaf === undefined || leaf.kind === 'ignored') return;
    this.give(node, leaf, leaf.decoder.end());
    if (leaf.decoder.asIs === true) this.warn('not-base64', 'a part says that it is base64 and is not');
    if (leaf.kind === 'text') this.closeText(node, leaf);
    else if (leaf.kind === 'tnef') this.closeTnef(node, Buffer.concat(leaf.chunks));
    else this.closeFile(node, leaf);
  }

  private leafFor(node: MimeNode): Leaf {
    const decoder = transferDecoder(node.head.encoding);
    if (isText(node)) {
      const chunks: Buffer[] = [];
      return { kind: 'text', decoder, lines: this.lines(node, chunks), chunks };
    }
    if (isTnef(node)) return { kind: 'tnef', decoder, chunks: [], size: 0 };
    return this.fileLeaf(node, decoder);
  }

  private fileLeaf(node: MimeNode, decoder: Decoder): Leaf {
    const { type, fileName: written, contentId } = node.head;
    // What stands in the HTML itself is known by an id of ours.
    const id = isEmbeddedId(contentId) ? null : contentId;
    const head = this.nextFile(type, written, disposition(node), id, roleOf(node));
    const address = addressOf(node);
    if (address !== null) this.addresses.set(head.index, address);
    if (node.undeclared.length > 0 && written !== '')
      this.named.push({
        head,
        written: (charset) =>
          readPartHead(fieldsIn(charset, node.head.fields, node.undeclared), node.head.type).fileName,
      });
    return { kind: 'file', decoder, sink: this.files(head), head, start: [], startSize: 0 };
  }

  private nextFile(
    type: string,
    written: string,
    place: MailFile['disposition'],
    contentId: string | null,
    role: FileRole = 'file',
  ): FileHead {
    const index = this.count++;
    return { index, type, name: fileName(written, type, index), disposition: place, contentId, role };
  }

  private give(node: MimeNode, leaf: Exclude<Leaf, { kind: 'ignored' }>, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (leaf.kind === 'text') leaf.lines.write(bytes);
    else if (leaf.kind === 'file') {
      leaf.sink.write(bytes);
      if (leaf.startSize >= keptOf(leaf.head.type)) return;
      leaf.start.push(Buffer.from(bytes));
      leaf.startSize += bytes.length;
    } else {
      leaf.chunks.push(Buffer.from(bytes));
      leaf.size += bytes.length;
      if (leaf.size <= this.limits.tnef) return;
      // Too large to be opened: from here on a file like any other.
      this.warn('tnef-too-large', `a winmail.dat of more than ${this.limits.tnef} bytes is not opened`);
      const file = this.fileLeaf(node, leaf.decoder);
      this.nodes.set(node, { leaf: file, tree: null });
      if (file.kind === 'file') for (const chunk of leaf.chunks) file.sink.write(chunk);
    }
  }

  private lines(node: MimeNode, chunks: Buffer[]): Lines {
    let sink: FileSink | null = null;
    let name = '';
    const text = (bytes: Uint8Array): void => {
      this.textSize += bytes.length;
      if (this.textSize > this.limits.text) this.warn('text-cut', `more than ${this.limits.text} bytes of text`);
      else chunks.push(Buffer.from(bytes));
    };
    // Encoded files stand in plain text; HTML has none, and its lines may be very long.
    if (node.head.type === 'text/html') return { write: text, end: () => undefined };
    const label = node.head.params.get('charset') ?? null;
    return new TextScanner({
      text,
      openFile: (raw) => {
        this.undeclared.add(raw, label);
        const written = decodeDecided(raw, label, 'iso-8859-1').text;
        const head = this.nextFile(typeByName(written), written, 'attachment', null);
        this.named.push({ head, written: (charset) => decodeDecided(raw, label, charset).text });
        name = head.name;
        sink = this.files(head);
      },
      file: (bytes) => sink?.write(bytes),
      closeFile: () => sink?.end(name),
    });
  }

  private closeText(node: MimeNode, leaf: Extract<Leaf, { kind: 'text' }>): void {
    leaf.lines.end();
    const bytes = Buffer.concat(leaf.chunks);
    const isHtml = node.head.type === 'text/html';
    const tree: Extract<TextTree, { text: string }> = {
      kind: isHtml ? 'html' : isSpare(node) ? 'spare' : 'text',
      text: '',
    };
    if (isHtml) this.base ??= baseOf(node);
    this.texts.push({ node, bytes, tree });
    // In their order among others of the mail; RFC 9078 section 2 has emoji in it, which need a charset that is named.
    if (node.head.disposition === 'reaction' && node.head.type === 'text/plain')
      this.addReaction({ form: 'rfc9078', file: null, text: reactionText(bytes, labelOf(node, bytes)) });
    this.undeclared.add(bytes, labelOf(node, bytes));
    this.attach(node, tree);
  }

  /** Reads the texts of the mail, all of it being here, and finds the pictures in them. */
  private readTexts(root: MimeNode): void {
    this.charset = this.undeclared.decide(namedCharset(root.head.fields));
    for (const { node, bytes, tree } of this.texts) {
      tree.text = this.readText(node.head, bytes, this.charset);
      if (tree.kind !== 'html') continue;
      for (const picture of embeddedPictures(tree.text))
        if (this.embedded.size < mostEmbedded) this.embedded.set(picture.sha256, picture);
    }
  }

  /**
   * The fields of the head, and the names of files that are others than when these began: in one charset where nothing
   * says in which they are. Only when all is closed.
   */
  finish(): { readonly fields: readonly HeaderField[]; readonly names: ReadonlyMap<number, string> } {
    const { root, charset } = this;
    if (root === null || charset === null) return { fields: root?.head.fields ?? [], names: new Map() };
    const names = this.named.map(({ head: { index, type }, written }): [number, string] => [
      index,
      fileName(written(charset), type, index),
    ]);
    return { fields: fieldsIn(charset, root.head.fields, root.undeclared), names: new Map(names) };
  }

  private readText(head: MimeNode['head'], bytes: Buffer, charset: string | null): string {
    const label = labelOf({ head }, bytes);
    const decoded = decodeDecided(bytes, label, charset);
    if (decoded.by === 'mislabelled')
      this.warn('charset-wrong', `a text says ${(label ?? '').slice(0, 40)} and is ${decoded.charset}`);
    const lines = decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    if (head.type === 'text/html') return lines;
    if (head.type === 'text/enriched' || head.type === 'text/richtext') return enrichedToText(lines, head.type);
    const isFlowed = head.params.get('format')?.toLowerCase().trim() === 'flowed';
    return isFlowed ? unflow(lines, head.params.get('delsp')?.toLowerCase().trim() === 'yes') : lines;
  }

  private closeFile(node: MimeNode, leaf: Extract<Leaf, { kind: 'file' }>): void {
    const type = reportTypes.get(leaf.head.type);
    let name = leaf.head.name;
    if (type !== undefined) {
      const text = decodeText(
        Buffer.concat(leaf.start).subarray(0, longestReport),
        node.head.params.get('charset') ?? null,
      ).text.replace(/\r\n?/g, '\n');
      if (this.report.length < 20) this.report.push({ type, text });
      const subject = type === 'message/rfc822' && node.head.fileName === '' ? subjectOf(text) : '';
      if (subject !== '') name = fileName(`${subject.replace(/[/\\]/g, '-')}.eml`, leaf.head.type, leaf.head.index);
    }
    if (leaf.head.type === GMAIL_REACTION && node.head.disposition !== 'attachment') {
      const start = Buffer.concat(leaf.start).subarray(0, longestReaction);
      const { text } = decodeText(start, node.head.params.get('charset') ?? 'utf-8');
      this.addReaction({ form: 'gmail', file: leaf.head.index, text });
    }
    leaf.sink.end(name);
  }

  private addReaction(part: ReactionPart): void {
    if (this.reactions.length < mostReactions) this.reactions.push({ ...part, text: clean(part.text) });
  }

  private closeTnef(node: MimeNode, bytes: Buffer): void {
    const tnef = readTnef(bytes);
    const isWhole =
      tnef !== null && (tnef.files.length > 0 || tnef.text !== null || tnef.html !== null || tnef.rtf !== null);
    if (tnef === null || !isWhole) {
      this.warn('tnef-unreadable', 'a winmail.dat could not be opened and is left as it is');
      const leaf = this.fileLeaf(node, transferDecoder('8bit'));
      if (leaf.kind !== 'file') return;
      leaf.sink.write(bytes);
      leaf.sink.end(leaf.head.name);
      return;
    }
    if (tnef.truncated) this.warn('tnef-damaged', 'a winmail.dat is damaged; what could be read of it is here');
    // Rich text without HTML beside it: a file, since nothing else would hold its look.
    const rtf =
      tnef.rtf === null || tnef.html !== null
        ? []
        : [{ name: 'body.rtf', type: 'application/rtf', contentId: null, bytes: tnef.rtf }];
    for (const file of [...tnef.files, ...rtf].slice(0, this.limits.parts)) {
      const type = file.type === null ? typeByName(file.name) : mediaType(file.type);
      const head = this.nextFile(type, file.name, file.contentId === null ? 'attachment' : 'inline', file.contentId);
      const sink = this.files(head);
      sink.write(file.bytes);
      sink.end(head.name);
    }
    const children: TextTree[] = [];
    if (tnef.text !== null) children.push({ kind: 'text', text: tnef.text });
    if (tnef.html !== null) children.push({ kind: 'html', text: tnef.html });
    // What Outlook packed is the same message again; it counts only where the mail has no text of its own.
    this.attach(node, { kind: 'multipart', subtype: 'x-tnef', children });
  }

  /** Behind all others, so that these have the numbers that they would have without them. */
  private giveEmbedded(): void {
    for (const { type, bytes } of this.embedded.values()) {
      this.parts += 1;
      if (this.parts > this.limits.parts) {
        this.warn('too-many-parts', `more than ${this.limits.parts} parts`);
        return;
      }
      const head = this.nextFile(pictureType(bytes) ?? type, '', 'inline', embeddedId(this.count));
      const sink = this.files(head);
      sink.write(bytes);
      sink.end(head.name);
    }
  }

  private attach(node: MimeNode, tree: TextTree): void {
    const parent = node.parent === null ? null : (this.nodes.get(node.parent)?.tree ?? null);
    if (parent?.kind === 'multipart') parent.children.push(tree);
    else this.tree ??= tree;
  }
}

function reactionText(bytes: Buffer, label: string | null): string {
  return decodeText(bytes, label)
    .text.replace(/^\ufeff/, '')
    .slice(0, longestReaction);
}

/** Bytes that are kept of a part of a type, beside its hash. */
function keptOf(type: string): number {
  if (type === GMAIL_REACTION) return longestReaction;
  return reportTypes.has(type) ? longestReport : 0;
}

function subjectOf(text: string): string {
  const header = text.split('\n\n', 1)[0] ?? '';
  const subject = /^subject:[ \t]*((?:.*)(?:\n[ \t].*)*)/im.exec(header)?.[1] ?? '';
  return decodeWords(subject.replace(/\n[ \t]+/g, ' '));
}
