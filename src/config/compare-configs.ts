/**
 * What is different between two configs, by path: what a reload takes, and what waits for a restart. Pure.
 *
 * Policy. What a process holds open or has made something of at its start stays as it was: the database, the
 * homeserver, what the application service is, the secret, listeners, the processes that read mail, the lease.
 * Everything else is read where it is used.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { noChanges } from '../bridge/account/config-changes.ts';
import type { AccountChange, ConfigChanges } from '../bridge/account/config-changes.ts';
import type { UserId } from '../bridge/types.ts';
import type { AccountConfig, Config } from './config.ts';

/** Paths in the words of the file; each stands for all below it. */
const NEEDS_RESTART: readonly string[] = [
  'homeserver',
  'appservice',
  'secret',
  'old_secrets',
  'secrets',
  'database',
  'observability',
  'logging',
  'provisioning.listen',
  'puppets.registration',
  'web',
  'limits.parse_time',
  'limits.parse_memory',
  'limits.parse_workers',
  'limits.mail_size',
  'times.lease',
  'times.homeserver',
];

/**
 * What a reload from one to the other changes. Values are compared and never told.
 *
 * @param from as it is in use, not as its file was: what waits for a restart is told until there was one
 */
export function compareConfigs(from: Config, to: Config): ConfigChanges {
  const before = new Map(from.accounts.map((account) => [account.id, account]));
  const after = new Set(to.accounts.map(({ id }) => id));
  const paths = settingPaths(from, to);
  const waits = paths.filter(
    (path) => isForRestart(path) || (path === 'provisioning.token' && !hasSameInterface(from, to)),
  );
  return {
    ...noChanges,
    added: to.accounts.filter(({ id }) => !before.has(id)).map(({ id }) => id),
    removed: from.accounts.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    changed: to.accounts.flatMap((account) => {
      const old = before.get(account.id);
      return old === undefined ? [] : (accountChange(old, account) ?? []);
    }),
    taken: paths.filter((path) => !waits.includes(path)),
    needsRestart: waits,
  };
}

/** The config of a process after a reload: the new one, with the old values of what needs a restart. */
export function afterReload(from: Config, to: Config): Config {
  const { homeserver, appservice, secret, oldSecrets, secrets, database, observability, logging, puppets, web } = from;
  const token = hasSameInterface(from, to) ? to : from;
  return {
    ...to,
    file: from.file,
    homeserver,
    appservice,
    secret,
    oldSecrets,
    secrets,
    database,
    observability,
    logging,
    puppets: { ...to.puppets, registration: puppets.registration },
    web,
    provisioning: { ...to.provisioning, listen: from.provisioning.listen, token: token.provisioning.token },
    limits: {
      ...to.limits,
      parseTime: from.limits.parseTime,
      parseMemory: from.limits.parseMemory,
      parseWorkers: from.limits.parseWorkers,
      mailSize: from.limits.mailSize,
    },
    times: { ...to.times, lease: from.times.lease, homeserver: from.times.homeserver },
  };
}

/** A config with the passwords (and the login at the relay, and oauth2) that another one has for the same accounts. */
export function withPasswordsOf(config: Config, fresh: Config): Config {
  return {
    ...config,
    accounts: config.accounts.map((account) => {
      const now = fresh.accounts.find(({ id }) => id === account.id);
      if (now === undefined) return account;
      return {
        ...account,
        imap: { ...account.imap, password: now.imap.password },
        smtp: { ...account.smtp, login: now.smtp.login },
        oauth2: now.oauth2,
      };
    }),
  };
}

/** Tells configs apart whatever their secrets are; the same on every machine. */
export function fingerprintOf(config: Config): string {
  const {
    file: _file,
    secret: _secret,
    oldSecrets: _old,
    secrets: _sealing,
    database,
    accounts,
    provisioning,
    permissions,
    puppets,
    ...rest
  } = config;
  const open = {
    ...rest,
    database: { ...database, url: null },
    permissions: [...permissions],
    puppets: { ...puppets, tokens: Object.keys(puppets.tokens).sort() },
    provisioning: { ...provisioning, token: provisioning.token !== null },
    accounts: accounts.map((account) => ({
      ...account,
      imap: { ...account.imap, password: null },
      smtp: { ...account.smtp, login: account.smtp.login?.user ?? null },
      oauth2: account.oauth2 === null ? null : { ...account.oauth2, clientSecret: null },
      own: account.own?.owner ?? null,
    })),
  };
  return createHash('sha256').update(JSON.stringify(open)).digest('base64url').slice(0, 16);
}

function isForRestart(path: string): boolean {
  return NEEDS_RESTART.some((one) => path === one || path.startsWith(`${one}.`));
}

/** A listener that is not there cannot be told a token, and one that is there needs one. */
function hasSameInterface(from: Config, to: Config): boolean {
  return (from.provisioning.token === null) === (to.provisioning.token === null);
}

/** The paths of what is different besides the accounts. */
function settingPaths(from: Config, to: Config): string[] {
  const { accounts: _from, file: _fromFile, ...before } = from;
  const { accounts: _to, file: _toFile, ...after } = to;
  return differingPaths(before, after, ['permissions', 'database', 'oldSecrets']);
}

/** Null where nothing of it changed. */
function accountChange(from: AccountConfig, to: AccountConfig): AccountChange | null {
  const { team: before, id: _id, own: _own, ...settings } = from;
  const { team: after, id: account, own: _ownAfter, ...settingsAfter } = to;
  const users = (team: AccountConfig['team']): UserId[] => team.map(({ user }) => user);
  const membersAdded = users(after).filter((user) => !users(before).includes(user));
  const membersRemoved = users(before).filter((user) => !users(after).includes(user));
  const renamed = after.some((member) => {
    const old = before.find(({ user }) => user === member.user);
    return old !== undefined && !isDeepStrictEqual(old, member);
  });
  const fields = [...differingPaths(settings, settingsAfter, WHOLE), ...(renamed ? ['team'] : [])];
  if (fields.length + membersAdded.length + membersRemoved.length === 0) return null;
  return { account, fields, membersAdded, membersRemoved };
}

/** Settings of an account that are one value, however many pieces the program has made of it. */
const WHOLE: readonly string[] = ['address', 'addresses', 'invite', 'receiver', 'firstStart', 'history'];

/** Where two mappings differ, one level down, in the words of the file. */
function differingPaths(from: object, to: object, whole: readonly string[]): string[] {
  const before = new Map<string, unknown>(Object.entries(from));
  const after = new Map<string, unknown>(Object.entries(to));
  const paths = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const a: unknown = before.get(key);
    const b: unknown = after.get(key);
    if (isDeepStrictEqual(a, b)) return [];
    const name = inFile(key);
    if (!isMapping(a) || !isMapping(b) || whole.includes(key)) return [name];
    return differingPaths(a, b, ['tokens']).map((path) => (key === 'login' ? path : `${name}.${path}`));
  });
  return [...new Set(paths)];
}

/** A key as the file has it: `ca` holds what `ca_file` names, and `login` is a user with a password. */
function inFile(key: string): string {
  if (key === 'ca') return 'ca_file';
  if (key === 'login') return 'user';
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
}
