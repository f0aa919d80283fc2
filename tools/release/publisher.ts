/** The publisher's facts: one file that this project leaves empty, since it cannot know them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../servers/paths.ts';

/** Where they stand unless another file is named. */
export const publisherFile = join(projectRoot, 'tools/release/publisher.yaml');

const address = z.url({ protocol: /^https$/, error: 'an https address' });
const facts = z.strictObject({
  name: z.string().regex(/^[^\n<>"]{1,100}$/, { error: 'a name in one line' }),
  contact: z.union([z.email(), address], { error: 'a mail address or an https address' }),
  repository: address,
  homepage: address,
  bugs: address,
  image: z.string().regex(/^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+$/, { error: 'an image without a tag' }),
});

/** What every one of them says, checked. */
export type Publisher = z.output<typeof facts>;

/** The file lacks something; the message names each fact and the file. */
export class PublisherUnknown extends Error {
  override readonly name = 'PublisherUnknown';
}

/** Reads the text of the file; throws PublisherUnknown with all that is wrong with it. */
export function parsePublisher(text: string, file: string): Publisher {
  const value: unknown = parse(text);
  const result = facts.safeParse(value);
  if (result.success) return result.data;
  const given = value instanceof Object ? value : {};
  const problems = new Map<string, string>();
  for (const { path, message, code } of result.error.issues) {
    const name = code === 'unrecognized_keys' ? '' : path.join('.');
    const isEmpty = ['', null, undefined].includes(Reflect.get(given, name) as string | null | undefined);
    problems.set(name, name === '' ? message : isEmpty ? `${name} is empty` : `${name}: ${message}`);
  }
  throw new PublisherUnknown(
    [`${file} does not say who publishes this:`, ...[...problems.values()].map((each) => `  ${each}`)].join('\n'),
  );
}

/** The publisher's facts of a file. */
export async function readPublisher(file = publisherFile): Promise<Publisher> {
  return parsePublisher(await readFile(file, 'utf8'), file);
}
