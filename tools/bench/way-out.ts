/** Messages of a member to the relay: how many a second next to the bare PUTs of the same run, and what each costs. */
import type { World } from './bench-world.ts';
import { bareRate, mailOutRate, openRooms } from './rates.ts';
import { costOf, kindsReport } from './reading.ts';
import type { Row } from './rows.ts';

interface Setting {
  readonly rooms: number;
  readonly delayMs: number;
  /** What the rate must reach. */
  readonly perSecond?: number;
}

/** 25 messages a second left ten rooms at 0 ms, 31 at 20 ms, before work of one moment was written together. */
const SETTINGS: readonly Setting[] = [
  { rooms: 1, delayMs: 0 },
  { rooms: 10, delayMs: 0, perSecond: 6 * 25 },
  { rooms: 1, delayMs: 20 },
  { rooms: 10, delayMs: 20, perSecond: 4 * 31 },
];

/** @param messages of each rate, over all its rooms */
export async function wayOut(world: World, messages: number, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { rooms: count, delayMs, perSecond } of SETTINGS) {
    const what = `message out of ${String(count)} room${count === 1 ? '' : 's'} at ${String(delayMs)} ms`;
    const each = Math.ceil(messages / count);
    world.homeserver.putDelayMs = delayMs;
    const opened = await openRooms(world, count);
    const bare = await bareRate(world, opened.rooms, each);
    const { rooms } = await openRooms(world, count);
    const start = await world.bridge.quietReading();
    const rate = await mailOutRate(world, rooms, each);
    const end = await world.bridge.quietReading();
    rows.push({
      what,
      figure: rate,
      unit: '/s',
      ...(perSecond === undefined ? {} : { wanted: { atLeast: perSecond } }),
    });
    rows.push({ what: `${what}, share of ${bare.toFixed(0)} bare PUTs/s`, figure: rate / bare });
    if (perSecond === undefined) continue;
    const cost = costOf(start, end, each * count);
    rows.push({ what: `${what}, statements a message`, figure: cost.statements, wanted: { atMost: 40 } });
    rows.push({ what: `${what}, commits a message`, figure: cost.commits, wanted: { atMost: 4 } });
    rows.push({ what: `${what}, main thread a message`, figure: cost.mainThreadMs, unit: 'ms' });
    for (const line of [`${what}, times a message:`, ...kindsReport(start, end, each * count, 90)]) say(line);
  }
  world.homeserver.putDelayMs = 0;
  return rows;
}
