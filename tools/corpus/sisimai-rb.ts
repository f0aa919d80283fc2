import { join } from 'node:path';
import { filesBelow, fromPath, Quarantined, readWhole } from './mails.ts';
import { type CorpusSet, judge, type Verdict } from './set.ts';

const folderOf = 'set-of-emails/maildir/bsd';

/** Sisimai's bounces of nearly every mail system: each is readable, and none is taken for what a person wrote. */
export const sisimaiRb: CorpusSet = {
  name: 'sisimai-rb',
  size: 589,
  leastExact: 589,
  run: async function* (folder, pool): AsyncGenerator<Verdict> {
    for (const name of await filesBelow(join(folder, folderOf), '*')) {
      yield await judge(name, async () => {
        try {
          const { mail, rendered } = await readWhole(pool, fromPath(join(folder, folderOf, name)));
          if (rendered.kept === null && mail.report.length === 0 && mail.files.length === 0)
            return { outcome: 'damaged', note: 'nothing to read' };
          return mail.kind === 'message' ? { outcome: 'damaged', note: 'taken for a message' } : { outcome: 'exact' };
        } catch (error) {
          if (error instanceof Quarantined) return { outcome: 'near', note: `quarantine: ${error.message}` };
          throw error;
        }
      });
    }
  },
};
