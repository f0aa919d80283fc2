import type { Language } from '../words/words.ts';
import type { MethodResult, ParseLimits } from '../mail/types.ts';

/** A file of a mail, as far as its mail told of it. */
export interface NamedFile {
  readonly index: number;
  readonly type: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A file of a mail, and its name in an archive. */
export interface NamedPart {
  readonly index: number;
  readonly name: string;
}

/** What a child is asked to do with the bytes that follow. */
export type Task =
  | {
      readonly kind: 'parse';
      readonly limits: ParseLimits;
      readonly language: Language;
      /** `header`: what is behind the empty line is not read. */
      readonly part: 'whole' | 'header';
    }
  | { readonly kind: 'file'; readonly limits: ParseLimits; readonly index: number }
  /** Several files as one archive of so many bytes. */
  | {
      readonly kind: 'bundle';
      readonly limits: ParseLimits;
      readonly parts: readonly NamedPart[];
      readonly size: number;
    }
  | { readonly kind: 'media'; readonly limits: ParseLimits; readonly file: NamedFile }
  | { readonly kind: 'check'; readonly client: CheckedClient };

/** What is checked beside the bytes of a mail: who gave it to us. */
export interface CheckedClient {
  /** Null where the trace does not tell; then SPF is not asked. */
  readonly ip: string | null;
  readonly helo: string;
  /** The envelope sender; `<>` where there is none, or nobody to ask about it. */
  readonly sender: string;
  /** Milliseconds for all of it, questions to the DNS included. */
  readonly time: number;
}

/** What came of a check: results, or why there are none. */
export type CheckAnswer =
  | { readonly ok: true; readonly results: readonly MethodResult[] }
  | { readonly ok: false; readonly why: 'time' | 'cannot be read' };

/** Kinds of records that a check asks for. */
export const DNS_RECORDS = ['TXT', 'A', 'AAAA', 'CNAME', 'PTR', 'MX'] as const;

/** Records, as `node:dns` gives them. */
export type DnsRecords = string[] | string[][];

/** The answer of the DNS to one question; `code` is one of its errors (ENOTFOUND, …). */
export type DnsAnswer =
  { readonly ok: true; readonly records: DnsRecords } | { readonly ok: false; readonly code: string };

/**
 * What the pool says to a child. A task is begun, then its bytes follow, then their end; one task at a time, each with
 * a number of its own, under which the child speaks of it.
 */
export type ToChild =
  | { readonly type: 'begin'; readonly task: Task; readonly number: number }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  /** The consumer took one `piece`. */
  | { readonly type: 'taken' }
  /** The answer to an `ask`. */
  | { readonly type: 'answer'; readonly question: number; readonly answer: DnsAnswer };

/** How many messages of bytes may be under way in either direction before the sender waits. */
export const window = 4;

/** Questions to the DNS about one mail: ten signatures, and what SPF may ask (RFC 7208 section 4.6.4). */
export const MOST_QUESTIONS = 100;

/** Bytes of the largest message of a child: a mail with all of its text several times over. */
export const largestMessage = 256 * 2 ** 20;

/** The codec at the child's side: only the pool writes to its children. */
export function toChild(value: unknown): ToChild {
  return value as ToChild;
}
