/**
 * Reading the config file: YAML, then the schema, then what only the whole can tell. All that is wrong comes at once.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { AccountId, UserId } from '../bridge/types.ts';
import { ConfigError, explainIssues, type ConfigProblem } from './config-error.ts';
import { configSchema, observability, type AccountValues, type ConfigValues } from './schema.ts';
import type { ConfigSources } from './values.ts';
import { errorCode } from '../base/errors.ts';
import { addressKey } from '../mail/address.ts';

/** The whole config. Durations are milliseconds, sizes bytes, paths absolute, secrets resolved. */
export interface Config extends Omit<ConfigValues, 'accounts' | 'database'> {
  /** Absolute path of the file that it came from. */
  readonly file: string;
  readonly database: DatabaseConfig;
  /** In the order of the file. */
  readonly accounts: readonly AccountConfig[];
}

export type DatabaseConfig =
  | { readonly kind: 'url'; readonly url: string; readonly connections: number }
  | { readonly kind: 'embedded'; readonly folder: string; readonly connections: number };

/**
 * One account; `imap.ca` and `smtp.ca` hold certificates (PEM) or null, `smtp.login` is null where the relay wants
 * none.
 */
export interface AccountConfig extends AccountValues {
  readonly id: AccountId;
  /** Null for one of the config file. */
  readonly own: OwnAccount | null;
}

/** What is known of an account that was added while Mailroom runs. */
interface OwnAccount {
  /** The Matrix user whose own mailbox it is; null for one of a team. */
  readonly owner: UserId | null;
  /** Why its secrets cannot be had, in words for operators; null where they can. */
  readonly trouble: string | null;
}

/**
 * Reads, checks and resolves a config file.
 *
 * @param file path of the file; relative paths in it start at its folder
 * @param env environment for `{ env: NAME }`
 * @throws ConfigError with everything that is wrong with it
 */
export function loadConfig(file: string, env: Readonly<Record<string, string | undefined>>): Config {
  const path = resolve(file);
  const text = readText(path);
  return parseConfig(text, path, { folder: dirname(path), readFile: (name) => readFileSync(name, 'utf8'), env });
}

/**
 * Where a config file says that /health is answered. Nothing else in the file is looked at: a process that works goes
 * on working with a file that somebody has spoilt since.
 *
 * @throws ConfigError where the file or that section cannot be read
 */
export function loadObservability(file: string): Config['observability'] {
  const path = resolve(file);
  const value = z.record(z.string(), z.unknown()).parse(readYaml(readText(path), path));
  const parsed = z.object({ observability: observability() }).safeParse(value);
  if (!parsed.success) throw new ConfigError(path, explainIssues(parsed.error.issues, value, configJsonSchema()));
  return parsed.data.observability;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(path, [{ path: '', text: `cannot be read (${errorCode(error)})` }]);
  }
}

/**
 * As `loadConfig`, of a text. `file` is only for messages.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function parseConfig(text: string, file: string, sources: ConfigSources): Config {
  const value = readYaml(text, file);
  const parsed = configSchema(sources).safeParse(value);
  if (!parsed.success) throw new ConfigError(file, explainIssues(parsed.error.issues, value, configJsonSchema()));
  const { database, accounts, ...rest } = parsed.data;
  const config: Config = {
    ...rest,
    file,
    database:
      'url' in database
        ? { kind: 'url', url: database.url, connections: database.connections }
        : { kind: 'embedded', folder: database.embedded, connections: database.connections },
    accounts: Object.entries(accounts).map(([id, account]) => ({ ...account, id: id as AccountId, own: null })),
  };
  const problems = wholeProblems(config);
  if (problems.length > 0) throw new ConfigError(file, problems);
  return config;
}

/** The JSON schema of the file, for editors; `config.schema.json` is this. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = configSchema({ folder: '/', readFile: () => '', env: {} });
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    // zod leaves `examples` of values that it transforms out, taking them for examples of the result.
    override: ({ jsonSchema }) => {
      if (!('example' in jsonSchema)) return;
      jsonSchema.examples = [jsonSchema['example']];
      delete jsonSchema['example'];
    },
  });
  return {
    $schema,
    title: 'Mailroom config',
    ...rest,
  };
}

/** YAML 1.2 core. Errors tell line and column only: a line of the file may hold a secret. */
function readYaml(text: string, file: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map((error): ConfigProblem => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { path: '', text: `line ${line}, column ${col}: no valid YAML (${error.code})` };
  });
  if (problems.length > 0) throw new ConfigError(file, problems);
  if (!isMap(document.contents)) throw new ConfigError(file, [{ path: '', text: 'expected a mapping at the top' }]);
  return document.toJS({ maxAliasCount: 100 });
}

/** What no single value shows: addresses that stand twice, users that are Mailroom's own. */
export function wholeProblems(config: Config): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const { bot, ghostPrefix } = config.appservice;
  if (bot.startsWith(ghostPrefix)) {
    problems.push({ path: 'appservice.bot', text: 'expected a localpart that does not begin with ghost_prefix' });
  }
  const owners = new Map<string, AccountId>();
  const brought = new Map<string, UserId>();
  for (const account of config.accounts) {
    const at = `accounts.${account.id}`;
    for (const address of new Set([account.address, ...account.addresses].map(addressKey))) {
      const owner = owners.get(address);
      if (owner !== undefined) problems.push({ path: at, text: `has an address that accounts.${owner} has too` });
      else owners.set(address, account.id);
      if (account.own?.owner) brought.set(address, account.own.owner);
    }
    problems.push(...loginProblems(account, at));
    problems.push(...teamProblems(account, at, (user) => isOwn(config, user)));
  }
  for (const account of config.accounts) {
    for (const [index, member] of account.team.entries()) {
      const address = member.address === undefined ? null : addressKey(member.address);
      // A member's own address may be that of the mailbox that they have brought.
      if (address !== null && owners.has(address) && brought.get(address) !== member.user) {
        problems.push({
          path: `accounts.${account.id}.team[${index}].address`,
          text: "expected the member's own address, not one of an account",
        });
      }
    }
  }
  const { account } = config.guests;
  if (account !== null && !config.accounts.some(({ id }) => id === account)) {
    problems.push({ path: 'guests.account', text: 'expected the key of an account in accounts' });
  }
  return problems;
}

/** Without oauth2 a user needs a password. */
function loginProblems({ imap, smtp, oauth2, own }: AccountConfig, at: string): ConfigProblem[] {
  if (oauth2 !== null || (own !== null && own.trouble !== null)) return [];
  const text = 'expected a password, or oauth2 in the account';
  return [
    ...(imap.password === '' ? [{ path: `${at}.imap.password`, text }] : []),
    ...(smtp.login?.password === '' ? [{ path: `${at}.smtp.password`, text }] : []),
  ];
}

function teamProblems(account: AccountConfig, at: string, own: (user: UserId) => boolean): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const users = new Set<UserId>();
  const addresses = new Set<string>();
  for (const [index, member] of account.team.entries()) {
    const path = `${at}.team[${index}]`;
    if (own(member.user))
      problems.push({ path: `${path}.user`, text: "expected a person, not one of Mailroom's own users" });
    if (users.has(member.user)) problems.push({ path: `${path}.user`, text: 'stands twice in this team' });
    users.add(member.user);
    if (member.address === undefined) continue;
    if (addresses.has(addressKey(member.address)))
      problems.push({ path: `${path}.address`, text: 'stands twice in this team' });
    addresses.add(addressKey(member.address));
  }
  if (account.invite === 'when-claimed' && !account.inbox) {
    problems.push({ path: `${at}.inbox`, text: 'expected true: with invite: when-claimed the inbox tells the news' });
  }
  if (typeof account.invite !== 'string') {
    for (const [index, user] of account.invite.entries()) {
      if (!users.has(user)) problems.push({ path: `${at}.invite[${index}]`, text: 'expected a member of this team' });
    }
  }
  return problems;
}

function isOwn(config: Config, user: UserId): boolean {
  const { bot, ghostPrefix } = config.appservice;
  const { domain } = config.homeserver;
  return user === `@${bot}:${domain}` || (user.startsWith(`@${ghostPrefix}`) && user.endsWith(`:${domain}`));
}
