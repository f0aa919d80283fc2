/**
 * Everything that operators can ask and do from outside of Matrix: one table, from which the HTTP interface (`listener.ts`), its
 * document (`openapi.ts`) and `mailroom ctl` are made. The answers are the data behind the commands in Matrix (`db/operations.ts`).
 */
import { z } from 'zod';
import type { Account } from '../bridge/account.ts';
import { memberByUser } from '../bridge/account.ts';
import { FILTERS } from '../bridge/desk.ts';
import { capabilities } from '../bridge/permissions.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import { listThreads } from '../db/desk-lists.ts';
import { quarantineItem, retryQuarantineItem, viewAccounts, viewQuarantine, viewQueues } from '../db/operations.ts';
import { managementRoomOf } from '../db/management.ts';
import { accountStandings } from '../db/accounts.ts';
import type { Database } from '../db/pool.ts';
import { findAccountRoom } from '../db/rooms.ts';
import { levelAt } from '../jobs/event-permission.ts';
import { accountsOfPerson } from '../jobs/operator.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import { schemas } from './schemas.ts';

export interface OperationDeps {
  readonly db: Database;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly ghosts: GhostCodec;
}

/** What was asked for is not there; the text says what. */
export class NotThere extends Error {}

export interface Operation<Input = unknown> {
  /** As it is called in the document, and by `mailroom ctl`. */
  readonly id: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST';
  /** `{name}` is filled from the path; other keys of the input stand in the query. */
  readonly path: string;
  readonly input: z.ZodType<Input>;
  readonly result: z.ZodType;
  /** Throws NotThere. */
  readonly run: (deps: OperationDeps, input: Input) => Promise<unknown>;
}

/** Keeps the input's type between the schema and what is done with it; outside it is not known. */
function operation<Input>(one: Operation<Input>): Operation {
  return { ...one, run: (deps, input) => one.run(deps, one.input.parse(input)) };
}

const account = z.string().optional().meta({ description: 'The key of an account; all of them without it.' });
const user = z
  .string()
  .regex(/^@[^:\s]+:\S+$/)
  .meta({ description: 'A Matrix user, such as @alice:example.org.' });
const number = z
  .string()
  .regex(/^j?\d{1,15}$/)
  .meta({ description: 'As `quarantine` lists it.' });

export const OPERATIONS: readonly Operation[] = [
  operation({
    id: 'accounts',
    summary: 'How each account stands.',
    method: 'GET',
    path: '/_mailroom/v1/accounts',
    input: z.object({}),
    result: z.object({ accounts: z.array(schemas.account) }),
    run: async ({ db, accounts }) => ({ accounts: await viewAccounts(db, [...accounts.values()]) }),
  }),
  operation({
    id: 'threads',
    summary: 'The conversations of an account, or of all, in pages.',
    method: 'GET',
    path: '/_mailroom/v1/threads',
    input: z.object({
      account,
      filter: z.enum(FILTERS).default('all'),
      user: user.optional().meta({ description: 'Whose conversations `mine` are.' }),
      page: z.coerce.number().int().min(1).max(99_999).default(1),
    }),
    result: schemas.threads,
    run: async ({ db, accounts }, input) => {
      const { filter, page } = input;
      const who = (input.user ?? '@') as UserId;
      return listThreads(db, { accounts: chosen(accounts, input.account), who, filter, page });
    },
  }),
  operation({
    id: 'queue',
    summary: 'What waits, and what has failed.',
    method: 'GET',
    path: '/_mailroom/v1/queue',
    input: z.object({ account }),
    result: z.object({ accounts: z.array(schemas.queue) }),
    run: async ({ db, accounts }, input) => ({ accounts: await viewQueues(db, chosen(accounts, input.account)) }),
  }),
  operation({
    id: 'quarantine',
    summary: 'What could not be read or done, the latest first.',
    method: 'GET',
    path: '/_mailroom/v1/quarantine',
    input: z.object({ account, limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    result: schemas.quarantine,
    run: ({ db, accounts }, input) => viewQuarantine(db, scope(accounts, input.account), input.limit),
  }),
  operation({
    id: 'quarantine-show',
    summary: 'One item of the quarantine.',
    method: 'GET',
    path: '/_mailroom/v1/quarantine/{number}',
    input: z.object({ number }),
    result: schemas.item,
    run: async ({ db, accounts }, input) => {
      const item = await quarantineItem(db, scope(accounts, undefined), input.number);
      if (item === null) throw new NotThere(`${input.number} is not in quarantine`);
      return item;
    },
  }),
  operation({
    id: 'quarantine-retry',
    summary: 'Tries an item of the quarantine again.',
    method: 'POST',
    path: '/_mailroom/v1/quarantine/{number}/retry',
    input: z.object({ number }),
    result: z.object({ retried: z.literal(true) }),
    run: async ({ db, accounts }, input) => {
      const done = await db.transaction((tx) => retryQuarantineItem(tx, scope(accounts, undefined), input.number));
      if (!done) throw new NotThere(`${input.number} is not in quarantine`);
      return { retried: true };
    },
  }),
  operation({
    id: 'who',
    summary: 'What a person may do, by account.',
    method: 'GET',
    path: '/_mailroom/v1/permissions',
    input: z.object({ user }),
    result: schemas.permissions,
    run: ({ accounts, ghosts }, input) => Promise.resolve(permissionsOf(accounts, ghosts, input.user as UserId)),
  }),
  operation({
    id: 'whoami',
    summary: 'The bridge and the accounts of a person, as mautrix has it.',
    method: 'GET',
    path: '/_matrix/provision/v3/whoami',
    input: z.object({ user_id: user }),
    result: schemas.whoami,
    run: (deps, input) => whoami(deps, input.user_id as UserId),
  }),
  operation({
    id: 'logins',
    summary: 'The keys of the accounts of a person, as mautrix has it.',
    method: 'GET',
    path: '/_matrix/provision/v3/logins',
    input: z.object({ user_id: user }),
    result: z.object({ login_ids: z.array(z.string()) }),
    run: (deps, input) =>
      Promise.resolve({ login_ids: accountsOfPerson(deps, input.user_id as UserId).map(({ id }) => id) }),
  }),
  operation({
    id: 'login-flows',
    summary: 'None: accounts stand in the config.',
    method: 'GET',
    path: '/_matrix/provision/v3/login/flows',
    input: z.object({}),
    result: z.object({ flows: z.array(z.never()) }),
    run: () => Promise.resolve({ flows: [] }),
  }),
];

/** The operation of an id. */
export function operationOf(id: string): Operation {
  const found = OPERATIONS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}

function chosen(accounts: OperationDeps['accounts'], key: string | undefined): AccountId[] {
  if (key === undefined) return [...accounts.keys()];
  const found = [...accounts.keys()].filter((id) => id === key);
  if (found.length === 0) throw new NotThere(`there is no account ${key}`);
  return found;
}

function scope(accounts: OperationDeps['accounts'], key: string | undefined) {
  return { accounts: chosen(accounts, key), unowned: key === undefined };
}

function permissionsOf(accounts: OperationDeps['accounts'], ghosts: GhostCodec, who: UserId) {
  return {
    user: who,
    accounts: [...accounts.values()].map((one) => {
      const level = levelAt(one, who, ghosts.domain);
      return { account: one.id, team: memberByUser(one, who) !== null, level, may: [...capabilities(level)] };
    }),
  };
}

/** States as mautrix names them; what lasts until somebody acts is an error. */
const STATE_EVENTS = {
  connected: 'CONNECTED',
  'catching-up': 'CONNECTED',
  connecting: 'CONNECTING',
  transient: 'TRANSIENT_DISCONNECT',
  'bad-credentials': 'BAD_CREDENTIALS',
  stopped: 'UNKNOWN_ERROR',
} as const;

async function whoami(deps: OperationDeps, who: UserId) {
  const { db, ghosts } = deps;
  const standings = new Map((await accountStandings(db)).map((one) => [one.account, one]));
  const logins = [];
  for (const { id, name, address } of accountsOfPerson(deps, who)) {
    const standing = standings.get(id);
    const space = await findAccountRoom(db, id, 'space');
    logins.push({
      id,
      name: address,
      profile: { email: address, name },
      ...(space === null ? {} : { space_room: space.room }),
      state: {
        state_event: STATE_EVENTS[standing?.state ?? 'stopped'],
        timestamp: standing?.since.getTime() ?? 0,
        ...(standing?.reason === null || standing === undefined ? {} : { message: standing.reason }),
      },
    });
  }
  const chat = await managementRoomOf(db, who);
  return {
    network: {
      displayname: 'E-mail',
      network_url: 'https://www.rfc-editor.org/rfc/rfc5322',
      network_icon: '',
      network_id: 'email',
      beeper_bridge_type: 'mailroom',
    },
    login_flows: [],
    homeserver: ghosts.domain,
    bridge_bot: ghosts.bot,
    command_prefix: '!mail',
    ...(chat === null ? {} : { management_room: chat }),
    logins,
  };
}
