/**
 * What an operation is: something that operators can ask or do from outside of Matrix, by HTTP and by `mailroom ctl`
 * alike. What a command in Matrix does too stands with the command.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account/account.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import { capabilities } from '../bridge/account/permissions.ts';
import type { Capability } from '../bridge/account/permissions.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import type { Database, Queryable } from '../db/pool.ts';
import type { OwnAccountsPort, ReloadPort } from '../handling/deps.ts';
import { levelAt } from '../handling/rights.ts';

/** What operations have of the database. What one changes it changes in one transaction. */
export type OperationDb = Queryable & Pick<Database, 'transaction'>;

export interface OperationDeps {
  readonly db: OperationDb;
  /** Those of teams: nothing of an own mailbox is asked for from outside (`bridge/account/own-mailbox.ts`). */
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly ghosts: GhostCodec;
  readonly ids: IdKey;
  /**
   * Milliseconds without a process that serves it after which an account is unserved (`times.account_unserved`); an
   * hour.
   */
  readonly unservedMs?: number;
  /** Absent where nothing is reloaded. */
  readonly reload?: ReloadPort;
  /** Absent where no account is added while Mailroom runs. */
  readonly ownAccounts?: OwnAccountsPort;
}

/** What was asked for is not there; the text says what. */
export class NotThere extends Error {}

/** Whoever is named may not do that; the text says what they lack. */
export class NotAllowed extends Error {}

/** What was given cannot be done as it stands; the text says why. */
export class NotPossible extends Error {}

/** Marks a field of an input (`meta`) that the shell reads from a file, or from standard input. */
export const IN_FILE = 'x-in-file';

/** How `mailroom ctl` says it. */
export interface CtlUsage {
  /** One word or two. */
  readonly words: string;
  /**
   * Fields of the input in their order, `?` behind those that may be left out; all others are options (`--field
   * VALUE`).
   */
  readonly args: readonly string[];
  /** As one would type it after `mailroom ctl`. */
  readonly example: string;
}

/** What was answered: as it goes over the wire, and as lines for a terminal. */
export interface OperationAnswer {
  readonly answer: unknown;
  /** Whether what was asked for has not come about, so that the shell says so by its exit code. */
  readonly failed: boolean;
  /** In English, with the words that the rooms have. */
  readonly text: () => string;
}

interface Shape {
  /** As it is called in the document. */
  readonly id: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST';
  /** Pieces in braces are fields of the input. The others stand in the query of a GET, in the JSON body of a POST. */
  readonly path: string;
  /** The answer; of one with `media` it is a stream of bytes instead. */
  readonly result: z.ZodType;
  readonly media?: 'message/rfc822';
  /** Null for what other programs alone have a use for. */
  readonly ctl: CtlUsage | null;
}

export interface Operation extends Shape {
  readonly input: z.ZodType;
  /** Throws NotThere, NotAllowed and NotPossible, and a ZodError where the input is not as it should be. */
  readonly run: (deps: OperationDeps, input: unknown) => Promise<OperationAnswer>;
}

/** An operation as it is written down, with the types of what it is given and of what it answers. */
interface OperationDefinition<Input, Answer> extends Shape {
  readonly input: z.ZodType<Input>;
  /** Throws NotThere, NotAllowed and NotPossible. */
  readonly run: (deps: OperationDeps, input: Input) => Promise<Answer>;
  /** The answer as lines; JSON where there is nothing better. */
  readonly plain?: (answer: Answer) => string;
  /** Whether an answer tells that what was asked for has not come about; never without it. */
  readonly failed?: (answer: Answer) => boolean;
}

/** Keeps the types between the schema, what is done and how it is told; outside they are not known. */
export function operation<Input, Answer>({
  plain = (answer) => JSON.stringify(answer),
  failed = () => false,
  ...one
}: OperationDefinition<Input, Answer>): Operation {
  return {
    ...one,
    run: async (deps, input) => {
      const answer = await one.run(deps, one.input.parse(input));
      return { answer, failed: failed(answer), text: () => plain(answer) };
    },
  };
}

/** Fields that several operations have. */
export const fields = {
  account: z.string().optional().meta({ description: 'The key of an account; all of them without it.' }),
  oneAccount: z.string().meta({ description: 'The key of an account.' }),
  user: z
    .string()
    .regex(/^@[^:\s]+:\S+$/)
    .meta({ description: 'A Matrix user, such as @alice:example.org.' }),
  as: z
    .string()
    .regex(/^@[^:\s]+:\S+$/)
    .meta({ description: 'In whose name: a Matrix user who may do this in a room.' }),
  thread: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'A conversation: as `threads` names it, or its room by id, alias or link.' }),
  message: z
    .string()
    .min(1)
    .max(1000)
    .meta({ description: 'A mail: as `messages` names it, by its Message-ID, or by an event of its room.' }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
} as const;

/** The account of a key. */
export function accountByKey({ accounts }: Pick<OperationDeps, 'accounts'>, key: string): Account {
  const found = [...accounts.values()].find(({ id }) => id === key);
  if (found === undefined) throw new NotThere(`there is no account ${key}`);
  return found;
}

/** The keys of the accounts that are meant: of one, or without one all of them. */
export function chosen(deps: Pick<OperationDeps, 'accounts'>, key: string | undefined): AccountId[] {
  return key === undefined ? [...deps.accounts.keys()] : [accountByKey(deps, key).id];
}

/** Who acts, where they may do what is asked: nobody is made to do from outside what they could not do in a room. */
export function actor(
  { ghosts }: Pick<OperationDeps, 'ghosts'>,
  account: Account,
  as: string,
  needed: Capability,
): UserId {
  const user = as as UserId;
  if (capabilities(levelAt(account, user, ghosts.domain)).has(needed)) return user;
  throw new NotAllowed(`${as} may not do this in ${account.id}: it needs the permission "${needed}"`);
}
