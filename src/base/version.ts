import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The version in package.json, which lies one folder above both src and dist. */
export function programVersion(): string {
  const text: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(text).version;
}
