import { decodeDecided } from '../charset/charset.ts';
import { UndeclaredBytes } from '../charset/undeclared.ts';
import { fileName } from '../file-name.ts';
import { fieldsIn, namedCharset, readPartHead } from './header.ts';
import { labelOf } from './part-kind.ts';
import type { MimeNode } from './split.ts';
import { enrichedToText, unflow } from './text-part.ts';
import type { HeaderField, MailFile } from '../types.ts';

/** `spare`: in an alternative, what is only read where no other says anything (text/enriched beside text/plain). */
export interface TextLeaf {
  readonly kind: 'text' | 'html' | 'spare';
  text: string;
}

type Named = Pick<MailFile, 'index' | 'type'>;

/** A text whose label is not true, and what it is. */
interface WrongLabel {
  readonly label: string;
  readonly charset: string;
}

/**
 * What of a mail cannot be read before all of it is here, since its charset is decided once: texts, and where no label
 * speaks for them the fields of its head and the names of its files.
 */
export class UnreadTexts {
  private readonly undeclared = new UndeclaredBytes();
  private readonly texts: { node: MimeNode; bytes: Buffer; leaf: TextLeaf }[] = [];
  private readonly files: { head: Named; written: (charset: string) => string }[] = [];
  /** Null until it is decided, and where nothing needs one. */
  private charset: string | null = null;

  /** The head of a part. */
  addFields({ undeclared }: MimeNode): void {
    for (const { pieces } of undeclared) for (const { bytes, label } of pieces) this.undeclared.add(bytes, label);
  }

  /** A text, which `read` writes into its leaf. */
  add(node: MimeNode, bytes: Buffer, leaf: TextLeaf): void {
    this.texts.push({ node, bytes, leaf });
    this.undeclared.add(bytes, labelOf(node, bytes));
  }

  /** A file that is named in the head of its part. */
  addName({ head: { fields, type }, undeclared }: MimeNode, head: Named, written: string): void {
    if (undeclared.length === 0 || written === '') return;
    this.files.push({ head, written: (charset) => readPartHead(fieldsIn(charset, fields, undeclared), type).fileName });
  }

  /** A file that is named within a text. */
  addRawName(raw: Uint8Array, label: string | null, head: Named): void {
    this.undeclared.add(raw, label);
    this.files.push({ head, written: (charset) => decodeDecided(raw, label, charset).text });
  }

  /** The mail is complete: reads its texts. Says whose labels are not true. */
  read(fields: readonly HeaderField[]): readonly WrongLabel[] {
    this.charset = this.undeclared.decide(namedCharset(fields));
    return this.texts.flatMap(({ node: { head }, bytes, leaf }) => {
      const label = labelOf({ head }, bytes);
      const decoded = decodeDecided(bytes, label, this.charset);
      leaf.text = asLines(head, decoded.text);
      return decoded.by === 'mislabelled' ? [{ label: label ?? '', charset: decoded.charset }] : [];
    });
  }

  /** The texts that are HTML, in their order; after `read`. */
  htmls(): readonly string[] {
    return this.texts.filter(({ leaf }) => leaf.kind === 'html').map(({ leaf }) => leaf.text);
  }

  /** The fields of a head; after `read`. */
  fieldsOf({ head: { fields }, undeclared }: MimeNode): readonly HeaderField[] {
    return this.charset === null ? fields : fieldsIn(this.charset, fields, undeclared);
  }

  /** The names of files that may be others than when these began, by their index; after `read`. */
  names(): ReadonlyMap<number, string> {
    const { charset } = this;
    if (charset === null) return new Map();
    return new Map(
      this.files.map(({ head: { index, type }, written }): [number, string] => [
        index,
        fileName(written(charset), type, index),
      ]),
    );
  }
}

function asLines(head: MimeNode['head'], text: string): string {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (head.type === 'text/html') return lines;
  if (head.type === 'text/enriched' || head.type === 'text/richtext') return enrichedToText(lines, head.type);
  const isFlowed = head.params.get('format')?.toLowerCase().trim() === 'flowed';
  return isFlowed ? unflow(lines, head.params.get('delsp')?.toLowerCase().trim() === 'yes') : lines;
}
