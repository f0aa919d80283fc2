import { providerOf, sealerOf } from '../app/settings.ts';
import { putGrant, takeGrant } from '../app/grants.ts';
import { MailroomError } from '../base/errors.ts';
import type { AccountConfig, Config } from '../config/config.ts';
import { connectNow } from '../db/intake-tables/accounts.ts';
import type { Database } from '../db/pool.ts';
import { beginCode, beginDevice, finishCode, revokeGrant } from '../logins/consent.ts';
import type { Grant, Provider } from '../logins/consent.ts';
import { addressKey, parseAddress } from '../mail/address.ts';
import { recordShell } from './acting.ts';
import { CONFIG_OPTION, EXIT, readArgsAndFiles, readConfig, UsageError, type Command, type Io } from './command.ts';
import { withDatabase } from './database.ts';

/** Where a browser is sent back to: nobody answers there, and the address that it shows is pasted. */
const HERE = 'http://localhost/mailroom';
/** A pasted address is no longer than this. */
const LONGEST_LINE = 16_384;

/** `mailroom login` */
export const loginCommand: Command = {
  summary: "let Mailroom into an account's mailbox by agreeing at its provider",
  help: `Usage: mailroom login ACCOUNT [--code] [--config FILE]
       mailroom login --end ACCOUNT [--config FILE]

For accounts with "oauth2: { provider: … }". Whoever may use the mailbox opens an address in a browser, logs in at the
provider, and agrees; what the provider gives is sealed in the database. A running Mailroom then logs in at once.

Where the provider takes codes, one is shown to be typed on its page. Elsewhere, and with --code, the browser ends at an
address that begins with ${HERE} and shows nothing: paste it here. It has to be registered at the provider as a place to
come back to.

      --code          with an address to be pasted, also where the provider takes codes
      --end           ends it again: here, and at the provider where it knows how
  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
`,
  async run(args, io) {
    const options = { ...CONFIG_OPTION, code: { type: 'boolean', default: false } } as const;
    const { values, files } = readArgsAndFiles(args, { ...options, end: { type: 'boolean', default: false } });
    const [id, ...more] = files;
    if (id === undefined || more.length > 0) throw new UsageError('mailroom login ACCOUNT');
    const config = readConfig(io, values.config);
    const { account, provider, takesCodes } = accountOf(config, id);
    if (values.end) {
      io.out(`${await withDatabase(config, (db) => end(db, config, account, provider, io.env))}\n`);
      return EXIT.ok;
    }
    const grant = await (takesCodes && !values.code ? byDevice(provider, io) : byAddress(provider, account, io));
    await withDatabase(config, (db) => keep(db, config, account, provider, grant, io.env));
    io.out(`${keptLine(account, grant)}\n`);
    return EXIT.ok;
  },
};

function accountOf(config: Config, id: string) {
  const account = config.accounts.find((one) => one.id === id);
  if (account === undefined) {
    throw new MailroomError('account-unknown', `${config.file} has no account "${id}"`);
  }
  const provider = account.oauth2?.grant === 'consent' ? providerOf(config, account.oauth2.provider) : null;
  if (account.oauth2?.grant !== 'consent' || provider === null) {
    throw new MailroomError(
      'no-provider',
      `accounts.${id} logs in without somebody's consent: set accounts.${id}.oauth2 to { provider: KEY }, a key of ` +
        'oauth2_providers, and leave out the passwords of imap and smtp',
    );
  }
  const takesCodes = config.oauth2Providers[account.oauth2.provider]?.deviceCode ?? false;
  return { account, provider, takesCodes };
}

async function byDevice(provider: Provider, io: Io): Promise<Grant> {
  const { url, code, wait } = await beginDevice(provider);
  io.out(`Open ${url}\nand type the code ${code}\n`);
  const stop = new AbortController();
  void io.stopped.then(() => stop.abort());
  return wait(stop.signal);
}

async function byAddress(provider: Provider, account: AccountConfig, io: Io): Promise<Grant> {
  const { url, awaited } = await beginCode(provider, HERE, account.imap.user);
  io.out(`Open\n\n${url}\n\nand paste here the address at which the browser ends (it begins with ${HERE}):\n`);
  const line = (await readLine(io)).trim();
  if (!URL.canParse(line)) throw new MailroomError('no-address', 'This is no address. Begin again.');
  return finishCode(provider, awaited, new URL(line));
}

async function readLine({ input }: Io): Promise<string> {
  let text = '';
  for await (const piece of input ?? []) {
    text += String(piece);
    if (text.includes('\n') || text.length > LONGEST_LINE) break;
  }
  return text.length > LONGEST_LINE ? '' : (text.split('\n')[0] ?? '');
}

function keep(
  db: Database,
  config: Config,
  { id }: AccountConfig,
  provider: Provider,
  { tokens }: Grant,
  env: Io['env'],
): Promise<void> {
  return db.transaction(async (tx) => {
    await putGrant(tx, sealerOf(config), id, provider, tokens);
    await recordShell(tx, env, { act: 'cli.login', account: id });
    // One that rests since its login was refused is tried at once.
    await connectNow(tx, [id]);
  });
}

/** Whose mailbox it is decides the mail server; who has agreed may be somebody else who may use it. */
function keptLine({ id, imap }: AccountConfig, { address }: Grant): string {
  const agreed = parseAddress(address ?? '');
  const meant = parseAddress(imap.user);
  const done = `Mailroom may use the mailbox of "${id}" now${agreed === null ? '' : `: ${agreed} has agreed`}.`;
  if (agreed === null || meant === null || addressKey(agreed) === addressKey(meant)) return done;
  return `${done} That is not ${meant}: see with "mailroom check" whether they may use it.`;
}

async function end(
  db: Database,
  config: Config,
  { id }: AccountConfig,
  provider: Provider,
  env: Io['env'],
): Promise<string> {
  const tokens = await db.transaction(async (tx) => {
    const taken = await takeGrant(tx, sealerOf(config), id);
    await recordShell(tx, env, { act: 'cli.login-end', account: id });
    return taken;
  });
  if (tokens === null) return `Nobody has let Mailroom into the mailbox of "${id}".`;
  const isEnded = await revokeGrant(provider, tokens);
  return isEnded
    ? `Ended, here and at the provider.`
    : `Ended here. The provider did not take it back: end it on the page of the mailbox's security settings.`;
}
