import { compare } from './second-opinion.ts';
import { filesBelow } from './mails.ts';
import type { CorpusSet } from './set.ts';

/** enmime's mails and parts, many of low quality. */
export const enmime: CorpusSet = {
  name: 'enmime',
  size: 92,
  run: async function* (folder, pool) {
    yield* compare(pool, folder, await filesBelow(folder, '**/*.raw'));
  },
};
