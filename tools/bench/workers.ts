/** Mails into rooms of several accounts, with one process, two and four on one Postgres: the curve. */
import type { World } from './bench-world.ts';
import { mailInRate } from './rates.ts';
import type { Row } from './rows.ts';

const ROOMS = 8;

/** Reported as it is: on a machine whose cores are full with one process, more of them win nothing. */
export async function workerRows(world: World, mails: number, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  let alone = 0;
  for (const workers of [1, 2, 4]) {
    world.bridge.workers = workers;
    await world.bridge.stop();
    await world.bridge.start();
    const rate = await mailInRate(world, ROOMS, Math.ceil(mails / ROOMS), world.accounts);
    if (workers === 1) alone = rate;
    const what = `mail to ${String(ROOMS)} rooms of ${String(world.accounts.length)} accounts at 0 ms`;
    rows.push({ what: `${what}, ${String(workers)} process${workers === 1 ? '' : 'es'}`, figure: rate, unit: '/s' });
    say(`${what}: ${String(workers)} processes have ${(rate / alone).toFixed(2)} times the rate of one`);
  }
  world.bridge.workers = 1;
  await world.bridge.stop();
  await world.bridge.start();
  return rows;
}
