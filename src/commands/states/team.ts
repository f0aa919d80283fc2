import { z } from 'zod';
import type { Account } from '../../bridge/account/account.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderRefusal } from '../../bridge/told/refusal.ts';
import { renderLeavers, renderLeavingDecided } from '../../bridge/told/team-told.ts';
import type { Transaction } from '../../db/pool.ts';
import { leavingPeople } from '../../db/room-tables/teams.ts';
import type { Leaving } from '../../db/room-tables/teams.ts';
import { decideLeavers } from '../../handling/team-changes.ts';
import { newAct, tellPlace } from '../../operations/meant.ts';
import { accountByKey, actor, fields, NotPossible, operation } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { PLAIN_READER, plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { operatorAccounts } from '../framework/operator.ts';
import type { Operator } from '../framework/operator.ts';

const person = z.object({
  user: z.string(),
  name: z.string().nullable(),
  standing: z.enum(['waiting', 'leaving']).meta({ description: 'waiting: somebody has to say whether they go.' }),
  since: z.iso.datetime(),
  rooms: z.int().meta({ description: 'Rooms of the account that they are still in.' }),
});

const input = z.object({ account: fields.oneAccount });
const acting = input.extend({ as: fields.as });
const decided = z.object({ people: z.array(z.string()).meta({ description: 'Whom it was about.' }) });

const listOperation = operation({
  id: 'team',
  summary: 'Who is no longer of the team of an account, and still in its rooms.',
  method: 'GET',
  path: '/_mailroom/v1/accounts/{account}/team',
  input,
  result: z.object({ people: z.array(person) }),
  ctl: { words: 'team', args: ['account'], example: 'team support' },
  run: async (deps, { account }) => {
    const people = await leavingPeople(deps.db, accountByKey(deps, account).id);
    return {
      people: people.map(({ since, version: _version, ...rest }) => ({ ...rest, since: since.toISOString() })),
    };
  },
  plain: ({ people }) =>
    renderLeavers(
      PLAIN_READER,
      people.map((one) => ({ ...one, since: new Date(one.since) })),
    ).body,
});

async function decideFor(
  deps: OperationDeps,
  { account: key, as }: z.infer<typeof acting>,
  decision: 'leave' | 'stay',
): Promise<z.infer<typeof decided>> {
  const account = accountByKey(deps, key);
  const by = actor(deps, account, as, 'release');
  const people = await deps.db.transaction(async (tx) => {
    const found = await decideLeavers(tx, account.id, decision, null);
    if (found.length === 0) return found;
    const line = saidOf(account.language, found, decision).body;
    await tellPlace(tx, deps, { account, thread: null }, { act: newAct(), by, line });
    return found;
  });
  if (people.length === 0) throw new NotPossible(plainSay('team-nobody-waits'));
  return { people: people.map(({ user }) => user) };
}

const leaveOperation = operation({
  id: 'team-leave',
  summary: 'Takes those who are no longer of the team, and were asked about, out of the rooms of the account.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/team/leave',
  input: acting,
  result: decided,
  ctl: { words: 'team leave', args: ['account'], example: 'team leave support --as @alice:example.org' },
  run: (deps, given) => decideFor(deps, given, 'leave'),
  plain: ({ people }) => `They are taken out of the rooms: ${people.join(', ')}`,
});

const stayOperation = operation({
  id: 'team-stay',
  summary: 'Leaves those who are no longer of the team, and were asked about, in the rooms, without rights.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/team/stay',
  input: acting,
  result: decided,
  ctl: { words: 'team stay', args: ['account'], example: 'team stay support --as @alice:example.org' },
  run: (deps, given) => decideFor(deps, given, 'stay'),
  plain: ({ people }) => `They stay in the rooms, without rights: ${people.join(', ')}`,
});

interface Asked {
  readonly decision: 'leave' | 'stay' | null;
  readonly account: string | null;
}

const teamArguments: Arguments<Asked> = {
  usage: '[leave|stay] [ACCOUNT]',
  takes: [0, 2],
  read: ({ args }) => {
    const [verb = ''] = args;
    const decision = (['leave', 'stay'] as const).find((one) => one === verb.toLowerCase()) ?? null;
    return { decision, account: (decision === null ? args[0] : args[1]) ?? null };
  },
};

/** `!mail team`: who is no longer of the team and still in its rooms; with a word, what becomes of them. */
export const mailTeam = mailCommand({
  name: 'team',
  order: 335,
  args: teamArguments,
  needs: 'release',
  scope: 'account',
  where: TEAM_ROOMS,
  example: 'team',
  examples: [{ says: ['team leave', 'team stay support', 'team elsewhere'] }],
  outside: { operations: [listOperation, leaveOperation, stayOperation] },
  run: async (tx, { operator }, { decision, account }) => {
    const meant = operatorAccounts(operator, account);
    if ('unknown' in meant) return renderLines([meant.unknown]);
    const theirs = meant.filter((one) => operator.can(one).has('release'));
    if (theirs.length === 0) {
      const permissions = meant[0]?.permissions ?? new Map();
      return renderRefusal({ needed: 'release', able: [], permissions }, operator.language);
    }
    return decision === null ? list(tx, operator, theirs) : decide(tx, operator, theirs, decision);
  },
});

async function list(tx: Transaction, operator: Operator, accounts: readonly Account[]): Promise<NoticeContent> {
  const people = await Promise.all(accounts.map(({ id }) => leavingPeople(tx, id)));
  return renderLeavers(operator, people.flat());
}

async function decide(
  tx: Transaction,
  operator: Operator,
  accounts: readonly Account[],
  decision: 'leave' | 'stay',
): Promise<NoticeContent> {
  const people: Leaving[] = [];
  for (const { id } of accounts) people.push(...(await decideLeavers(tx, id, decision, null)));
  return saidOf(operator.language, people, decision);
}

function saidOf(language: Account['language'], people: readonly Leaving[], decision: 'leave' | 'stay'): NoticeContent {
  if (people.length === 0) return renderLines([words(language)('team-nobody-waits')]);
  const rooms = people.reduce((sum, one) => sum + one.rooms, 0);
  return renderLeavingDecided(language, people, decision, rooms);
}
