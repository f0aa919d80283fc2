/**
 * Five thousand mails that wait when Mailroom comes up: the newest conversation of each account, which came last, is
 * shown long before all that is older is.
 */
import { randomUUID } from 'node:crypto';
import { until, type World } from './bench-world.ts';
import { mail, openRooms } from './rates.ts';
import type { Row } from './rows.ts';

const WAITING = 5_000;
/** Old conversations of each account, over which what waits is spread. */
const ROOMS = 10;
/** Of all that waits, what may be shown before the newest conversation of an account is. */
const WANTED = 0.5;

const author = 'Dora <dora@out.test>';

/** Puts them into the mailboxes, the newest conversation of each account last; its name by the account. */
async function fill(world: World, threads: readonly string[], each: number): Promise<ReadonlyMap<string, string>> {
  const { accounts } = world;
  const newest = new Map<string, string>();
  await Promise.all(
    accounts.map(async (account, at) => {
      const own = threads.filter((_, thread) => thread % accounts.length === at);
      for (let n = 0; n < each - 1; n++) {
        const text = mail(
          own[n % own.length] ?? '',
          1 + Math.floor(n / own.length),
          'Still dark.\r\n',
          author,
          account,
        );
        await world.dovecot.save(account, 'INBOX', text);
      }
      const thread = randomUUID().slice(0, 8);
      newest.set(thread, account);
      await world.dovecot.save(account, 'INBOX', mail(thread, 0, 'A new lamp.\r\n', author, account));
    }),
  );
  return newest;
}

export async function waitingRows(world: World, _mails: number, say: (line: string) => void): Promise<Row[]> {
  const { accounts } = world;
  const { threads } = await openRooms(world, ROOMS * accounts.length, accounts);
  await world.bridge.stop();
  const each = WAITING / accounts.length;
  const newest = await fill(world, threads, each);
  const from = world.homeserver.effects.length;
  let seen = from;
  let shown = 0;
  const before = new Map<string, number>();
  const look = (): boolean => {
    const { effects } = world.homeserver;
    for (; seen < effects.length; seen++) {
      const effect = effects[seen];
      if (effect?.kind !== 'event' || effect.event.type !== 'm.room.message') continue;
      const [, thread = ''] = /^Mail (\w+) \d+/.exec(String(effect.event.content['body'])) ?? [];
      if (thread === '') continue;
      const account = newest.get(thread);
      if (account !== undefined) before.set(account, shown);
      shown += 1;
    }
    return shown >= WAITING;
  };
  const began = performance.now();
  await Promise.all([world.bridge.start(), until(`${String(WAITING)} mails in their rooms`, look)]);
  const seconds = (performance.now() - began) / 1000;
  const last = Math.max(...accounts.map((account) => before.get(account) ?? Infinity));
  say(`${String(WAITING)} mails that waited: ${seconds.toFixed(0)} s; shown before the newest conversation of each:`);
  for (const [account, count] of before) say(`  ${account}: ${String(count)}`);
  const what = `${String(WAITING)} mails waiting in ${String(accounts.length)} accounts`;
  return [
    { what: `${what}, a second`, figure: WAITING / seconds, unit: '/s' },
    { what: `${what}, share before the newest conversation`, figure: last / WAITING, wanted: { atMost: WANTED } },
  ];
}
