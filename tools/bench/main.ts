/**
 * npm run bench: rates, what a mail costs, latency and memory in one run, against a homeserver stand-in and with a
 * durable Postgres. Every rate stands next to the bare rate of the same PUTs in the same run, since no bridge is faster
 * than its homeserver. Ends with 1 where a row misses its threshold.
 */
import { parseArgs } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type World } from './bench-world.ts';
import { ENTRY_POLICIES, enteredRooms, entryReport } from './entered-rooms.ts';
import { dayReport, DESK_MEMBERS, FULL_DAY, helpDesk } from './help-desk.ts';
import { growthRows } from './growth.ts';
import { idleRows } from './idle.ts';
import { inspectRows } from './inspecting.ts';
import { memoryRows } from './memory.ts';
import { oldMailRows } from './old-mail.ts';
import { besideRows } from './old-mail-beside.ts';
import { isMet, rowsReport, type Row } from './rows.ts';
import { synapseRows } from './synapse.ts';
import { waitingRows } from './waiting.ts';
import { wayIn } from './way-in.ts';
import { wayOut } from './way-out.ts';
import { workerRows } from './workers.ts';

const usage = `npm run bench [-- --mails N]

  --mails N   mails (and messages) of each rate, over all its rooms (default 400)
  --only A,B  only these of: in, out, memory, inspect, workers, waiting, idle, growth
  --synapse   instead: mails into rooms of a real Synapse on this machine, next to the bare PUTs to it
  --desk      instead: a day of a help desk with 2,000 threads, 10,000 mails and 4,000 answers (about ten minutes)
  --part N    with --desk: only this part of a day, 0 to 1 (default 1)
  --rooms N   instead: what a member's client has to hold with so many rooms, by invite: everyone and when-claimed, on a
              real Synapse
  --archive   instead: imports of old mail, of 1,000 and 10,000 mails, and of 5,000 beside living mail
  --sizes N,M with --archive: of so many mails
  --policy P  with --rooms: only this of the two`;

/** What is measured in one world, one after the other. */
const PARTS: Readonly<Record<string, (world: World, mails: number, say: (line: string) => void) => Promise<Row[]>>> = {
  in: wayIn,
  out: wayOut,
  memory: memoryRows,
  inspect: inspectRows,
  workers: workerRows,
  waiting: waitingRows,
  idle: idleRows,
  growth: growthRows,
};

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '400' },
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    desk: { type: 'boolean', default: false },
    synapse: { type: 'boolean', default: false },
    part: { type: 'string', default: '1' },
    archive: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,10000' },
    rooms: { type: 'string' },
    policy: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help === true) {
  console.log(usage);
  process.exit(0);
}
const state = join(tmpdir(), `mailroom-bench-${String(process.pid)}`);
const say = (line: string): void => console.error(line);

if (values.rooms !== undefined) {
  const policies = ENTRY_POLICIES.filter((policy) => policy === (values.policy ?? policy));
  if (policies.length === 0) throw new Error(`--policy knows ${ENTRY_POLICIES.join(', ')}`);
  const figures = await enteredRooms(Number(values.rooms), policies, say);
  for (const line of entryReport(figures)) console.log(line);
  process.exit();
}

if (values.archive) {
  const figures = await oldMailRows(values.sizes.split(',').filter(Boolean).map(Number), say);
  const living = await startWorld(state);
  try {
    figures.push(...(await besideRows(living, state, say)));
  } finally {
    await living.stop();
  }
  for (const line of rowsReport(figures)) console.log(line);
  process.exit(figures.every(isMet) ? 0 : 1);
}

if (values.synapse) {
  const figures = await synapseRows(Number(values.mails), say);
  for (const line of rowsReport(figures)) console.log(line);
  process.exit(figures.every(isMet) ? 0 : 1);
}

if (values.desk) {
  const desk = await startWorld(state, DESK_MEMBERS);
  try {
    const part = Number(values.part);
    const of = (count: number) => Math.round(count * part);
    const { threads, mails: all, answers } = FULL_DAY;
    const day = { threads: of(threads), mails: of(all), answers: of(answers) };
    const { lines, misses } = dayReport(await helpDesk(desk, day, say));
    for (const line of [...lines, ...misses.map((miss) => `MISSED: ${miss}`)]) console.log(line);
    process.exitCode = misses.length === 0 ? 0 : 1;
  } finally {
    await desk.stop();
  }
  process.exit();
}

const parts = values.only.split(',').map((name) => {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`--only knows ${Object.keys(PARTS).join(', ')}, not ${name}`);
  return { name, part };
});
const world = await startWorld(state);
const rows: Row[] = [];
try {
  for (const { name, part } of parts) {
    try {
      rows.push(...(await part(world, Number(values.mails), say)));
    } catch (error) {
      // The other parts are measured all the same.
      console.error(error);
      rows.push({ what: `${name}, which could not be measured`, figure: NaN, wanted: { atLeast: 0 } });
    }
  }
} finally {
  await world.stop();
}
for (const line of rowsReport(rows)) console.log(line);
// Said outright: the embedded Postgres of the tests ends a process that has nothing left to do with 0, whatever
// `exitCode` is (its `beforeExit` hook).
process.exit(rows.every(isMet) ? 0 : 1);
