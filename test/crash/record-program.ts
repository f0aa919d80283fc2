/**
 * Acts with their entries in the record, by several writers at once, beside a keeper; or one that ends by SIGKILL
 * at a step. Arguments: the URL of the database, writers, acts of each; or the URL and the step.
 */
import { silentLog } from '../../src/base/log.ts';
import { appendAudit, chainWaiting, forgetPerson, tryLockChain } from '../../src/db/record-tables/audit.ts';
import { Database } from '../../src/db/pool.ts';
import type { Transaction } from '../../src/db/pool.ts';
import { RecordKeeper } from '../../src/watch/record-keeper.ts';

const [url = '', first = '', second] = process.argv.slice(2);
const db = new Database({ url, onError: () => undefined });
const keeper = new RecordKeeper({ db, log: silentLog(), secret: 'a secret of thirty-two characters' });

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function act(tx: Transaction, name: string, at = ''): Promise<void> {
  await tx.query('INSERT INTO acts (act) VALUES ($1)', [name]);
  if (at === 'act') die();
  await appendAudit(tx, {
    act: `command.${name}`,
    who: '@alice:matrix.test',
    via: 'room',
    whom: [`${name}@outside.example`],
  });
  if (at === 'entry') die();
}

/** Each of these kills the process within it. */
const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  act: () => db.transaction((tx) => act(tx, 'one', 'act')),
  entry: () => db.transaction((tx) => act(tx, 'one', 'entry')),
  committed: async () => {
    await db.transaction((tx) => act(tx, 'one'));
    die();
  },
  chained: async () => {
    await db.transaction((tx) => act(tx, 'one'));
    await db.transaction(async (tx) => {
      await tryLockChain(tx);
      await chainWaiting(tx);
      die();
    });
  },
  signed: async () => {
    await db.transaction((tx) => act(tx, 'one'));
    await keeper.keep();
    die();
  },
  forgotten: async () => {
    await db.transaction((tx) => act(tx, 'one'));
    await db.transaction(async (tx) => {
      await forgetPerson(tx, 'one@outside.example');
      die();
    });
  },
};

if (second === undefined) {
  await STEPS[first]?.();
} else {
  const writers = Array.from({ length: Number(first) }, async (_, writer) => {
    for (let n = 0; n < Number(second); n += 1) {
      const name = `${String(process.pid)}-${String(writer)}-${String(n)}`;
      await db.transaction((tx) => act(tx, name));
      if (n % 4 === 0) await keeper.keep({ signs: 'now' });
      // Whoever is erased meanwhile.
      if (n % 7 === 0) await db.transaction((tx) => forgetPerson(tx, `${name}@outside.example`));
    }
  });
  await Promise.all(writers);
  await db.close();
}
