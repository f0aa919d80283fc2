/** For sets without trees: what another parser finds in a mail must be in what ours gives. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import { fromBytes, missing, Quarantined, readWhole, wrongKind } from './mails.ts';
import { judge, judgeAll, type Verdict } from './set.ts';

/** The texts and attachments that mailparser sees, its own conversions turned off; nothing where it gives up. */
async function opinion(source: Buffer): Promise<{ texts: string[]; binaries: Buffer[] }> {
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };
  try {
    const mail = await simpleParser(source, options);
    const texts = [mail.text, mail.html].filter(
      (text): text is string => typeof text === 'string' && text.trim() !== '',
    );
    return { texts, binaries: mail.attachments.map((each) => each.content) };
  } catch {
    return { texts: [], binaries: [] };
  }
}

/** Judges mails against the second opinion. A mail in quarantine keeps its source and is no loss. */
export function compare(pool: ParsePool, folder: string, names: readonly string[]): AsyncIterable<Verdict> {
  return judgeAll(names, async (name) => {
    const source = await readFile(join(folder, name));
    return judge(name, async () => {
      try {
        const whole = await readWhole(pool, fromBytes(source));
        const lost = [...missing(whole, await opinion(source)), ...wrongKind(whole, source)];
        return lost.length === 0 ? { outcome: 'exact' } : { outcome: 'damaged', note: lost.join('; ') };
      } catch (error) {
        if (error instanceof Quarantined) return { outcome: 'near', note: `quarantine: ${error.message}` };
        throw error;
      }
    });
  });
}
