/**
 * npm run bench: rates, latency and memory in one run, against a homeserver stand-in and with a durable Postgres. Every
 * rate stands next to the bare rate of the same PUTs in the same run, since no bridge is faster than its homeserver.
 */
import { parseArgs } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld } from './bench-world.ts';
import { enteredRooms, entryReport } from './entered-rooms.ts';
import { dayReport, DESK_MEMBERS, FULL_DAY, helpDesk } from './help-desk.ts';
import { memoryIn, memoryOut, type MemoryCost } from './memory.ts';
import { bareRate, latencies, mailInRate, mailOutRate, openRooms, percentile, type Rate } from './rates.ts';

const usage = `npm run bench [-- --mails N]

  --mails N   mails (and messages) of each rate, over all its rooms (default 400)
  --desk      instead: a day of a help desk with 2,000 threads, 10,000 mails and 4,000 answers (about ten minutes)
  --part N    with --desk: only this part of a day, 0 to 1 (default 1)
  --rooms N   instead: what a member's client has to hold with so many rooms, by invite: everyone and when-claimed, on a
              real Synapse`;

const WANTED_SHARE = 0.8;
const WANTED_MB = 80;

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '400' },
    desk: { type: 'boolean', default: false },
    part: { type: 'string', default: '1' },
    rooms: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help === true) {
  console.log(usage);
  process.exit(0);
}
const mails = Number(values.mails);
const state = join(tmpdir(), `mailroom-bench-${String(process.pid)}`);

if (values.rooms !== undefined) {
  const figures = await enteredRooms(Number(values.rooms), (line) => console.error(line));
  for (const line of entryReport(figures)) console.log(line);
  process.exit();
}

if (values.desk) {
  const desk = await startWorld(state, DESK_MEMBERS);
  try {
    const part = Number(values.part);
    const of = (count: number) => Math.round(count * part);
    const { threads, mails: all, answers } = FULL_DAY;
    const day = { threads: of(threads), mails: of(all), answers: of(answers) };
    const { lines, misses } = dayReport(await helpDesk(desk, day, (line) => console.error(line)));
    for (const line of [...lines, ...misses.map((miss) => `MISSED: ${miss}`)]) console.log(line);
    process.exitCode = misses.length === 0 ? 0 : 1;
  } finally {
    await desk.stop();
  }
  process.exit();
}

const world = await startWorld(state);
const rates: Rate[] = [];
let took: number[];
let cost: { readonly in: MemoryCost; readonly out: MemoryCost };
try {
  for (const delayMs of [0, 20]) {
    for (const rooms of [1, 10]) {
      const each = mails / rooms;
      world.homeserver.putDelayMs = delayMs;
      const opened = await openRooms(world, rooms);
      const bare = await bareRate(world, opened.rooms, each);
      rates.push({ what: 'mail to room', rooms, delayMs, bare, perSecond: await mailInRate(world, rooms, each) });
      rates.push({ what: 'room to relay', rooms, delayMs, bare, perSecond: await mailOutRate(world, rooms, each) });
    }
  }
  world.homeserver.putDelayMs = 0;
  took = await latencies(world, 40);
  cost = { in: await memoryIn(world), out: await memoryOut(world) };
} finally {
  await world.stop();
}

console.log(`\n${'walk'.padEnd(14)} rooms  PUT ms  per second  bare PUTs  share`);
for (const { what, rooms, delayMs, perSecond, bare } of rates) {
  const row = [rooms, delayMs, perSecond.toFixed(1), bare.toFixed(1), (perSecond / bare).toFixed(2)];
  console.log(
    `${what.padEnd(14)} ${row.map((cell, at) => String(cell).padStart([5, 7, 11, 10, 6][at] ?? 0)).join(' ')}`,
  );
}
console.log(
  `\ndelivery to event, ms (${String(took.length)} mails, one at a time; Dovecot tells of a mail 500 ms after it ` +
    `lies there): ` +
    `p50 ${percentile(took, 0.5).toFixed(0)}, p99 ${percentile(took, 0.99).toFixed(0)}`,
);
const over = ({ base, peak }: MemoryCost) => peak - base;
console.log(
  `50 MB attachment, resident MB over the base: in ${over(cost.in).toFixed(0)} (base ${cost.in.base.toFixed(0)}), ` +
    `out ${over(cost.out).toFixed(0)} (base ${cost.out.base.toFixed(0)})`,
);

const share = rates.find((one) => one.what === 'mail to room' && one.rooms === 1 && one.delayMs === 20);
const misses = [
  ...(share !== undefined && share.perSecond / share.bare >= WANTED_SHARE
    ? []
    : [`mail to 1 room at 20 ms is below ${String(WANTED_SHARE)} of the bare rate`]),
  ...(over(cost.in) < WANTED_MB && over(cost.out) < WANTED_MB
    ? []
    : [`a 50 MB attachment costs ${String(WANTED_MB)} MB or more`]),
];
for (const miss of misses) console.log(`MISSED: ${miss}`);
process.exitCode = misses.length === 0 ? 0 : 1;
