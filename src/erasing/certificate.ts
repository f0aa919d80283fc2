/**
 * What an erasure has done and what it could not, signed, in a file outside of the database: it names nobody, and with
 * it the same is kept out of a database that was restored from before.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MailroomError } from '../base/errors.ts';
import { isSigned, signText } from '../bridge/signing.ts';
import type { Erasure, keptOut } from '../db/retention-tables/erasures.ts';

const LIMITS = [
  'what others quoted of it in mails of their own, and what people hold in their mailboxes',
  'backups of the database and of the homeserver that were made before: this file applies it again after a restore',
  'other homeservers that had the events and files: they are asked to redact them, and nobody can see whether they do',
  'the mailbox on the mail server: it is not touched',
];

const bodySchema = z.object({
  erasure_certificate: z.literal(1),
  erasure: z.string().regex(/^[0-9a-f-]{36}$/),
  kind: z.enum(['address', 'thread']),
  /** A keyed hash of the address; a thread by its id, which is a keyed hash. */
  subject: z.string(),
  begun: z.string(),
  done: z.string(),
  /** How many of what were erased, refused by the homeserver, or are left. */
  counts: z.record(z.string(), z.number()),
  cannot: z.array(z.string()),
  /** By what it is known again. */
  kept_out: z.array(
    z.object({
      account: z.string(),
      hash: z.string(),
      kind: z.enum(['id', 'bytes', 'address']),
      before: z.string().nullable(),
    }),
  ),
});
const fileSchema = z.object({ certificate: z.string(), key: z.string(), signature: z.string() });

export type Certificate = z.infer<typeof bodySchema>;

const signedText = (body: string): string =>
  `Mailroom certificate of an erasure, SHA-256 ${createHash('sha256').update(body).digest('hex')}\n`;

/** The text of its file. */
export function certificateOf(
  erasure: Erasure,
  hashes: Awaited<ReturnType<typeof keptOut>>,
  { thread, secret }: { readonly thread: string | null; readonly secret: string },
): string {
  const body: Certificate = {
    erasure_certificate: 1,
    erasure: erasure.erasure,
    kind: erasure.kind,
    subject: thread ?? erasure.subjectHash,
    begun: erasure.at.toISOString(),
    done: (erasure.doneAt ?? erasure.at).toISOString(),
    counts: erasure.counts,
    cannot: LIMITS,
    kept_out: [...hashes],
  };
  const certificate = JSON.stringify(body);
  return `${JSON.stringify({ certificate, ...signText(secret, signedText(certificate)) }, null, 2)}\n`;
}

/** Reads one. Throws MailroomError where it is none, or not signed by one of these public keys. */
export function readCertificate(text: string, keys: readonly string[]): Certificate {
  const none = (cause?: unknown): MailroomError =>
    new MailroomError('no-certificate', 'this is no certificate of an erasure that this Mailroom signed', { cause });
  try {
    const { certificate, key, signature } = fileSchema.parse(JSON.parse(text));
    if (!keys.includes(key) || !isSigned({ key, signature }, signedText(certificate))) throw none();
    return bodySchema.parse(JSON.parse(certificate));
  } catch (error) {
    throw error instanceof MailroomError ? error : none(error);
  }
}
