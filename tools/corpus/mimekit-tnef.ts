import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTnef } from '../../src/mail/tnef.ts';
import { filesBelow } from './mails.ts';
import { type CorpusSet, judge, type Verdict } from './set.ts';

/** Names of the list that are the body of the mail, not attachments. */
const BODIES = new Set(['body.rtf', 'body.html', 'body.txt']);

/** Each listed name that no file has; a name that is listed twice needs two files. */
function unmatched(listed: readonly string[], names: readonly string[]): readonly string[] {
  const left = [...names];
  return listed.filter((name) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

async function* run(folder: string): AsyncGenerator<Verdict> {
  for (const name of await filesBelow(folder, 'tnef/*.tnef')) {
    const source = await readFile(join(folder, name));
    const list = await readFile(join(folder, name.replace(/\.tnef$/u, '.list')), 'utf8');
    const listed = list.split('\n').filter((line) => line.trim() !== '');
    yield await judge(name, () => {
      const tnef = readTnef(source);
      if (tnef === null) return { outcome: 'damaged', note: 'not read as TNEF' };
      const lost = unmatched(
        listed.filter((each) => !BODIES.has(each)),
        tnef.files.map((file) => file.name),
      );
      const body = listed.some((each) => BODIES.has(each)) && tnef.text === null && tnef.html === null;
      const notes = [...lost, ...(body ? ['the body'] : [])];
      return notes.length === 0
        ? { outcome: 'exact' }
        : {
            outcome: 'damaged',
            note: `missing: ${notes.join(', ')}; has: ${tnef.files.map((file) => file.name).join(', ')}`,
          };
    });
  }
}

/** MimeKit's winmail.dat files, each with the list of what is inside. */
export const mimekitTnef: CorpusSet = { name: 'mimekit-tnef', size: 19, run };
