/**
 * The values that the config file is made of, as zod schemas: what people write in, what the program uses out. Each
 * schema's error text says what was expected and stands after "expected" in the message; it never repeats the value.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { AccountId, UserId } from '../bridge/types.ts';
import { zonesLike } from '../bridge/zones-like.ts';
import { parseAddress } from '../mail/address.ts';
import { findZone } from '../words/zones.ts';
import type { TimeZone } from '../words/zones.ts';

/** Where values come from besides the file itself. Injected, so that reading a config has no effect of its own. */
export interface ConfigSources {
  /** Folder of the config file: relative paths start there. */
  readonly folder: string;
  /** The text of a file by its absolute path; throws where it cannot be read. */
  readonly readFile: (path: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };
const BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
};

/** `500ms`, `10s`, `5m`, `48h`, `90d`: milliseconds out. */
export function duration(): z.ZodType<number, string> {
  const expected = 'a duration such as 10s, 5m, 48h or 90d';
  return z
    .string({ error: expected })
    .regex(/^\d+(?:\.\d+)?\s?(?:ms|s|m|h|d)$/, { error: expected })
    .transform((text) => quantity(text, SECONDS) * 1000);
}

/** `512 KiB`, `64 MiB`, `1 GiB`, also `64 MB` (powers of ten): bytes out. */
export function size(): z.ZodType<number, string> {
  const expected = 'a size such as 512 KiB, 64 MiB or 1 GiB';
  return z
    .string({ error: expected })
    .regex(/^\d+(?:\.\d+)?\s?(?:B|KiB|MiB|GiB|kB|MB|GB)$/, { error: expected })
    .transform((text) => Math.round(quantity(text, BYTES)));
}

function quantity(text: string, units: Readonly<Record<string, number>>): number {
  const [, number = '0', unit = ''] = /^([\d.]+)\s?(\w+)$/.exec(text) ?? [];
  return Number(number) * (units[unit] ?? Number.NaN);
}

/** A path, relative ones from the folder of the config file: absolute out. */
export function path(sources: ConfigSources): z.ZodType<string, string> {
  return text('a path').transform((value) => resolve(sources.folder, value));
}

/** The path of a file of certificates in PEM: its text out. */
export function certificates(sources: ConfigSources): z.ZodType<string, string> {
  return text('the path of a PEM file with certificates').transform((value, context) => {
    const file = resolve(sources.folder, value);
    const pem = readOr(sources, file);
    if (pem === null) context.addIssue(explained(`a readable file; cannot read ${file}`));
    else if (!pem.includes('-----BEGIN CERTIFICATE-----'))
      context.addIssue(explained(`certificates in PEM; ${file} holds none`));
    return pem ?? '';
  });
}

/** A secret: inline, `{ file: PATH }` or `{ env: NAME }`; its text out, without the line end of a file. */
export function secret(
  sources: ConfigSources,
  what = 'a secret',
): z.ZodType<string, string | { file: string } | { env: string }> {
  const expected = `${what}: a string, { file: PATH } or { env: NAME }`;
  return z
    .union(
      [
        text(expected),
        z.strictObject({
          file: z.string().min(1).meta({ description: 'A file that holds the secret and nothing else.' }),
        }),
        z.strictObject({
          env: z.string().min(1).meta({ description: 'An environment variable that holds the secret.' }),
        }),
      ],
      { error: expected },
    )
    .transform((value, context): string => {
      if (typeof value === 'string') return value;
      const where =
        'env' in value ? `environment variable ${value.env}` : `file ${resolve(sources.folder, value.file)}`;
      const found =
        'env' in value ? (sources.env[value.env] ?? null) : readOr(sources, resolve(sources.folder, value.file));
      const plain = (found ?? '').replace(/\r?\n$/, '');
      if (found === null)
        context.addIssue(explained(`${what}; ${where} ${'env' in value ? 'is not set' : 'cannot be read'}`));
      else if (plain === '') context.addIssue(explained(`${what}; ${where} is empty`));
      return plain;
    });
}

/** An issue that says itself what it found. */
export function explained(message: string): { code: 'custom'; message: string; params: { explained: true } } {
  return { code: 'custom', message, params: { explained: true } };
}

function readOr(sources: ConfigSources, file: string): string | null {
  try {
    return sources.readFile(file);
  } catch {
    return null;
  }
}

/** One line of text that is not empty. */
export function text(expected: string): z.ZodString {
  return (
    z
      .string({ error: expected })
      .min(1, { error: expected })
      // No control characters: names and hosts end up in headers and commands.
      .regex(/^\P{Cc}*$/u, { error: `${expected}, without control characters` })
  );
}

export function integer(expected: string, min: number, max: number): z.ZodNumber {
  const error = `${expected} from ${min} to ${max}`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

export function port(): z.ZodNumber {
  return integer('a port', 0, 65535);
}

/** An http or https address, perhaps with a path, without query and credentials; without the trailing slash out. */
export function webAddress(): z.ZodType<string, string> {
  const expected = 'an address such as https://matrix.example.org or http://127.0.0.1:8008';
  return z
    .string({ error: expected })
    .regex(/^https?:\/\/[^?#\s@]+$/, { error: expected })
    .refine((value) => URL.canParse(value), { error: expected })
    .transform((value) => value.replace(/\/+$/, ''));
}

/** A mail address (see `mail/address.ts`). */
export function mailAddress(): z.ZodType<NonNullable<ReturnType<typeof parseAddress>>, string> {
  const expected = 'a mail address such as support@example.org';
  return z.string({ error: expected }).transform((value, context) => {
    const address = parseAddress(value);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

/** A Matrix user id, historical characters allowed (spec, appendices, user identifiers). */
export function userId(): z.ZodType<UserId, string> {
  const expected = 'a Matrix user such as @alice:example.org';
  return z
    .string({ error: expected })
    .max(255, { error: expected })
    .regex(/^@[\x21-\x39\x3b-\x7e]+:[A-Za-z0-9.\-[\]:]+$/, { error: expected })
    .transform((value) => value as UserId);
}

/** The name of a time zone, whatever its case; where there is none of that name, those that may be meant are named. */
export function timeZone(): z.ZodType<TimeZone, string> {
  const expected = 'the name of a time zone such as Europe/Berlin';
  return z.string({ error: expected }).transform((value, context) => {
    const zone = findZone(value);
    if (zone !== null) return zone;
    const meant = zonesLike(value);
    const message = meant.length === 0 ? expected : `${expected} (perhaps ${meant.join(' or ')})`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** The key of an account. */
export function accountId(): z.ZodType<AccountId, string> {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: 'an account key of small letters, digits and hyphens' })
    .transform((value) => value as AccountId);
}

/** The output of `settings`: keys in camel case, one level deep (nested settings did their own). */
export type CamelKeys<T> = { readonly [K in keyof T as K extends string ? Camel<K> : K]: T[K] };
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

/** A mapping of known keys, snake_case in the file and camelCase in the program. */
export function settings<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodPipe<
  z.ZodObject<Shape, z.core.$strict>,
  z.ZodTransform<CamelKeys<z.output<z.ZodObject<Shape, z.core.$strict>>>, z.output<z.ZodObject<Shape, z.core.$strict>>>
> {
  return z.strictObject(shape).transform((value) => camelKeys(value));
}

function camelKeys<T extends object>(value: T): CamelKeys<T> {
  const camel = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    inner,
  ]);
  return Object.fromEntries(camel) as CamelKeys<T>;
}
