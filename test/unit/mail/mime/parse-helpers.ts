import assert from 'node:assert/strict';
import { defaultLimits, parseMail, readFile } from '../../../../src/mail/mime/parse.ts';
import type { ParsedMail, ParseLimits } from '../../../../src/mail/types.ts';

export async function* pieces(mail: string | Buffer, size = 1 << 20): AsyncGenerator<Uint8Array> {
  const bytes = typeof mail === 'string' ? Buffer.from(mail) : mail;
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

export async function parse(mail: string | Buffer, limits: ParseLimits = defaultLimits): Promise<ParsedMail> {
  const result = await parseMail(pieces(mail), limits);
  assert.ok(result.ok);
  return result.mail;
}

export async function fileOf(mail: string | Buffer, index: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await readFile(pieces(mail, 7), index)) ?? []) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

export const codes = (mail: ParsedMail): string[] => mail.warnings.map((warning) => warning.code);
export const names = (mail: ParsedMail): string[] => mail.files.map((file) => `${file.name} ${file.type}`);
export const head = 'From: Ann <ann@example.org>\nMessage-ID: <1@example.org>\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n';
export const multipart = (type: string, ...parts: string[]): string =>
  `${head}Content-Type: multipart/${type}; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
