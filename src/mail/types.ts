/**
 * What a mail is, as values. Nothing here does anything: the parsers (`mail/mime/parse.ts`, `mail/mime/classify.ts`,
 * `mail/quote/quote.ts`) make these values and the composer (`mail/compose.ts`) takes them. No value holds the bytes of
 * an attachment: a file is named by its place in the mail and read again from the stored chunks when it is needed.
 */

declare const brand: unique symbol;
/** A string (or number) that only its codec may make. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/**
 * A mail address `local@domain`, the domain in lower case and in its Unicode form, the local part as it was written.
 */
export type Address = Brand<string, 'Address'>;

/**
 * A Message-ID with its angle brackets, verbatim (RFC 5322 section 3.6.4). Ids are compared byte for byte: malformed
 * ones (275 of 12,045 in a measured corpus) thread as well as good ones.
 */
export type MessageId = Brand<string, 'MessageId'>;

/** One mailbox of an address field: the display name decoded ('' where there is none) and the address. */
export interface Person {
  readonly name: string;
  readonly address: Address;
}

/** One header field, in the order of the mail: name in lower case, value unfolded but not decoded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** One field of the trace (RFC 5321 section 4.4), as `parseReceived` reads it. */
export interface Received {
  /** The host that wrote it, lower case; '' where it has no by clause (qmail's own steps). */
  readonly by: string;
  /** The protocol in upper case (RFC 3848), '' where it says none. */
  readonly protocol: string;
  /** Who had logged in, where the server says so (Postfix `smtpd_sasl_authenticated_header`, Sendmail), else null. */
  readonly login: string | null;
  /** Whom the server had it from: what stands in the from clause. Null where it has none. */
  readonly client: {
    /** What the client called itself, '' for nothing. */
    readonly helo: string;
    /** Every IP address in the clause, comments included, each once. */
    readonly addresses: readonly string[];
  } | null;
}

/** One method's result (RFC 8601 section 2.2, resinfo). */
export interface MethodResult {
  /** Lower case: dkim, spf, dmarc, arc, auth, … */
  readonly method: string;
  /** Lower case: pass, fail, none, softfail, neutral, policy, temperror, permerror, … */
  readonly result: string;
  /** What stood in its comments, one space between them. */
  readonly comment: string;
  /** `header.from`, `smtp.mailfrom`, … in lower case; Microsoft's bare `action` too. The first of a name. */
  readonly properties: ReadonlyMap<string, string>;
}

/** Authentication-Results (RFC 8601). */
export interface Results {
  /** The authserv-id in lower case; null where the field has none, as Exchange Online writes it. */
  readonly authservId: string | null;
  readonly results: readonly MethodResult[];
}

/** A field that servers write on top of a mail; null where it cannot be read without a doubt. */
export type TraceEntry =
  | { readonly is: 'received'; readonly hop: Received | null }
  | { readonly is: 'results'; readonly results: Results | null };

/** Who sealed what was found (ARC-Seal, RFC 8617). */
export interface Seal {
  /** 0 for none that can be read. */
  readonly instance: number;
  /** '' for none. */
  readonly domain: string;
}

/** A recipient whose address has a detail (RFC 5233). */
export interface DetailedRecipient {
  readonly field: 'delivered-to' | 'envelope-to' | 'x-envelope-to' | 'x-original-to' | 'resent-to' | 'to' | 'cc';
  readonly address: Address;
  readonly detail: string;
}

/** Fields of groups and lists (Google Groups, Mailman, Sympa and others), which a writer can write too. */
export interface SentOn {
  /** Whether there is one of them. */
  readonly byGroup: boolean;
  /** Whether a Google Group sent it on, and no other software that writes fields of its own. */
  readonly googleAlone: boolean;
  /** What List-Post (RFC 2369), Mailing-List and X-BeenThere call the list's address, lower case. */
  readonly addresses: readonly string[];
  /** X-Original-From and X-Original-Sender. */
  readonly originalFrom: readonly Person[];
  readonly originalSender: readonly Person[];
}

/** What Outlook and Exchange write of the conversation that a mail belongs to; read by `readConversation`. */
export interface OutlookConversation {
  /** Thread-Index in base64: 22 octets and 5 for each answer, of a hundred answers at most. */
  readonly index: string;
  /** Thread-Topic, decoded, one line, at most 500 UTF-16 code units; '' for none. */
  readonly topic: string;
}

/**
 * What a header says beside its people, ids, date and subject, read by `readHeader`. Every text in it has a grammar or
 * a bound; none is a field as it was written.
 */
export interface MailHeader {
  /** Received and Authentication-Results, top to bottom. */
  readonly trace: readonly TraceEntry[];
  /** How many Received fields there are. */
  readonly received: number;
  /** How many From fields there are. */
  readonly authors: number;
  /** Whether From is a group (RFC 6854). */
  readonly group: boolean;
  /** See `envelopeSender`. */
  readonly envelopeSender: string | null;
  /** Each Return-Path, top to bottom: the null path (RFC 5321 section 4.5.5), or any other. */
  readonly returnPaths: readonly ('null' | 'address')[];
  /** Whether a server noted that it put the mail into a mailbox. */
  readonly delivered: boolean;
  /** `X-MS-Exchange-Organization-AuthAs: Internal`, once. */
  readonly exchangeInternal: boolean;
  /** How many DKIM-Signature fields there are. */
  readonly signatures: number;
  readonly seals: readonly Seal[];
  readonly sealCount: number;
  readonly sealedResults: readonly { readonly instance: number; readonly results: Results | null }[];
  /** In the order of the header. */
  readonly recipients: readonly DetailedRecipient[];
  /** What a group or list wrote of itself when it sent the mail on. */
  readonly sentOn: SentOn;
  /** Null without List-Id; its id is null where the field cannot be read. */
  readonly list: { readonly id: string | null; readonly name: string | null } | null;
  /** See `threadIndexRoot`. */
  readonly threadIndex: string | null;
  /** Null where there is no Thread-Index. */
  readonly conversation: OutlookConversation | null;
  /** See `formerIds`. */
  readonly formerIds: readonly MessageId[];
  /** See `readHops`. */
  readonly hops: readonly string[];
  /** The field that names a mail of ours, not yet compared with its key. */
  readonly own: string | null;
  /** The field of a mail that `mailroom check` sent to ourselves, not yet compared either. */
  readonly probe: string | null;
}

/** RFC 3464, 8098, 5965, 3834, 2919; decided in this order by `mail/mime/classify.ts`. */
export type MailKind = 'message' | 'dsn' | 'mdn' | 'arf' | 'auto-reply' | 'list' | 'bulk';

/** A leaf of the MIME tree that is not shown as text: an attachment, an inline image, a nested mail. */
export interface MailFile {
  /**
   * Position among the parts of the mail that are no text, from 0; `readFile` in `mail/mime/parse.ts` finds it again by
   * this. One that is no file for people (an alternative for a watch, an empty part) leaves a gap.
   */
  readonly index: number;
  /** Decoded and made safe for a file system (no path, no control characters); never empty. */
  readonly name: string;
  /** Media type in lower case, without parameters. */
  readonly type: string;
  /** Decoded size in bytes. */
  readonly size: number;
  /** SHA-256 of the decoded bytes, hex. */
  readonly sha256: string;
  readonly disposition: 'attachment' | 'inline';
  /** Content-ID without angle brackets, for `cid:` references. */
  readonly contentId: string | null;
}

/**
 * How a mail is protected. Nothing is checked or decrypted: people are told what it is. `opaque-smime` is a signature
 * that holds the text and could not be opened.
 */
export type Protection = 'signed-pgp' | 'signed-smime' | 'encrypted-pgp' | 'encrypted-smime' | 'opaque-smime';

/** A file that protects its mail, or (`locked`) is one encrypted document that hangs on it. */
export interface SealedFile {
  readonly file: number;
  readonly is: Protection | 'locked';
}

/**
 * A machine-readable part of a report, or the mail that it is about. Its bytes are among the files too; here is its
 * text, so that a report can be understood without reading files.
 */
export interface ReportPart {
  readonly type:
    | 'message/delivery-status'
    | 'message/disposition-notification'
    | 'message/feedback-report'
    | 'message/rfc822'
    | 'text/rfc822-headers';
  /** The fields as text, line ends LF; of a returned mail its header and at most the first lines of its body. */
  readonly text: string;
}

/** A part by which a mail says that it is a reaction; not yet understood (`mail/reaction/reaction.ts`). */
export interface ReactionPart {
  /** gmail: text/vnd.google.email-reaction+json. rfc9078: text/plain with Content-Disposition: reaction. */
  readonly form: 'gmail' | 'rfc9078';
  /** Its place among the files, where it is one of them: Gmail's form, which no other reader shows. */
  readonly file: number | null;
  /** At most the first 1,024 characters. */
  readonly text: string;
}

/**
 * Why a mail could not be read at all. Its source is still whole: it is shown as a notice with the original attached.
 */
export type ParseFailure =
  | { readonly code: 'too-large'; readonly detail: string; readonly limit: number }
  | { readonly code: 'empty'; readonly detail: string }
  /** It took longer than the time limit, or more memory than the worker may have, or it brought the worker down. */
  | { readonly code: 'time' | 'memory' | 'crash'; readonly detail: string };

/** The two renderings of a mail or of a piece of it. Each is whole by itself, or null. */
export interface Body {
  readonly text: string | null;
  readonly html: string | null;
}

/**
 * A piece of what a mail says, in the renderings that it has: a part that stands alone has one, an alternative has two.
 * Never both null.
 */
export type BodyPiece = Body;

/** Under which URIs parts stand for the HTML (Content-Location, RFC 2557). */
export interface PartAddresses {
  /** Of the HTML, for its relative sources; null where nothing says so. */
  readonly base: string | null;
  /** By the index of the file; absolute. */
  readonly files: ReadonlyMap<number, string>;
}

export type ParseResult =
  | {
      readonly ok: true;
      readonly mail: ParsedMail;
      /** Top to bottom, as received. For whoever reads on where the mail was read; nobody else is given them. */
      readonly headers: readonly HeaderField[];
      /** The text parts in their order; see `bodyPieces`. For the same. */
      readonly pieces: readonly BodyPiece[];
      readonly addresses: PartAddresses;
    }
  | { readonly ok: false; readonly failure: ParseFailure };

/**
 * Bounds of one mail. Beyond `size` a mail is not read at all; beyond any other the rest is left out with a warning,
 * and nothing is lost because the source stays.
 */
export interface ParseLimits {
  /** The whole mail, bytes. */
  readonly size: number;
  /** The header of the mail, bytes. */
  readonly header: number;
  /** Fields of one header. */
  readonly fields: number;
  /** Levels of multiparts; what is nested deeper is a file. */
  readonly depth: number;
  /** Leaves of the MIME tree. */
  readonly parts: number;
  /** People in one address field. */
  readonly recipients: number;
  /** Ids in References: the first and the last ones stay. */
  readonly references: number;
  /** All text of one mail, bytes before decoding; a text beyond it is cut. */
  readonly text: number;
  /** A winmail.dat that is opened, bytes; a larger one stays a file. */
  readonly tnef: number;
}

/** Something that was not as it should be, for people and for `mailroom inspect`. */
export interface MailWarning {
  readonly code: string;
  readonly detail: string;
}

/** A mail as it was understood. */
export interface ParsedMail {
  /** Null where the mail had none; the caller makes one from the content hash. */
  readonly messageId: MessageId | null;
  readonly inReplyTo: readonly MessageId[];
  /** Oldest first, as written, at most the first and the last 99. */
  readonly references: readonly MessageId[];
  readonly date: Date | null;
  /** Decoded, unfolded, '' where there is none. */
  readonly subject: string;
  readonly from: readonly Person[];
  readonly sender: Person | null;
  readonly replyTo: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  /** What is decided by the header beside them. */
  readonly header: MailHeader;
  /** Whom the mail system named that failed (Exim, Gmail: X-Failed-Recipients). */
  readonly failedRecipients: readonly Address[];
  /** The text/plain rendering that the sender wrote, null where there is none. Line ends are LF. */
  readonly text: string | null;
  /** The HTML that the sender wrote, unsanitised, null where there is none. */
  readonly html: string | null;
  readonly files: readonly MailFile[];
  /** The files that sign or encrypt, by their bytes, in their order. */
  readonly sealed: readonly SealedFile[];
  /** The parts of a report in their order; empty in every other mail. Read by `mail/report/report.ts`. */
  readonly report: readonly ReportPart[];
  /** The parts that say that it is a reaction, in their order; empty in nearly every mail. */
  readonly reactions: readonly ReactionPart[];
  readonly kind: MailKind;
  /**
   * Hex SHA-256 over what makes two deliveries the same mail (see `contentHash` in `mail/mime/parse.ts`); trace fields
   * do not count.
   */
  readonly contentHash: string;
  /** Size of the raw mail, bytes. */
  readonly size: number;
  readonly warnings: readonly MailWarning[];
}

/** The text of a mail, separated into what its author wrote and what they quoted. */
export interface SplitText {
  readonly kept: string;
  /** '' where nothing was cut. */
  readonly cut: string;
}

/** A file that goes out with a mail; its bytes are given to the composer as a stream by its key. */
export interface DraftFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Set where the HTML refers to it by `cid:`. */
  readonly contentId: string | null;
}

/**
 * A mail before it has bytes. `mail/compose.ts` makes the same bytes of the same draft, always: Message-ID, date and
 * boundaries are part of it.
 */
export interface Draft {
  readonly messageId: MessageId;
  readonly date: Date;
  /** Seed of the MIME boundaries. */
  readonly boundary: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly subject: string;
  readonly inReplyTo: MessageId | null;
  /** At most twenty: the first and the last nineteen. */
  readonly references: readonly MessageId[];
  /** The conversation that it goes on in Outlook; null where the mail that it answers names none. */
  readonly conversation: OutlookConversation | null;
  readonly text: string;
  readonly html: string;
  readonly files: readonly DraftFile[];
  /** The emoji that it says in the forms of reactions too, where it is one; absent for every other mail. */
  readonly reaction?: string;
  /** Further fields, such as the keyed header that knows our own mail again. */
  readonly headers: readonly HeaderField[];
}
