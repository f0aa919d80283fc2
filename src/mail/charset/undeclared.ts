import { undeclaredBytes } from './charset.ts';
import { highLines, highSample, likeliestCharset } from './charset-guess.ts';
import { knownCharset } from './label.ts';

/**
 * The bytes of one mail that no (true) label speaks for, wherever they stand: fields of the header, bodies, names of
 * files. A mail comes from one program and is in one charset, so that they are looked at together: what a subject of
 * two words leaves open, the body says. What says itself what it is (ASCII, UTF-8, ISO-2022) and what a label speaks
 * for has no vote. Holds a bounded sample.
 */
export class UndeclaredBytes {
  private readonly pieces: Buffer[] = [];
  private left = highSample;

  /** @param label the charset that is named for these bytes, null for none */
  add(bytes: Uint8Array, label: string | null): void {
    if (this.left <= 0) return;
    const undeclared = undeclaredBytes(bytes, label);
    if (undeclared === null) return;
    const lines = highLines(undeclared, this.left);
    this.pieces.push(lines, Buffer.from('\n'));
    this.left -= lines.length + 1;
  }

  /**
   * The charset of them all; null where there are none.
   *
   * @param hint a charset that the mail names elsewhere
   */
  decide(hint: string | null): string | null {
    if (this.pieces.length === 0) return null;
    return likeliestCharset(Buffer.concat(this.pieces), hint === null ? null : knownCharset(hint));
  }
}
