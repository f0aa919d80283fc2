import { readFile, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { accountsOf } from '../app/settings.ts';
import { errorText, MailroomError } from '../base/errors.ts';
import type { Account } from '../bridge/account/account.ts';
import { GhostCodec } from '../bridge/ids.ts';
import { publicKeyOf } from '../bridge/signing.ts';
import type { AccountId } from '../bridge/types.ts';
import { usableRegistration } from '../check/usable-registration.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/pool.ts';
import {
  beginErasure,
  keepErasedOut,
  keptOut,
  loadErasure,
  noteStep,
  openErasure,
} from '../db/retention-tables/erasures.ts';
import { addressesKnown } from '../db/retention-tables/erasure-scope.ts';
import { certificateOf, readCertificate, type Certificate } from '../erasing/certificate.ts';
import { erase, type EraseDeps } from '../erasing/erase.ts';
import { HeldMails } from '../erasing/held-mails.ts';
import { scopeOf, type AccountScope, type ErasureOf } from '../erasing/scope.ts';
import { openKeys } from '../handling/keyring.ts';
import { readFailures } from '../handling/matrix-failure.ts';
import { Patience } from '../importing/patience.ts';
import { printable } from '../inspect/page.ts';
import { MatrixClient } from '../matrix/client.ts';
import { OtherRequests } from '../matrix/others.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import {
  CONFIG_OPTION,
  EXIT,
  readArgsAndFiles,
  readConfig,
  UsageError,
  type Command,
  type ExitCode,
  type Io,
} from './command.ts';
import { wholeConfig, withDatabase } from './database.ts';
import { shellActor } from './acting.ts';
import { entryOf, readSubject } from './subject.ts';

const OPTIONS = {
  ...CONFIG_OPTION,
  yes: { type: 'boolean', default: false },
  'for-good': { type: 'boolean', default: false },
  account: { type: 'string' },
  certificate: { type: 'string' },
  again: { type: 'string' },
} as const;

/** `mailroom erase` */
export const eraseCommand: Command = {
  summary: 'erase all of an address or of a conversation, with a certificate',
  help: `Usage: mailroom erase ADDRESS|THREAD|ROOM [--yes] [--certificate FILE] [--for-good]
       mailroom erase --again CERTIFICATE [--yes]

Without --yes it says what would go, and changes nothing. With it: of an address all mails that it wrote and that went
to it alone, and its name in all others; of a conversation (by its id, or its room, !…) everything, notes too. Events
are redacted, files deleted where the homeserver lets us, what waits is withdrawn. Mailroom may run meanwhile. The same
command goes on with what was stopped or killed. What was erased does not come back from the mailbox or by an import;
what the address writes later does, as anybody's, but for --for-good.

      --yes                do it
      --account KEY        a conversation of this account, or nothing
      --certificate FILE   where the certificate goes (default: erasure-ID.json in this folder); it names nobody
      --for-good           also what the address writes from now on stays out
      --again CERTIFICATE  after a restore of an older database: the same once more
  -c, --config FILE        the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit codes: 0 done, or nothing was to be done; 1 the homeserver refused something, or it was stopped or may not be.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    const [given, second] = files;
    if (second !== undefined || (given === undefined) === (values.again === undefined)) {
      throw new UsageError('What? mailroom erase ADDRESS, THREAD or ROOM; or --again CERTIFICATE');
    }
    const config = readConfig(io, values.config);
    return withDatabase(config, async (db) => {
      const of =
        values.again === undefined
          ? await subjectOf(db, given ?? '', values.account)
          : await again(db, config, values.again, values.yes);
      if (of === null) {
        const kept = values.yes ? 'it is kept out from now on' : 'with --yes it is kept out from now on';
        io.out(`Nothing of it is in this database; ${kept}.\n`);
        return EXIT.ok;
      }
      const whole = await wholeConfig(db, config);
      return await run(db, whole, io, { of, ...values, forGood: values['for-good'] });
    });
  },
};

async function subjectOf(db: Database, given: string, account: string | undefined): Promise<ErasureOf> {
  const { kind, subject } = await readSubject(db, given);
  if (kind === 'account') {
    throw new UsageError('A whole account is not erased by this: name an address or a conversation');
  }
  if (account !== undefined && kind === 'thread') {
    const { rows } = await db.query('SELECT FROM threads WHERE thread = $1 AND account = $2', [subject, account]);
    if (rows.length === 0) throw new MailroomError('nothing-there', `no conversation of ${account} has this id`);
  }
  return { kind, subject };
}

interface Asked {
  readonly of: ErasureOf;
  readonly yes: boolean;
  readonly forGood: boolean;
  readonly certificate?: string | undefined;
}

async function run(db: Database, config: Config, io: Io, asked: Asked): Promise<ExitCode> {
  const accounts = accountsOf(config);
  const parser = createParsePool({ size: 1 });
  try {
    const waiting = new HeldMails(async (source) => {
      const parsed = await parser.parseHeader(source);
      return parsed.ok ? parsed.mail : null;
    });
    return await runWith(db, config, io, { ...asked, accounts, waiting });
  } finally {
    await parser.close();
  }
}

async function runWith(
  db: Database,
  config: Config,
  io: Io,
  asked: Asked & { readonly accounts: ReadonlyMap<AccountId, Account>; readonly waiting: HeldMails },
): Promise<ExitCode> {
  const { of, yes, forGood, accounts, waiting } = asked;
  const begun = await openErasure(db, of.kind, of.subject);
  if (begun === null) io.out(planText(await scopeOf(db, of, accounts, waiting), of));
  else io.out('It was begun and not ended; it goes on.\n');
  if (!yes) {
    io.out('Nothing was changed. Do it with --yes\n');
    return EXIT.ok;
  }
  const by = shellActor(io.env);
  const entry = entryOf('cli.erase', by, of);
  const done = await withMatrix(db, config, io, (deps) => erase({ ...deps, waiting }, { of, forGood, by, entry }));
  const file = asked.certificate ?? `erasure-${done.erasure}.json`;
  const thread = of.kind === 'thread' ? of.subject : null;
  await writeFile(file, certificateOf(done, await keptOut(db, done.erasure), { thread, secret: config.secret }), {
    flag: 'wx',
    mode: 0o600,
  });
  const refused = Object.keys(done.counts).filter((what) => what.includes(' refused: '));
  io.out(
    printable(
      Object.entries(done.counts)
        .map(([what, count]) => `  ${String(count)} ${what}\n`)
        .join(''),
    ),
  );
  io.out(`Erased. The certificate is ${file}: keep it with the backups.\n`);
  return refused.length === 0 ? EXIT.ok : EXIT.failed;
}

async function withMatrix<T>(
  db: Database,
  config: Config,
  io: Io,
  work: (deps: Omit<EraseDeps, 'waiting'>) => Promise<T>,
): Promise<T> {
  const registration = await usableRegistration(config);
  const { url, ca, domain } = config.homeserver;
  const { bot, ghostPrefix: prefix } = config.appservice;
  const client = new MatrixClient({
    ...{ url, token: registration.as_token, timeoutMs: config.times.homeserver },
    ...(ca === null ? {} : { ca }),
  });
  const stopping = new AbortController();
  void io.stopped.then((reason) => stopping.abort(reason));
  const others = new OtherRequests(client, () => performance.now());
  const patience = new Patience({
    signal: stopping.signal,
    failure: readFailures(() => others.answered()),
    waiting: (what) => io.err(what === null ? 'it goes on\n' : printable(`waiting for ${what}\n`)),
  });
  try {
    return await work({
      ...{ db, client, patience, accounts: accountsOf(config), newId: randomUUID, failpoint: () => undefined },
      ids: await openKeys(db, config),
      codec: new GhostCodec({ prefix, domain, bot }),
    });
  } finally {
    client.close();
  }
}

function planText(scopes: readonly AccountScope[], { kind }: ErasureOf): string {
  const lines = scopes.flatMap(
    ({ account, messages, outgoing, imported, threads, naming, copies, held, undecided }) => {
      const counts = [
        `${String(messages.length + outgoing.length)} mails in conversations`,
        `${String(imported.length)} imported`,
        `${String(threads.length)} conversations of which nothing is left`,
        ...(kind === 'address' ? [`${String(naming)} of others that name it`] : []),
        ...(held.length === 0 ? [] : [`${String(held.length)} that wait for a decision`]),
        `the bytes of ${String(copies.length)}`,
      ];
      const waiting =
        undecided === 0
          ? []
          : [
              `  ${String(undecided)} mails of others wait for a decision, or cannot be read: ` +
                'what they quote of it stays',
            ];
      return [`${account}: ${counts.join(', ')}`, ...waiting];
    },
  );
  return `${['This would be erased:', ...lines].join('\n')}\n`;
}

/** What a certificate is about, as this database knows it; null where it knows nothing: it is only kept out then. */
async function again(db: Database, config: Config, file: string, yes: boolean): Promise<ErasureOf | null> {
  const keys = [config.secret, ...config.oldSecrets].map(publicKeyOf);
  const certificate = readCertificate(await readSmall(file), keys);
  const found = await foundAgain(db, config, certificate);
  if (yes) await keepOutAgain(db, certificate);
  return found;
}

async function foundAgain(db: Database, config: Config, { kind, subject }: Certificate): Promise<ErasureOf | null> {
  if (kind === 'thread') {
    const { rows } = await db.query('SELECT FROM threads WHERE thread = $1', [subject]);
    return rows.length === 0 ? null : { kind, subject };
  }
  const ids = await openKeys(db, config);
  for await (const address of addressesKnown(db)) {
    if (ids.erased('' as AccountId, 'address', address).known.includes(subject)) return { kind, subject: address };
  }
  return null;
}

async function keepOutAgain(db: Database, certificate: Certificate): Promise<void> {
  const { erasure, kind, subject, counts, kept_out: hashes } = certificate;
  await db.transaction(async (tx) => {
    if ((await loadErasure(tx, erasure)) === null) {
      const by = shellActor({});
      await beginErasure(tx, { erasure, kind, subject: null, subjectHash: subject, forGood: false, by });
      await noteStep(tx, erasure, 'done', counts);
    }
    for (const account of new Set(hashes.map((one) => one.account))) {
      await keepErasedOut(
        tx,
        { account, erasure },
        hashes.filter((one) => one.account === account),
      );
    }
  });
}

/** A certificate has a line for each mail. */
const LARGEST = 256 * 1024 * 1024;

async function readSmall(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST) throw new MailroomError('too-large', 'it is too large');
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new MailroomError('no-certificate', `${file} cannot be read: ${errorText(error)}`, { cause: error });
  }
}
