/** Operations on who may enter by mail: held mails, rules, open rooms. What `!mail accept`, `refuse`, `block`, `allow`, `rules` and `entry` do. */
import { z } from 'zod';
import { plainEntry } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { readPattern } from '../bridge/sender-entry.ts';
import type { ThreadId } from '../bridge/types.ts';
import { countNotShown, dropRules, listRules, setThreadEntry, threadEntry } from '../db/entry.ts';
import { refuseHeld, releaseHeld } from '../db/mails.ts';
import type { Queryable } from '../db/pool.ts';
import { heldAt, viewHeld } from '../db/views.ts';
import { decideEntry } from '../jobs/command-entry.ts';
import { words } from '../mail/words.ts';
import { newAct, tellPlace, threadMeant } from './meant.ts';
import { accountOf, actor, chosen, fields, NotPossible, NotThere, operation } from './operation.ts';
import type { Operation, OperationDeps } from './operation.ts';
import { schemas } from './schemas.ts';

/** Days that the figures of what was not shown look back. */
const DAYS = 30;

const thread = fields.thread
  .optional()
  .meta({ description: 'For this conversation alone; for the account without it.' });
const pattern = z.string().max(300).meta({ description: 'An address, a domain, or either with `*`.' });
const ruled = z.object({ account: fields.oneAccount, pattern, thread, as: fields.as });
const decided = z.object({
  message: z.string().max(100).meta({ description: 'As `held` lists it.' }),
  as: fields.as,
});

export const ENTRY_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'held',
    summary: 'Mails that are held until somebody decides about them, the latest first.',
    method: 'GET',
    path: '/_mailroom/v1/held',
    input: z.object({ account: fields.account, limit: fields.limit }),
    result: z.object({ held: z.array(schemas.held), total: z.int() }),
    ctl: { words: 'held', args: ['account?'], example: 'held support' },
    run: (deps, input) => viewHeld(deps.db, chosen(deps, input.account), input.limit),
  }),
  operation({
    id: 'held-accept',
    summary: 'Shows a held mail in its conversation.',
    method: 'POST',
    path: '/_mailroom/v1/held/{message}/accept',
    input: decided,
    result: z.object({ decided: z.literal('accept') }),
    ctl: { words: 'accept', args: ['message'], example: 'accept MESSAGE --as @alice:example.org' },
    run: (deps, input) => decide(deps, input, 'accept'),
  }),
  operation({
    id: 'held-refuse',
    summary: 'Does not show a held mail.',
    method: 'POST',
    path: '/_mailroom/v1/held/{message}/refuse',
    input: decided,
    result: z.object({ decided: z.literal('refuse') }),
    ctl: { words: 'refuse', args: ['message'], example: 'refuse MESSAGE --as @alice:example.org' },
    run: (deps, input) => decide(deps, input, 'refuse'),
  }),
  operation({
    id: 'rules',
    summary: 'Who may enter an account by mail, and how many mails were not shown lately.',
    method: 'GET',
    path: '/_mailroom/v1/accounts/{account}/rules',
    input: z.object({ account: fields.oneAccount, thread, limit: fields.limit }),
    result: schemas.rules,
    ctl: { words: 'rules', args: ['account'], example: 'rules support' },
    run: async (deps, input) => {
      const account = accountOf(deps, input.account);
      const on = await placeOf(deps.db, deps, account, input.thread);
      const { rules, count } = await listRules(deps.db, account.id, on, input.limit);
      const ofConfig = (account.entry ?? plainEntry).rules.map(({ effect, pattern: of }) => ({ effect, pattern: of }));
      return { rules, count, ofConfig, notShown: await countNotShown(deps.db, account.id, DAYS) };
    },
  }),
  operation({
    id: 'block',
    summary: 'Does not show mail of whoever fits a pattern.',
    method: 'POST',
    path: '/_mailroom/v1/accounts/{account}/rules/block',
    input: ruled,
    result: schemas.rule,
    ctl: {
      words: 'block',
      args: ['account', 'pattern'],
      example: "block support 'news*@example.org' --as @alice:example.org",
    },
    run: (deps, input) => rule(deps, input, 'block'),
  }),
  operation({
    id: 'allow',
    summary: 'Whoever fits a pattern takes part without being asked about.',
    method: 'POST',
    path: '/_mailroom/v1/accounts/{account}/rules/allow',
    input: ruled,
    result: schemas.rule,
    ctl: {
      words: 'allow',
      args: ['account', 'pattern'],
      example: "allow support '*.example.org' --as @alice:example.org",
    },
    run: (deps, input) => rule(deps, input, 'allow'),
  }),
  operation({
    id: 'rules-drop',
    summary: 'Takes a rule away.',
    method: 'POST',
    path: '/_mailroom/v1/accounts/{account}/rules/drop',
    input: ruled,
    result: z.object({ dropped: z.int() }),
    ctl: {
      words: 'rules drop',
      args: ['account', 'pattern'],
      example: "rules drop support 'news*@example.org' --as @alice:example.org",
    },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const account = accountOf(deps, input.account);
        const by = actor(deps, account, input.as, 'release');
        const on = await placeOf(tx, deps, account, input.thread);
        const of = patternOf(input.pattern);
        const dropped = await dropRules(tx, account.id, on, of);
        if (dropped === 0) throw new NotThere(`there is no rule about ${of}`);
        const line = words(account.language).entry.dropped(of);
        await tellPlace(tx, deps, { account, thread: on }, { act: newAct(), by, line });
        return { dropped };
      }),
  }),
  operation({
    id: 'entry',
    summary: 'Whether anybody who passes the check of senders may take part in a conversation.',
    method: 'GET',
    path: '/_mailroom/v1/threads/{thread}/entry',
    input: z.object({ thread: fields.thread }),
    result: schemas.entry,
    ctl: { words: 'entry', args: ['thread'], example: 'entry !room:example.org' },
    run: async (deps, input) => {
      const on = await threadMeant(deps.db, deps, input.thread);
      return entryOf(deps.db, on.account, on.thread);
    },
  }),
  operation({
    id: 'entry-set',
    summary: 'Opens a conversation to anybody who passes the check of senders, or asks about newcomers again.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/entry',
    input: z.object({ thread: fields.thread, entry: z.enum(['open', 'asked']), as: fields.as }),
    result: schemas.entry,
    ctl: {
      words: 'entry set',
      args: ['thread', 'entry'],
      example: 'entry set !room:example.org open --as @alice:example.org',
    },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account, thread: on } = await threadMeant(tx, deps, input.thread);
        const by = actor(deps, account, input.as, 'release');
        await setThreadEntry(tx, on, input.entry);
        const stands = await entryOf(tx, account, on);
        const say = words(account.language).entry;
        const line = stands.entry === 'open' ? say.open : say.asked;
        await tellPlace(tx, deps, { account, thread: on }, { act: newAct(), by, line });
        return stands;
      }),
  }),
];

async function decide(deps: OperationDeps, input: z.infer<typeof decided>, decision: 'accept' | 'refuse') {
  return deps.db.transaction(async (tx) => {
    const held = await heldAt(tx, input.message);
    const account = held === null ? undefined : deps.accounts.get(held.account);
    if (held === null || account === undefined) throw new NotThere(`${input.message} is not held`);
    const by = actor(deps, account, input.as, 'release');
    const about = { account: account.id, message: held.message, by };
    const count = decision === 'accept' ? await releaseHeld(tx, about) : await refuseHeld(tx, about);
    if (count === 0) throw new NotThere(`${input.message} is not held`);
    const say = words(account.language).sender;
    const line = decision === 'accept' ? say.accepted : say.refused;
    await tellPlace(tx, deps, { account, thread: null }, { act: newAct(), by, line, replyTo: held.event });
    return { decided: decision };
  });
}

async function rule(deps: OperationDeps, input: z.infer<typeof ruled>, effect: 'block' | 'allow') {
  return deps.db.transaction(async (tx) => {
    const account = accountOf(deps, input.account);
    const by = actor(deps, account, input.as, 'release');
    const on = await placeOf(tx, deps, account, input.thread);
    const of = patternOf(input.pattern);
    await decideEntry(tx, account.id, { effect, pattern: of, thread: on, by });
    const say = words(account.language).entry;
    const [here, all] = effect === 'block' ? [say.blockedHere, say.blocked] : [say.allowedHere, say.allowed];
    await tellPlace(tx, deps, { account, thread: on }, { act: newAct(), by, line: (on === null ? all : here)(of) });
    return { effect, pattern: of, thread: on };
  });
}

async function placeOf(
  db: Queryable,
  deps: OperationDeps,
  account: Account,
  word: string | undefined,
): Promise<ThreadId | null> {
  if (word === undefined) return null;
  const on = await threadMeant(db, deps, word);
  if (on.account.id !== account.id) throw new NotThere(`${account.id} has no conversation ${word}`);
  return on.thread;
}

function patternOf(text: string): string {
  const read = readPattern(text);
  if (read === null) throw new NotPossible(`${text} is no address, domain or pattern`);
  return read;
}

async function entryOf(db: Queryable, account: Account, on: ThreadId) {
  const open = (account.entry ?? plainEntry).open || (await threadEntry(db, on))?.entry === 'open';
  return { thread: on, entry: open ? 'open' : 'asked' };
}
