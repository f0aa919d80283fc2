/** Mails into rooms: how many a second next to the bare PUTs of the same run, and what each costs. */
import type { World } from './bench-world.ts';
import { bareRate, latencies, mailInRate, openRooms, percentile } from './rates.ts';
import { costOf, kindsReport } from './reading.ts';
import type { Row } from './rows.ts';

interface Setting {
  readonly rooms: number;
  readonly delayMs: number;
  /** What the share of the bare PUTs must reach. */
  readonly share?: number;
  /** What the rate must reach. */
  readonly perSecond?: number;
  /** What the rate must reach by that of the setting before, which has as many mails in fewer rooms. */
  readonly byBefore?: number;
  /** Whether what a mail costs is shown, with its thresholds. */
  readonly costs?: boolean;
}

/** 71 mails a second were taken into ten rooms at 0 ms before work of one moment was written together. */
const SETTINGS: readonly Setting[] = [
  { rooms: 1, delayMs: 0 },
  { rooms: 10, delayMs: 0, perSecond: 6 * 71, costs: true },
  { rooms: 100, delayMs: 0, byBefore: 0.8, costs: true },
  { rooms: 1, delayMs: 20, share: 0.95 },
  { rooms: 10, delayMs: 20, share: 0.6, costs: true },
];

/** @param mails of each rate, over all its rooms */
export async function wayIn(world: World, mails: number, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  let before = NaN;
  for (const { rooms, delayMs, share, perSecond, byBefore, costs } of SETTINGS) {
    const what = `mail to ${String(rooms)} room${rooms === 1 ? '' : 's'} at ${String(delayMs)} ms`;
    const each = Math.ceil(mails / rooms);
    world.homeserver.putDelayMs = delayMs;
    const opened = await openRooms(world, rooms);
    const bare = await bareRate(world, opened.rooms, each);
    const start = await startReading(world);
    const rate = await mailInRate(world, rooms, each);
    const end = await world.bridge.quietReading();
    rows.push({
      what,
      figure: rate,
      unit: '/s',
      ...(perSecond === undefined ? {} : { wanted: { atLeast: perSecond } }),
    });
    rows.push({
      what: `${what}, share of ${bare.toFixed(0)} bare PUTs/s`,
      figure: rate / bare,
      ...(share === undefined ? {} : { wanted: { atLeast: share } }),
    });
    if (byBefore !== undefined)
      rows.push({ what: `${what}, by the rate before`, figure: rate / before, wanted: { atLeast: byBefore } });
    before = rate;
    if (costs !== true) continue;
    const cost = costOf(start, end, each * rooms);
    rows.push({ what: `${what}, statements a mail`, figure: cost.statements, wanted: { atMost: 15 } });
    rows.push({ what: `${what}, commits a mail`, figure: cost.commits, wanted: { atMost: 1 } });
    rows.push({ what: `${what}, main thread a mail`, figure: cost.mainThreadMs, unit: 'ms' });
    for (const line of [`${what}, times a mail:`, ...kindsReport(start, end, each * rooms)]) say(line);
  }
  world.homeserver.putDelayMs = 0;
  return [...rows, ...(await latencyRows(world, 40))];
}

/** What a start costs that finds no mail: it is no part of what mails cost. */
async function startReading(world: World) {
  await world.bridge.stop();
  await world.bridge.start();
  return world.bridge.quietReading();
}

/** Dovecot tells of a mail 500 ms after it lies there. */
async function latencyRows(world: World, mails: number): Promise<Row[]> {
  const took = await latencies(world, mails);
  const what = (share: string) => `delivery to event, ${String(mails)} mails one at a time, ${share}`;
  return [
    { what: what('p50'), figure: percentile(took, 0.5), unit: 'ms' },
    { what: what('p99'), figure: percentile(took, 0.99), unit: 'ms' },
  ];
}
