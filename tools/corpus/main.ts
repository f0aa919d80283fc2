import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createParsePool, type ParsePool } from '../../src/parser/parse-pool.ts';
import { emailReplyTrimmer } from './email-reply-trimmer.ts';
import { enmime } from './enmime.ts';
import { httpleaks } from './httpleaks.ts';
import { mikelMail } from './mikel-mail.ts';
import { mimekitTnef } from './mimekit-tnef.ts';
import { type CorpusSet, type Row, shortcomings, table, type Verdict } from './set.ts';
import { roundTrip } from './round-trip.ts';
import { sisimaiRb } from './sisimai-rb.ts';
import { stalwartMailParser } from './stalwart-mail-parser.ts';
import { zulipSubjects } from './zulip-subjects.ts';

const sets: readonly CorpusSet[] = [
  emailReplyTrimmer,
  zulipSubjects,
  httpleaks,
  stalwartMailParser,
  mikelMail,
  enmime,
  mimekitTnef,
  sisimaiRb(),
];

const usage = `Runs the published sets of mail in a folder and fails where one falls short.

  npm run corpus -- DIR [OPTIONS]

  DIR          the folder that holds the sets, one folder each
  --set NAME   only this set (again for more): ${sets.map((set) => set.name).join(', ')}
  --rooms      instead: all of them through rooms of a real Synapse and out again, hashes and threads equal
  --verbose    name each message that is not exact, and why
  --help       this

exact: as the set says. damaged: something is lost or wrong. failed: an exception.
Exit code 0: every set reached its figures; 1: one fell short; 2: the folder or a set is not there.`;

async function runSet(set: CorpusSet, folder: string, pool: ParsePool): Promise<Row> {
  const verdicts: Verdict[] = [];
  for await (const verdict of set.run(folder, pool)) {
    verdicts.push(verdict);
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${set.name}: ${verdicts.length}`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return { set, verdicts, figures: set.figures?.() ?? [] };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true, default: [] },
      verbose: { type: 'boolean', default: false },
      rooms: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [dir] = positionals;
  if (values.help || dir === undefined) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const unknown = values.set.filter((name) => !sets.some((set) => set.name === name));
  const chosen = sets.filter((set) => values.set.length === 0 || values.set.includes(set.name));
  const absent: string[] = [];
  for (const { name } of chosen) if (!(await isFolder(join(dir, name)))) absent.push(join(dir, name));
  if (unknown.length + absent.length > 0) {
    console.error(`not there: ${[...unknown, ...absent].join(', ')}`);
    return 2;
  }
  if (values.rooms) {
    const folders = chosen.map(({ name }) => join(dir, name));
    const short = await roundTrip(folders, (line) => console.log(line));
    for (const what of short) console.log(`fell short: ${what}`);
    console.log(short.length === 0 ? 'all is as it was' : `${short.length} fell short`);
    return short.length === 0 ? 0 : 1;
  }
  const rows: Row[] = [];
  const cores = availableParallelism();
  const pool = createParsePool({ size: cores, readers: cores });
  try {
    // A child starts with its first mail, which would stand as the slowest.
    const first = () => pool.parse(Readable.from([Buffer.from('Subject: first\n\nfirst')]));
    await Promise.all(Array.from({ length: cores }, first));
    for (const set of chosen) rows.push(await runSet(set, join(dir, set.name), pool));
  } finally {
    await pool.close();
  }
  console.log(table(rows));
  for (const row of rows) {
    for (const { name, good, of } of row.figures) console.log(`${row.set.name}: ${name}: ${good} of ${of}`);
    for (const { name, outcome, note } of row.verdicts)
      if (outcome === 'failed' || (values.verbose && outcome !== 'exact'))
        console.log(`${row.set.name}: ${name}: ${outcome}${note === undefined ? '' : `: ${note}`}`);
  }
  const short = rows.flatMap((row) => shortcomings(row).map((what) => `${row.set.name}: ${what}`));
  for (const what of short) console.log(`fell short: ${what}`);
  console.log(short.length === 0 ? `all ${rows.length} sets hold` : `${short.length} figures fell short`);
  return short.length === 0 ? 0 : 1;
}

process.exitCode = await main();
