import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import { type Expected, filesBelow, fromBytes, missing, readWhole, type WholeMail, wrongKind } from './mails.ts';
import { type CorpusSet, judge, judgeAll, type Verdict } from './set.ts';

interface Tree {
  readonly parts: readonly { readonly body: Body }[];
}
type Body =
  | { readonly Text: string }
  | { readonly Html: string }
  | { readonly Binary: number[] }
  | { readonly InlineBinary: number[] }
  | { readonly Multipart: number[] }
  | { readonly Message: Tree };

const bytes = z.array(z.number());
/** A decoded tree as the set writes it. */
export const tree: z.ZodType<Tree> = z.object({
  parts: z.array(
    z.object({
      body: z.union([
        z.object({ Text: z.string() }),
        z.object({ Html: z.string() }),
        z.object({ Binary: bytes }),
        z.object({ InlineBinary: bytes }),
        z.object({ Multipart: z.array(z.number()) }),
        z.object({ Message: z.lazy(() => tree) }),
      ]),
    }),
  ),
});

/** The leaves of a tree, nested mails apart. */
export function leaves({ parts }: Tree): Expected & { readonly nested: readonly Tree[] } {
  const texts: string[] = [];
  const binaries: Buffer[] = [];
  const nested: Tree[] = [];
  for (const { body } of parts) {
    if ('Text' in body) texts.push(body.Text);
    else if ('Html' in body) texts.push(body.Html);
    else if ('Binary' in body) binaries.push(Buffer.from(body.Binary));
    else if ('InlineBinary' in body) binaries.push(Buffer.from(body.InlineBinary));
    else if ('Message' in body) nested.push(body.Message);
  }
  return { texts, binaries, nested };
}

/** What of the tree is not in the mail; a nested mail must be whole in one of the files. */
async function lostOf(pool: ParsePool, whole: WholeMail, wanted: Tree): Promise<readonly string[]> {
  const { nested, ...expected } = leaves(wanted);
  const lost = [...missing(whole, expected)];
  for (const each of nested) {
    const tries = await Promise.all(
      whole.files.map((file) =>
        readWhole(pool, fromBytes(file)).then(
          (inner) => lostOf(pool, inner, each),
          () => ['not a mail'],
        ),
      ),
    );
    const inPlace = missing(whole, leaves(each));
    const best = [...tries, inPlace].reduce((least, one) => (one.length < least.length ? one : least), inPlace);
    lost.push(...best.map((note) => `in a nested mail: ${note}`));
  }
  return lost;
}

async function* run(folder: string, pool: ParsePool): AsyncGenerator<Verdict> {
  yield* judgeAll(await filesBelow(folder, 'resources/eml/**/*.eml'), async (name) => {
    const source = await readFile(join(folder, name));
    const wanted = tree.parse(JSON.parse(await readFile(join(folder, name.replace(/\.eml$/u, '.json')), 'utf8')));
    return judge(name, async () => {
      const whole = await readWhole(pool, fromBytes(source));
      const lost = [...(await lostOf(pool, whole, wanted)), ...wrongKind(whole, source)];
      return lost.length === 0 ? { outcome: 'exact' } : { outcome: 'damaged', note: lost.join('; ') };
    });
  });
}

/** Stalwart's RFC examples, mails of old programs and malformed ones, each with its decoded tree. */
export const stalwartMailParser: CorpusSet = { name: 'stalwart-mail-parser', size: 107, run };
