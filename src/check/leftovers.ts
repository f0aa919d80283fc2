/**
 * What was won from this database before it was upgraded, by ways that are closed since, each with the way to undo it.
 * Nothing of it is undone by itself: honest mail came by the same ways.
 */
import { isInternalAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { GhostCodec } from '../bridge/ids.ts';
import type { AccountId } from '../bridge/types.ts';
import { accountsOf } from '../app/settings.ts';
import type { Config } from '../config/config.ts';
import {
  addressesAsIds,
  colleaguesByTrace,
  LEFT_MAX,
  listsOfThreads,
  oddGhosts,
  oddRecipients,
  participantsByList,
  roomsOfOthers,
} from '../db/leftovers.ts';
import { loadMigrations, pendingMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import type { OpenDatabase } from '../db/open.ts';
import type { Database } from '../db/pool.ts';
import { headOf } from '../incoming/unread.ts';
import { MailroomError } from '../base/errors.ts';
import { silentLog } from '../base/log.ts';
import { parseAddress } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { judgeByReceiver, uncheckedVerdict } from '../mail/authentication/verdict.ts';
import type { ClaimedMail } from '../mail/authentication/verdict.ts';
import { MatrixClient } from '../matrix/client.ts';
import { powersIn } from '../matrix/power-levels.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import type { CheckFinding } from './finding.ts';
import { readRegistration } from './read-registration.ts';

interface Left {
  /** What it is, in the plural; then why it is told. */
  readonly lead: string;
  /** The command that undoes each. */
  readonly undo: readonly string[];
  /** Why it could not be looked at. */
  readonly skipped?: string;
}

/** One finding for each kind of which something is there; none of a clean database. */
export async function checkLeftovers(config: Config): Promise<CheckFinding[]> {
  const opened = await openCurrent(config);
  if (opened === null) return [];
  try {
    const { db } = opened;
    const accounts = [...accountsOf(config).values()];
    const ids = accounts.map(({ id }) => id);
    const found = [
      ...(await inTables(db, ids)),
      await badGhosts(db, config),
      await forgedColleagues(db, accounts),
      ...(await levels(db, config, accounts)),
    ];
    return found.flatMap(({ lead, undo, skipped }): CheckFinding[] => {
      if (skipped !== undefined) return [{ state: 'skip', what: 'of before', text: `${lead}: ${skipped}` }];
      if (undo.length === 0) return [];
      const more = undo.length > LEFT_MAX ? [`and ${String(undo.length - LEFT_MAX)} more`] : [];
      const text = [`${lead}; where it is not right, undo it:`, ...undo.slice(0, LEFT_MAX), ...more].join('\n');
      return [{ state: 'warn', what: 'of before', text }];
    });
  } finally {
    await opened.close();
  }
}

/** The database; null where it is away or lacks migrations, which has been told (`checkDatabase`). */
export async function openCurrent(config: Config): Promise<OpenDatabase | null> {
  let opened: OpenDatabase | null = null;
  try {
    opened = await openDatabase(config.database, silentLog());
    if ((await pendingMigrations(opened.db, await loadMigrations())) === 0) return opened;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  await opened?.close();
  return null;
}

async function inTables(db: Database, accounts: readonly AccountId[]): Promise<Left[]> {
  const people = await participantsByList(db, accounts);
  const lists = await listsOfThreads(db, accounts);
  const references = await addressesAsIds(db, accounts);
  const recipients = (await oddRecipients(db, accounts)).filter(({ address }) => !isPlain(address));
  return [
    {
      lead: 'people who take part in a conversation only because a mail of theirs named a list',
      undo: people.map(({ thread, address }) => command('participant', thread, address)),
    },
    {
      lead: 'lists that a conversation is known by, and that nobody showed to have sent a mail of it',
      undo: lists.map(({ thread, list }) => command('list', thread, list)),
    },
    {
      lead: "somebody's mail address, taken for the id of a mail",
      undo: references.map(({ thread, id }) => command('reference', thread, id)),
    },
    {
      lead: 'recipients whose address is none: ghosts that no mail made can choose them',
      undo: recipients.map(({ thread, address }) => command('recipient', thread, address)),
    },
  ];
}

async function badGhosts(db: Database, config: Config): Promise<Left> {
  const { bot, ghostPrefix: prefix } = config.appservice;
  const codec = new GhostCodec({ prefix, bot, domain: config.homeserver.domain });
  const bad = (await oddGhosts(db)).filter(({ address }) => !isPlain(address));
  const own = bad.filter(({ user }) => codec.isGhost(user));
  return { lead: 'ghosts whose address is none', undo: own.map(({ user }) => command('ghost', user)) };
}

/** Looks at the originals once more; where one is kept no more, nothing shows that it was right. */
async function forgedColleagues(db: Database, accounts: readonly Account[]): Promise<Left> {
  const lead = 'mails that were shown as of a colleague, which their trace does not prove';
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const shown = await colleaguesByTrace(db, [...byId.keys()]);
  if (shown.length === 0) return { lead, undo: [] };
  const undo: string[] = [];
  const parser = createParsePool({ size: 1, readers: 1 });
  try {
    for (const { account: id, message, mail } of shown) {
      const account = byId.get(id);
      const head = await headOf({ db, parser }, mail);
      if (head === null || account === undefined || !isInside(account, head)) undo.push(command('colleague', message));
    }
  } finally {
    await parser.close();
  }
  return { lead, undo };
}

function isInside(account: Account, mail: ClaimedMail): boolean {
  const trust = { ...account.senders, isInternal: (address: Address) => isInternalAddress(account, address) };
  const { authentication } = account.senders;
  return (authentication === 'none' ? uncheckedVerdict(mail, trust) : judgeByReceiver(mail, trust)).internal;
}

/** Power in rooms that Mailroom made, of people who are no longer of the team. */
async function levels(db: Database, config: Config, accounts: readonly Account[]): Promise<Left[]> {
  const { bot, ghostPrefix: prefix } = config.appservice;
  const { url, ca, domain } = config.homeserver;
  const codec = new GhostCodec({ prefix, bot, domain });
  const registration = await readRegistration(config.appservice.registration);
  if (registration === null) return [];
  const token = registration.as_token;
  const client = new MatrixClient({ url, token, timeoutMs: 15_000, ...(ca === null ? {} : { ca }) });
  const lead = 'people who moderate a room of Mailroom and are not of its team';
  const undo: string[] = [];
  try {
    for (const account of accounts) {
      const team = account.team.map(({ user }) => user);
      for (const { room, users } of await roomsOfOthers(db, account.id, team)) {
        const others = users.filter((user) => !codec.isOwn(user));
        if (others.length === 0) continue;
        const powers = await powersIn(client, room);
        undo.push(...others.filter((user) => (powers.get(user) ?? 0) > 0).map((user) => command('level', room, user)));
      }
    }
    return [{ lead, undo }];
  } catch (error) {
    if (!(error instanceof MailroomError)) throw error;
    return [{ lead, undo, skipped: 'the homeserver was not there to be asked' }];
  } finally {
    client.close();
  }
}

function isPlain(address: string): boolean {
  return parseAddress(address) === address;
}

/** As a shell takes it: what is in quotation marks is nothing but itself. */
function command(...words: readonly string[]): string {
  const quoted = words.map((word) =>
    /^[\w@.:+=/-]+$/.test(word) ? word : `'${shown(word).replaceAll("'", `'\\''`)}'`,
  );
  return `mailroom undo ${quoted.join(' ')}`;
}

/** Control characters would speak to the terminal; `undo` reads them back from their escapes. */
function shown(word: string): string {
  return word.replace(/[\\\p{Cc}\p{Cf}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
