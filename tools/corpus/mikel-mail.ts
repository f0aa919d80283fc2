import { compare } from './second-opinion.ts';
import { filesBelow } from './mails.ts';
import type { CorpusSet } from './set.ts';

/** The Ruby mail library's mails, 28 of them broken. */
export const mikelMail: CorpusSet = {
  name: 'mikel-mail',
  size: 103,
  run: async function* (folder, pool) {
    yield* compare(pool, folder, await filesBelow(folder, 'spec/fixtures/emails/**/*.eml'));
  },
};
