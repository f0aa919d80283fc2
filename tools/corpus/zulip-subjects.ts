import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { baseSubject } from '../../src/mail/subject.ts';
import { type CorpusSet, judge, type Verdict } from './set.ts';

const subjects = z.array(z.object({ original_subject: z.string(), stripped_subject: z.string() }));

async function* run(folder: string): AsyncGenerator<Verdict> {
  const cases = subjects.parse(JSON.parse(await readFile(join(folder, 'subjects.json'), 'utf8')));
  for (const [index, { original_subject: subject, stripped_subject: wanted }] of cases.entries())
    yield await judge(`subjects.json/${index}`, () => {
      const base = baseSubject(subject);
      return base === wanted
        ? { outcome: 'exact' }
        : { outcome: 'damaged', note: `${JSON.stringify(subject)} gave ${JSON.stringify(base)}` };
    });
}

/** Zulip's subjects with reply and forward marks, and what is left without them. */
export const zulipSubjects: CorpusSet = { name: 'zulip-subjects', size: 23, leastExact: 23, run };
