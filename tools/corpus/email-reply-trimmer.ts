import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import { splitText } from '../../src/mail/quote/quote.ts';
import { type CorpusSet, judge, judgeAll, type Verdict } from './set.ts';

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** The words of `wanted` that `text` does not have as often. */
function missingWords(wanted: string, text: string): readonly string[] {
  const have = new Map<string, number>();
  for (const word of words(text)) have.set(word, (have.get(word) ?? 0) + 1);
  return words(wanted).filter((word) => {
    const left = have.get(word) ?? 0;
    have.set(word, left - 1);
    return left <= 0;
  });
}

/** A reply in the plainest of mails: nobody's automatic mail. */
async function isMessage(pool: ParsePool, text: string): Promise<boolean> {
  const head =
    'From: anna@firm.example\nTo: ben@firm.example\nSubject: Re: roof\nContent-Type: text/plain; charset=utf-8\n\n';
  const result = await pool.parse(Readable.from([Buffer.from(head + text)]));
  return result.ok && result.mail.kind === 'message';
}

async function* run(folder: string, pool: ParsePool): AsyncGenerator<Verdict> {
  const test = join(folder, 'test');
  yield* judgeAll((await readdir(join(test, 'emails'))).sort(), async (name) => {
    const mail = await readFile(join(test, 'emails', name), 'utf8');
    const wanted = await readFile(join(test, 'trimmed', name), 'utf8');
    return judge(name, async () => {
      const { kept, cut } = splitText(mail);
      const missing = missingWords(wanted, kept);
      const lost = missingWords(mail, `${kept}\n${cut}`);
      if (missing.length + lost.length > 0)
        return { outcome: 'damaged', note: `missing: ${[...missing, ...lost].join(' ')}` };
      if (!(await isMessage(pool, mail))) return { outcome: 'damaged', note: 'taken for automatic mail' };
      const same = words(kept).join(' ') === words(wanted).join(' ');
      return same ? { outcome: 'exact' } : { outcome: 'near', note: 'more is kept than the set keeps' };
    });
  });
}

/** Discourse's 64 plain-text replies in ten languages, with what its own trimmer keeps of each. */
export const emailReplyTrimmer: CorpusSet = { name: 'email_reply_trimmer', size: 64, leastExact: 56, run };
