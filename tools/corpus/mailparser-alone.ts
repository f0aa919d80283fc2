/**
 * How mailparser would do as the only reader, for docs/decisions/0005: what of stalwart's trees it does not find, and
 * what of our own texts and files in the sets without trees. Run: node tools/corpus/mailparser-alone.ts DIR
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createParsePool, type ParsePool } from '../../src/parser/parse-pool.ts';
import { type Expected, filesBelow, fromBytes, missing, readWhole, type WholeMail } from './mails.ts';
import { leaves, tree } from './stalwart-mail-parser.ts';

const sets = [
  { name: 'stalwart-mail-parser', pattern: 'resources/eml/**/*.eml' },
  { name: 'mikel-mail', pattern: 'spec/fixtures/emails/**/*.eml' },
  { name: 'enmime', pattern: '**/*.raw' },
] as const;

/** What mailparser gives, in the shape of what our reader gives. Throws what mailparser throws. */
async function alone(source: Buffer, ours: WholeMail): Promise<WholeMail> {
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };
  const { text, html, attachments } = await simpleParser(source, options);
  const files = attachments.map((each, index) => ({
    index,
    name: each.filename ?? '',
    type: each.contentType,
    size: each.content.length,
    sha256: createHash('sha256').update(each.content).digest('hex'),
    disposition: 'attachment' as const,
    contentId: each.cid ?? null,
  }));
  const mail = { ...ours.mail, text: text ?? null, html: typeof html === 'string' ? html : null, files };
  return { ...ours, mail, files: attachments.map((each) => each.content) };
}

/** All that people can read or open in a mail, by the set's tree where it has one, else by our reader. */
async function wanted(path: string, ours: WholeMail): Promise<Expected> {
  const json = path.endsWith('.eml') ? await readFile(`${path.slice(0, -4)}.json`, 'utf8').catch(() => null) : null;
  if (json !== null) return leaves(tree.parse(JSON.parse(json)));
  const texts = [ours.mail.text, ours.mail.html].filter((text) => text !== null);
  return { texts, binaries: ours.files };
}

async function judgeSet(pool: ParsePool, folder: string, pattern: string): Promise<string> {
  const names = await filesBelow(folder, pattern);
  let lossy = 0;
  let thrown = 0;
  for (const name of names) {
    const path = join(folder, name);
    const source = await readFile(path);
    const ours = await readWhole(pool, fromBytes(source));
    try {
      const lost = missing(await alone(source, ours), await wanted(path, ours));
      if (lost.length === 0) continue;
      lossy += 1;
      console.log(`  ${name}: ${lost.slice(0, 3).join('; ')}`);
    } catch (error) {
      thrown += 1;
      console.log(`  ${name}: ${String(error)}`);
    }
  }
  return `${names.length} mails, ${lossy} lose a text or a file, ${thrown} throw`;
}

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error('Usage: node tools/corpus/mailparser-alone.ts DIR');
  process.exitCode = 2;
} else {
  const pool = createParsePool();
  try {
    for (const { name, pattern } of sets) console.log(`${name}: ${await judgeSet(pool, join(dir, name), pattern)}`);
  } finally {
    await pool.close();
  }
}
