/** What children say, as the pool takes it. Not loaded by the children: what it knows of zones is large. */
import { z } from 'zod';
import { mediaCodec, parsedCodec } from './parsed-codec.ts';
import { DNS_RECORDS } from './protocol.ts';

const checkAnswerCodec = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    results: z
      .array(
        z.object({
          method: z.string().max(100),
          result: z.string().max(100),
          comment: z.string().max(10_000),
          properties: z.map(z.string().max(100), z.string().max(10_000)).readonly(),
        }),
      )
      .max(1_000)
      .readonly(),
  }),
  z.object({ ok: z.literal(false), why: z.enum(['time', 'cannot be read']) }),
]);

const fromChildCodec = z.discriminatedUnion('type', [
  /** One `bytes` was consumed; the next may come. */
  z.object({ number: z.int(), type: z.literal('consumed') }),
  z.object({ number: z.int(), type: z.literal('parsed'), parsed: parsedCodec }),
  z.object({ number: z.int(), type: z.literal('file'), found: z.boolean() }),
  z.object({
    number: z.int(),
    type: z.literal('piece'),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  /** What the bytes of a file say; null where the mail has no such file. */
  z.object({ number: z.int(), type: z.literal('media'), facts: mediaCodec.nullable() }),
  z.object({ number: z.int(), type: z.literal('done') }),
  /** A question to the DNS, which the child cannot reach. */
  z.object({
    number: z.int(),
    type: z.literal('ask'),
    question: z.int(),
    name: z.string().max(255),
    record: z.enum(DNS_RECORDS),
  }),
  z.object({ number: z.int(), type: z.literal('checked'), answer: checkAnswerCodec }),
  /** It broke, and ends. */
  z.object({
    number: z.int(),
    type: z.literal('broke'),
    code: z.enum(['memory', 'crash']),
    detail: z.string().max(500),
  }),
]);

/** What a child says to the pool, of the task that has this number. */
export type FromChild = z.infer<typeof fromChildCodec>;

/** The codec at the pool's side; null for what a child of ours does not say. */
export function fromChild(value: unknown): FromChild | null {
  return fromChildCodec.safeParse(value).data ?? null;
}
