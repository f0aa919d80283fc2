/**
 * The chain of the record: what an entry is as bytes, how one hash follows the other, and how a person stands in it.
 * Pure, but for the key and the nonce that whoever seals gives.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { z } from 'zod';

/** What comes before the first entry. */
export const FIRST_HASH: Buffer = Buffer.alloc(32);

/** Where an act came from. */
export const VIAS = ['room', 'http', 'shell', 'process'] as const;
/** begun: what came of it stands in an entry of its own. refused: whoever asked may not. */
export const OUTCOMES = ['begun', 'done', 'refused', 'failed'] as const;

/** A person: whose key it is, and their name under it with what else is told of them, base64. */
const sealed = z.strictObject({ person: z.string(), sealed: z.string() });
export type SealedPerson = z.infer<typeof sealed>;

const factSchema = z.union([z.string(), z.number(), z.boolean()]);

/** An entry, in the order in which its fields are written. */
const bodySchema = z.strictObject({
  v: z.literal(1),
  at: z.iso.datetime(),
  act: z.string(),
  outcome: z.enum(OUTCOMES),
  via: z.enum(VIAS),
  account: z.string().nullable(),
  thread: z.string().nullable(),
  who: sealed.nullable(),
  whom: z.array(sealed),
  /** Persons that it has no place for. */
  more: z.int().nonnegative(),
  facts: z.record(z.string(), factSchema),
});
export type EntryBody = z.infer<typeof bodySchema>;

/** The bytes of an entry: JSON with its fields in one order, so that two entries never share them. */
export function entryText(body: EntryBody): string {
  const person = (one: SealedPerson) => ({ person: one.person, sealed: one.sealed });
  return JSON.stringify({
    v: body.v,
    at: body.at,
    act: body.act,
    outcome: body.outcome,
    via: body.via,
    account: body.account,
    thread: body.thread,
    who: body.who === null ? null : person(body.who),
    whom: body.whom.map(person),
    more: body.more,
    // An array: the names of an object that are numbers would come first, whatever their order.
    facts: Object.entries(body.facts).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  });
}

const factsAsWritten = z.array(z.tuple([z.string(), factSchema])).transform((pairs) => Object.fromEntries(pairs));
const writtenSchema = bodySchema.extend({ facts: factsAsWritten });

/**
 * Reads an entry; null where the text is none, or not written as `entryText` writes it.
 */
export function readEntry(text: string): EntryBody | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  const body = writtenSchema.safeParse(given).data;
  return body === undefined || entryText(body) !== text ? null : body;
}

/** The hash of an entry: of its number, of the hash before it and of its bytes. */
export function entryHash(entry: number, before: Buffer, text: string): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(entry));
  return createHash('sha256').update('Mailroom record entry\n').update(number).update(before).update(text).digest();
}

/** Bytes of the key of a person, and of the nonce of AES-GCM (NIST SP 800-38D section 8.2). */
export const PERSON_KEY_BYTES = 32;
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What is sealed is filled up to a multiple of this: its length says little about a name whose key is gone. */
const BLOCK = 64;

/** A name, and what else stands there under the key of its person. */
export interface PersonTold {
  readonly name: string;
  /** Where they did it from: a room and an event, an address, a login; null of those that something was done to. */
  readonly detail: string | null;
}

/** @param nonce never given twice with one key */
export function sealPerson(person: string, key: Buffer, nonce: Buffer, { name, detail }: PersonTold): SealedPerson {
  const text = Buffer.from(JSON.stringify([name, detail]));
  const padded = Buffer.alloc(Math.ceil(text.length / BLOCK) * BLOCK, ' ');
  text.copy(padded);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(person));
  const parts = [nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()];
  return { person, sealed: Buffer.concat(parts).toString('base64') };
}

const toldSchema = z.tuple([z.string(), z.string().nullable()]);

/**
 * Null where it was not sealed under this key.
 */
export function openPerson({ person, sealed: text }: SealedPerson, key: Buffer): PersonTold | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(person));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    const middle = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
    const plain = Buffer.concat([decipher.update(middle), decipher.final()]);
    const told = toldSchema.safeParse(JSON.parse(plain.toString('utf8'))).data;
    return told === undefined ? null : { name: told[0], detail: told[1] };
  } catch {
    return null;
  }
}

/** What is signed of a state of the record. */
export interface HeadTold {
  readonly entry: number;
  readonly hash: Buffer;
  readonly at: Date;
}

/** The text of a signed head: whoever has kept it can tell that nothing before it was changed or cut away. */
export function headText({ entry, hash, at }: HeadTold): string {
  return `Mailroom record head, entry ${entry}, SHA-256 ${hash.toString('hex')}, ${at.toISOString()}\n`;
}
