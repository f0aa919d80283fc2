/** What the readers of old mail give: mails, each with its place, and by its name what is no mail or is damaged. */

/** Where a mail lies, so that somebody finds it again. The same source gives the same places. */
export interface Place {
  /** Outermost first: the file, then what was found in it (an archive's member, a folder of a PST). */
  readonly path: readonly string[];
  /** Bytes from the beginning of the file that holds several mails, its From_ line left out; null in every other. */
  readonly offset: number | null;
}

/** What the source says of a mail beside its bytes. */
export interface MailMarks {
  readonly seen: boolean;
  readonly answered: boolean;
  readonly flagged: boolean;
  readonly draft: boolean;
  /** Marked to be deleted, or deleted by Thunderbird in a file that was not compacted since. */
  readonly deleted: boolean;
}

/** A mail of a source. */
export interface ArchivedMail {
  readonly place: Place;
  /** The mail folder, outermost first, decoded; empty for one at the top. */
  readonly folder: readonly string[];
  /** Bytes as they lie there, before any quoting is undone. */
  readonly size: number;
  readonly marks: MailMarks;
  /** When it was delivered, as the source says beside the mail (the From_ line of an mbox); null where it does not. */
  readonly delivered: Date | null;
  /** Whether the source has no bytes of the mail, so that they are composed of what it has (PST, OST). */
  readonly composed: boolean;
  /** At its place lies the same mail for ever: what was read there once is not read again. Default false. */
  readonly lasts?: boolean;
  /** Whether it comes in as new mail, or waits there for somebody's word: then nothing else brings it in. */
  readonly asNew?: 'comes' | 'waits' | null;
  /** The mail's bytes, from the beginning each time. Only until the next mail is asked for. Rejects where they end. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What a reader comes upon, in its order. */
export type Found =
  | { readonly is: 'mail'; readonly mail: ArchivedMail }
  /** Something that should hold mail and cannot be read, or only in part; the rest goes on. */
  | { readonly is: 'damaged'; readonly place: Place; readonly reason: string }
  /** A file that is no mail, or that is not looked into; `reason` is one of a few sentences. */
  | { readonly is: 'passed'; readonly place: Place; readonly reason: string };

export const NO_MARKS: MailMarks = { seen: false, answered: false, flagged: false, draft: false, deleted: false };

/** A place in one line; its names are whatever somebody called a file. */
export function placeText({ path, offset }: Place): string {
  return `${path.join(' › ')}${offset === null ? '' : ` at ${offset}`}`;
}
