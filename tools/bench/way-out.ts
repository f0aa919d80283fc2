/** Messages of a member to the relay: how many a second next to the bare PUTs of the same run. */
import type { World } from './bench-world.ts';
import { bareRate, mailOutRate, openRooms } from './rates.ts';
import type { Row } from './rows.ts';

/** @param messages of each rate, over all its rooms */
export async function wayOut(world: World, messages: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const delayMs of [0, 20]) {
    for (const rooms of [1, 10]) {
      const what = `message out of ${String(rooms)} room${rooms === 1 ? '' : 's'} at ${String(delayMs)} ms`;
      const each = Math.ceil(messages / rooms);
      world.homeserver.putDelayMs = delayMs;
      const opened = await openRooms(world, rooms);
      const bare = await bareRate(world, opened.rooms, each);
      const rate = await mailOutRate(world, rooms, each);
      rows.push({ what, figure: rate, unit: '/s' });
      rows.push({ what: `${what}, share of ${bare.toFixed(0)} bare PUTs/s`, figure: rate / bare });
    }
  }
  world.homeserver.putDelayMs = 0;
  return rows;
}
