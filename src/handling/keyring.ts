/**
 * The key of a database and a config: the config has the secrets, the database says which version each is. A secret
 * that was changed without a word is refused: under another key Mailroom would not know its own rooms and mails.
 */
import { MailroomError } from '../base/errors.ts';
import { IdKey } from '../bridge/ids.ts';
import { adopted, keysOf, markedLeaked, rotated } from '../bridge/key-versions.ts';
import type { KeyChange, Rotation, Secrets } from '../bridge/key-versions.ts';
import { accountNames } from '../db/account-identities.ts';
import { addKeyRow, isAnyAlive, keyRows, lockKeyRows, setKeyRow } from '../db/key-versions.ts';
import type { Database, Transaction } from '../db/pool.ts';

/** What a config says of its secrets. */
interface ConfigSecrets {
  readonly secret: string;
  readonly oldSecrets: readonly string[];
}

function secretsOf({ secret, oldSecrets: old }: ConfigSecrets): Secrets {
  return { secret, old };
}

/** The key; a database that has none yet gets its versions. Throws MailroomError where the secret is another. */
export async function openKeys(db: Database, config: ConfigSecrets): Promise<IdKey> {
  const secrets = secretsOf(config);
  let rows = await keyRows(db);
  if (adopted(rows, secrets) !== null) {
    rows = await db.transaction(async (tx) => {
      const first = adopted(await lockKeyRows(tx), secrets);
      if (first !== null) await write(tx, first);
      return keyRows(tx);
    });
  }
  const keys = keysOf(rows, secrets);
  if (keys !== null) return new IdKey(keys, await accountNames(db));
  throw new MailroomError(
    'secret-changed',
    'the secret of the config is not the one that this database was last used with. If it was changed by mistake, ' +
      'put it back. If it is to be changed: the one of before goes into old_secrets, then "mailroom secret rotate"',
  );
}

/**
 * Makes the secret of the config the current one, in one transaction: it is done or not, whenever the process ends.
 * Throws MailroomError where it may not be, with what to do.
 *
 * @param record writes down that it was done, in the same transaction
 */
export async function rotateKey(
  db: Database,
  config: ConfigSecrets,
  leaked: boolean,
  record: (tx: Transaction, version: number) => Promise<void> = () => Promise.resolve(),
): Promise<Exclude<Rotation, { readonly do: 'refuse' }>> {
  return db.transaction(async (tx) => {
    const rotation = rotated(await lockKeyRows(tx), secretsOf(config), leaked);
    if (rotation.do === 'refuse') throw new MailroomError(`secret-${rotation.why}`, REFUSALS[rotation.why]);
    if (rotation.do === 'write') {
      await refuseWhileRunning(tx);
      await write(tx, rotation.change);
      await record(tx, rotation.version);
    }
    return rotation;
  });
}

/** Marks a retired version as leaked; `record` as above. Throws MailroomError where that cannot be. */
export async function leakKey(
  db: Database,
  version: number,
  record: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const change = markedLeaked(await lockKeyRows(tx), version);
    if (change === null) throw new MailroomError('secret-unknown', `there is no version ${String(version)} of the key`);
    if (change === 'current') {
      const how =
        'put a new secret into the config, the one of now into old_secrets, then "mailroom secret rotate --leaked"';
      throw new MailroomError('secret-current', `version ${String(version)} is in use: ${how}`);
    }
    await refuseWhileRunning(tx);
    await write(tx, change);
    await record(tx);
  });
}

const REFUSALS: Readonly<Record<Extract<Rotation, { readonly do: 'refuse' }>['why'], string>> = {
  'not-begun': 'nothing was made with a secret here yet: start Mailroom, there is nothing to change',
  'used-before': 'this secret was used here before: make a new one (openssl rand -hex 32)',
  'old-missing':
    'the secret of before is not in old_secrets: what was made with it would not be known any more. Put it there, ' +
    'even where it is leaked',
};

/** A process that goes on under the old secret would make what nobody knows afterwards to be old. */
async function refuseWhileRunning(tx: Transaction): Promise<void> {
  if (!(await isAnyAlive(tx))) return;
  throw new MailroomError(
    'still-running',
    'Mailroom is running on this database: stop every process of it first (one that was killed counts as running for ' +
      'some seconds more)',
  );
}

async function write(tx: Transaction, { set, add }: KeyChange): Promise<void> {
  for (const row of set) await setKeyRow(tx, row.version, row);
  for (const row of add) await addKeyRow(tx, row);
}
