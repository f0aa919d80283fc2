import { secretFingerprint } from '../bridge/keys.ts';
import type { Config } from '../config/config.ts';
import { keyRows } from '../db/key-versions.ts';
import type { KeyRow } from '../db/key-versions.ts';
import type { Database } from '../db/pool.ts';
import { sealerOf } from '../app/settings.ts';
import { leakKey, rotateKey } from '../handling/keyring.ts';
import { recordShell } from './acting.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command, type Io } from './command.ts';
import { withDatabase } from './database.ts';
import { giveUp, resealAll, tellSealed } from './secret-run.ts';

const ACTIONS = ['list', 'rotate', 'leaked', 'sealed', 'reseal', 'lost'];

/** `mailroom secret` */
export const secretCommand: Command = {
  summary: 'change the secret, and the key that seals passwords',
  help: `Usage: mailroom secret [list] [--config FILE]
       mailroom secret rotate [--leaked] [--config FILE]
       mailroom secret leaked VERSION [--config FILE]
       mailroom secret sealed [--config FILE]
       mailroom secret reseal [--drop-old] [--config FILE]
       mailroom secret lost [--yes] [--config FILE]

Every id and token is made with the secret of the config, and the database knows under which version of it.

  list     the versions, and whether the config has the secret of each
  rotate   the secret of the config becomes the current one. Before: stop every process of Mailroom, make a new secret
           (openssl rand -hex 32), put it into "secret" and the one of until now into "old_secrets". What was made with
           that stays understood as long as it stands there
  leaked   a secret of before is known to be in other hands: what was made with it counts from now on only for mails
           and conversations that the database has

Passwords and tokens of accounts that are not in the config are in the database, sealed with the key in
secrets.key_file. Mailroom may run meanwhile.

  sealed   how many there are, and which do not open
  reseal   adds a version of the key to the file, and seals everything with it. One that was ended is finished by the
           next. With several machines, copy the file to all of them at once
  lost     the key is lost for good: gives up what no key opens, so that passwords can be given anew

      --leaked        (rotate) the secret of until now is in other hands: as "leaked", at once
      --drop-old      (reseal) versions that seal nothing any more leave the file: backups of before do not open then
      --yes           (lost) do it; without, it is only told
  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)

A change is one transaction (reseal: one for each secret): asking for it again changes nothing more. docs/operating.md
says what else to do after a leak.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, {
      ...CONFIG_OPTION,
      leaked: { type: 'boolean', default: false },
      'drop-old': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    });
    const [action = 'list', given, ...more] = files;
    const version = action === 'leaked' ? readVersion(given) : null;
    if (!ACTIONS.includes(action)) throw new UsageError(`mailroom secret has no ${action}`);
    if (more.length > 0 || (version === null && given !== undefined)) throw new UsageError('Too many words');
    if (values.leaked && action !== 'rotate') throw new UsageError('--leaked belongs to rotate');
    if (values['drop-old'] && action !== 'reseal') throw new UsageError('--drop-old belongs to reseal');
    if (values.yes && action !== 'lost') throw new UsageError('--yes belongs to lost');
    const config = readConfig(io, values.config);
    return withDatabase(config, async (db) => {
      const sealer = sealerOf(config);
      if (action === 'rotate') io.out(`${await rotate(db, config, values.leaked, io.env)}\n`);
      if (version !== null) {
        await leakKey(db, version, (tx) => recordShell(tx, io.env, { act: 'cli.secret-leaked', facts: { version } }));
        io.out(`Version ${version} counts as leaked.\n`);
      }
      if (action === 'list') io.out(listOf(await keyRows(db), config));
      if (action === 'sealed') return tellSealed(db, sealer, io);
      if (action === 'reseal') return resealAll(db, sealer, values['drop-old'], io);
      if (action === 'lost') return giveUp(db, sealer, values.yes, io);
      return EXIT.ok;
    });
  },
};

function readVersion(given: string | undefined): number {
  if (given === undefined || !/^[1-9]\d{0,8}$/.test(given)) throw new UsageError('Which version? "list" shows them');
  return Number(given);
}

async function rotate(db: Database, config: Config, leaked: boolean, env: Io['env']): Promise<string> {
  const rotation = await rotateKey(db, config, leaked, (tx, to) =>
    recordShell(tx, env, { act: 'cli.secret-rotate', facts: { version: to, leaked } }),
  );
  if (rotation.do === 'nothing') return `The config has the current one already (version ${rotation.version}).`;
  const { version, before } = rotation;
  const became = leaked ? 'leaked' : 'retired';
  return `Version ${version} is current, version ${before} is ${became}. Mailroom can be started.`;
}

function listOf(rows: readonly KeyRow[], { secret, oldSecrets }: Config): string {
  if (rows.length === 0) return 'No version yet: the first start makes it.\n';
  const known = new Set([secret, ...oldSecrets].map(secretFingerprint));
  return rows
    .map(({ version, state, derivation, fingerprint, since }) => {
      const made = derivation === 'plain' ? ', as before versions were' : '';
      const there = fingerprint === null || known.has(fingerprint) ? '' : ', its secret is not in the config';
      const day = since.toISOString().slice(0, 10);
      return `${String(version).padStart(3)}  ${state.padEnd(7)}  since ${day}${made}${there}\n`;
    })
    .join('');
}
