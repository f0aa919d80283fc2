/** What an erasure would take, account by account; and whether it may. Reads only. */
import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';
import { MailroomError } from '../base/errors.ts';
import type { Account } from '../bridge/account/account.ts';
import { scopeOfAddress, type ErasableMail, type ErasureScope } from '../bridge/retention/erasure.ts';
import type { AccountId, ThreadId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import type { HeldOfErased, HeldMails } from './held-mails.ts';
import { heldThreads, isAddressHeld } from '../db/retention-tables/erasures.ts';
import {
  accountOfThread,
  importedAround,
  mailsOf,
  messagesAround,
  outgoingAround,
  undecidedMails,
  type ScopeImported,
  type ScopeMessage,
  type ScopeOutgoing,
} from '../db/retention-tables/erasure-scope.ts';

/** What is to be erased: an address (`addressKey`) with its other spellings, or a thread. */
export type ErasureOf =
  { readonly kind: 'address'; readonly subject: string } | { readonly kind: 'thread'; readonly subject: string };

/** What there is of it in an account. */
export interface AccountScope extends ErasureScope {
  readonly account: AccountId;
  readonly messages: readonly ScopeMessage[];
  readonly outgoing: readonly ScopeOutgoing[];
  readonly imported: readonly ScopeImported[];
  readonly copies: readonly { readonly mail: number; readonly sha256: Buffer | null }[];
  /** Mails of the account that wait for somebody, and are of the address. */
  readonly held: readonly HeldOfErased[];
  /** Those that wait and stay, whomever they name. */
  readonly undecided: number;
}

/** The spellings of an address that are the same: its domain as it is read, and as DNS has it. */
export function spellingsOf(key: string): string[] {
  const at = key.lastIndexOf('@');
  const [local, domain] = [key.slice(0, at + 1), key.slice(at + 1)];
  const domains = [domain, domainToASCII(domain), domainToUnicode(domain)].filter((one) => one !== '');
  return [...new Set(domains.map((one) => local + one.toLowerCase()))];
}

/** Rejects with MailroomError where it is ours, a colleague's, or on hold. */
export async function scopeOf(
  db: Queryable,
  of: ErasureOf,
  accounts: ReadonlyMap<AccountId, Account>,
  waiting: HeldMails,
): Promise<AccountScope[]> {
  const keys = of.kind === 'address' ? spellingsOf(of.subject) : [];
  if (of.kind === 'address') refuseOurs(keys, accounts);
  if (keys.length > 0 && (await isAddressHeld(db, keys))) throw onHold('the address');
  const scopes: AccountScope[] = [];
  for (const account of await accountsIn(db, of)) {
    const own = accounts.get(account)?.own ?? new Set<string>();
    const held = keys.length === 0 ? [] : await waiting.of(db, account, keys);
    scopes.push(await scopeIn(db, of, { account, keys, own, held }));
  }
  const touched = scopes.flatMap(({ messages, imported, threads, mails }) => [
    ...threads,
    ...[
      ...messages.map(({ message, thread }) => ({ id: message, thread })),
      ...imported.map((one) => ({ id: importedName(one), thread: one.thread })),
    ].flatMap(({ id, thread }) => (mails.includes(id) && thread !== null ? [thread] : [])),
  ]);
  const held = await heldThreads(db, [...new Set(touched)]);
  if (held.length > 0) throw onHold(`${String(held.length)} of its conversations`);
  return scopes;
}

function onHold(what: string): MailroomError {
  return new MailroomError('on-hold', `${what} is on hold: "mailroom hold --list" says why. Nothing was erased`);
}

function refuseOurs(keys: readonly string[], accounts: ReadonlyMap<AccountId, Account>): void {
  for (const { id, own, team } of accounts.values()) {
    if (keys.some((key) => own.has(key))) {
      throw new MailroomError(
        'ours',
        `this is an address of the account ${id}: all of its mail would go. Take it out of the config first`,
      );
    }
    if (team.some(({ address }) => address !== null && keys.includes(address.toLowerCase()))) {
      throw new MailroomError('ours', `this is the address of a colleague of ${id}. Take them out of the team first`);
    }
  }
}

async function accountsIn(db: Queryable, of: ErasureOf): Promise<AccountId[]> {
  if (of.kind === 'thread') {
    const account = await accountOfThread(db, of.subject);
    return account === null ? [] : [account];
  }
  const { rows } = await db.query<{ account: AccountId }>('SELECT account FROM accounts ORDER BY account');
  return rows.map(({ account }) => account);
}

async function scopeIn(
  db: Queryable,
  of: ErasureOf,
  {
    account,
    keys,
    own,
    held,
  }: {
    readonly account: AccountId;
    readonly keys: readonly string[];
    readonly own: ReadonlySet<string>;
    readonly held: readonly HeldOfErased[];
  },
): Promise<AccountScope> {
  const asked = { keys, threads: of.kind === 'thread' ? [of.subject] : [] };
  const messages = await messagesAround(db, account, asked);
  const around = { keys, threads: [...new Set([...asked.threads, ...messages.map(({ thread }) => thread)])] };
  const outgoing = (await outgoingAround(db, account, around)).filter(
    (one) => !messages.some(({ message }) => message === one.outgoing),
  );
  const imported = await importedAround(db, account, around);
  const mails: ErasableMail[] = [
    ...messages.map(({ message, thread, direction, facts }) => ({
      ...{ id: message, thread, direction, from: facts.from, to: [...facts.to, ...facts.cc] },
    })),
    ...outgoing.map(({ outgoing: id, thread, recipients }) => ({
      ...{ id, thread, direction: 'out' as const, from: [], to: peopleIn(recipients) },
    })),
    ...imported.map((one) => asImported(one, own)),
  ];
  const scope: ErasureScope =
    of.kind === 'thread'
      ? { threads: [of.subject as ThreadId], mails: mails.map(({ id }) => id), naming: 0 }
      : scopeOfAddress(mails, new Set(keys), own);
  const taken = new Set(scope.mails);
  const gone = imported.filter((one) => taken.has(importedName(one)));
  const numbers = [...messages.filter(({ message }) => taken.has(message)), ...gone].flatMap(({ mail }) => mail ?? []);
  const copies = await mailsOf(db, account, { messages: scope.mails, mails: numbers, threads: scope.threads });
  return {
    ...scope,
    ...{ account, held, copies: [...copies, ...held.map(({ mail, sha256 }) => ({ mail, sha256 }))] },
    undecided: (await undecidedMails(db, account)).length - held.length,
    messages: messages.filter(({ message }) => taken.has(message)),
    outgoing: outgoing.filter((one) => taken.has(one.outgoing)),
    imported: gone,
  };
}

const importedFacts = z.object({
  messageId: z.string().nullable(),
  people: z.array(z.string()),
  writer: z.string().nullable(),
});

/** The Message-ID of an imported mail; null where it has none, or nothing is known of it. */
export function importedId({ facts }: ScopeImported): string | null {
  return importedFacts.safeParse(facts).data?.messageId ?? null;
}

function importedName(mail: ScopeImported): string {
  return `${mail.import} ${String(mail.ordinal)}`;
}

/** Of an imported mail is known who wrote it and whom it names. */
function asImported(mail: ScopeImported, own: ReadonlySet<string>): ErasableMail {
  const { writer = null, people = [] } = importedFacts.safeParse(mail.facts).data ?? {};
  return {
    ...{ id: importedName(mail), thread: mail.thread },
    direction: writer !== null && own.has(writer) ? 'out' : 'in',
    from: writer === null ? [] : [{ address: writer }],
    to: people.filter((one) => one !== writer).map((address) => ({ address })),
  };
}

const recipientsSchema = z.object({
  to: z.array(z.object({ address: z.string() })),
  cc: z.array(z.object({ address: z.string() })),
  bcc: z.array(z.object({ address: z.string() })).optional(),
});

function peopleIn(recipients: unknown): { address: string }[] {
  const { to = [], cc = [], bcc = [] } = recipientsSchema.safeParse(recipients).data ?? {};
  return [...to, ...cc, ...bcc];
}
