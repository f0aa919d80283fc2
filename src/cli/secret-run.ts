/** The sealed secrets, for `mailroom secret`. No secret and no key is ever told. */
import type { Database } from '../db/pool.ts';
import { dropOldKeys, giveUpUnopened, reseal, sealedPlaces, unopened } from '../db/secret-tables/reseal.ts';
import type { Unopened } from '../db/secret-tables/reseal.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { nameOf } from '../secrets/sealing.ts';
import { MailroomError } from '../base/errors.ts';
import { recordedRun, recordShell } from './acting.ts';
import { EXIT } from './command.ts';
import type { ExitCode, Io } from './command.ts';

/** How many there are, and which do not open. */
export async function tellSealed(db: Database, sealer: Sealer, io: Io): Promise<ExitCode> {
  const all = await sealedPlaces(db);
  io.out(`${counted(all.length)} sealed in the database; the key is in ${sealer.file.path}.\n`);
  return tellUnopened(await unopened(db, sealer), io);
}

/** Seals all of them with a new version of the key. One run at a time. */
export async function resealAll(db: Database, sealer: Sealer, dropOld: boolean, io: Io): Promise<ExitCode> {
  const end = await db.hold('reseal');
  if (end === null)
    throw new MailroomError('reseal-runs', 'another "mailroom secret reseal" is at work: wait for its end');
  try {
    const done = await recordedRun(
      db,
      io.env,
      { act: 'cli.secret-reseal' },
      async () => {
        const resealed = await reseal(db, sealer);
        return { ...resealed, dropped: dropOld ? await dropOldKeys(db, sealer) : 0 };
      },
      ({ version, secrets, unopened: without, dropped }) => ({
        outcome: without.length === 0 ? 'done' : 'failed',
        facts: { version: version ?? 0, secrets, unopened: without.length, dropped },
      }),
    );
    if (done.version === null) io.out('Nothing was ever sealed: the first need makes the key.\n');
    else io.out(`${counted(done.secrets)} sealed anew, with version ${String(done.version)} of the key.\n`);
    if (done.dropped > 0) io.out(`${String(done.dropped)} old versions have left the file.\n`);
    return tellUnopened(done.unopened, io);
  } finally {
    await end();
  }
}

/** Gives up what no key opens. @param sure without, it is only told */
export async function giveUp(db: Database, sealer: Sealer, sure: boolean, io: Io): Promise<ExitCode> {
  if (!sure) {
    const lost = await unopened(db, sealer);
    tellUnopened(lost, io);
    io.out(`${counted(lost.length)} would be given up: --yes does it. A key file of a backup would open them again.\n`);
    return EXIT.ok;
  }
  const lost = await giveUpUnopened(db, sealer, (tx, places) =>
    recordShell(tx, io.env, { act: 'cli.secret-lost', facts: { secrets: places.length } }),
  );
  for (const place of lost) io.out(`${nameOf(place)}\n`);
  io.out(
    `${counted(lost.length)} given up. Give ${lost.length === 1 ? 'it' : 'them'} anew: mailroom ctl account change\n`,
  );
  return EXIT.ok;
}

function tellUnopened(all: readonly Unopened[], io: Io): ExitCode {
  for (const { failure, ...place } of all) io.out(`${nameOf(place)}: ${failure.message}\n`);
  return all.length === 0 ? EXIT.ok : EXIT.failed;
}

function counted(secrets: number): string {
  return secrets === 1 ? '1 secret' : `${String(secrets)} secrets`;
}
