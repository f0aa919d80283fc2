/** Operations on single mails: what `!mail why`, `source`, `move`, `split` and `merge` do. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { readChunks } from '../db/inbox.ts';
import { readMailBytes } from '../db/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import { lockDecisions } from '../db/threads.ts';
import { whyOf } from '../jobs/event-why.ts';
import { originalOf } from '../jobs/mail-source.ts';
import { mergeInto, MOST_MOVED, moveBranch, splitFrom } from '../jobs/thread-place.ts';
import type { PlaceOutcome, Placing } from '../jobs/thread-place.ts';
import type { Account } from '../bridge/account.ts';
import { messageMeant, newAct, threadMeant } from './meant.ts';
import { actor, fields, NotPossible, NotThere, operation } from './operation.ts';
import type { Operation, OperationDeps } from './operation.ts';
import { schemas } from './schemas.ts';

const onMessage = z.object({ message: fields.message, as: fields.as });

export const MESSAGE_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'why',
    summary: 'Why a mail is in its conversation, and how its sender was checked.',
    method: 'GET',
    path: '/_mailroom/v1/messages/{message}/why',
    input: z.object({ message: fields.message }),
    result: schemas.why,
    ctl: { words: 'why', args: ['message'], example: "why '<abc@example.org>'" },
    run: async (deps, input) => {
      const { message } = await messageMeant(deps.db, deps, input.message);
      return { message: message.message, thread: message.thread, ...(await whyOf(deps.db, message)) };
    },
  }),
  operation({
    id: 'source',
    summary: 'The original of a mail, as it came or as it went out.',
    method: 'GET',
    path: '/_mailroom/v1/messages/{message}/source',
    input: z.object({ message: fields.message }),
    result: z.unknown(),
    media: 'message/rfc822',
    ctl: { words: 'source', args: ['message'], example: "source '<abc@example.org>' --out mail.eml" },
    run: async (deps, input) => {
      const { message } = await messageMeant(deps.db, deps, input.message);
      const original = await originalOf(deps.db, message);
      if (!original.kept) {
        const hash = original.sha256 === null ? '' : `; its SHA-256 was ${original.sha256}`;
        throw new NotThere(`the original is no longer kept${hash}`);
      }
      const { source } = original;
      if (source.kind === 'outgoing') return readMailBytes(deps.db, source.outgoing);
      return Readable.from(readChunks(deps.db, source.mail), { objectMode: false });
    },
  }),
  operation({
    id: 'move',
    summary: 'Puts a mail, and what answers it, into another conversation of its account.',
    method: 'POST',
    path: '/_mailroom/v1/messages/{message}/move',
    input: onMessage.extend({ into: fields.thread }),
    result: schemas.placed,
    ctl: {
      words: 'move',
      args: ['message', 'into'],
      example: "move '<abc@example.org>' !room:example.org --as @alice:example.org",
    },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account } = await messageMeant(tx, deps, input.message);
        const placing = placingOf(deps, account, input.as);
        await lockDecisions(tx, account.id);
        const { message } = await messageMeant(tx, deps, input.message);
        const to = await other(tx, deps, account, input.into, message.thread);
        return placed(await moveBranch(tx, placing, message, to));
      }),
  }),
  operation({
    id: 'split',
    summary: 'Makes a conversation of its own of a mail and all that came after it.',
    method: 'POST',
    path: '/_mailroom/v1/messages/{message}/split',
    input: onMessage,
    result: schemas.placed,
    ctl: { words: 'split', args: ['message'], example: "split '<abc@example.org>' --as @alice:example.org" },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account } = await messageMeant(tx, deps, input.message);
        const placing = placingOf(deps, account, input.as);
        await lockDecisions(tx, account.id);
        const { message } = await messageMeant(tx, deps, input.message);
        return placed(await splitFrom(tx, placing, message));
      }),
  }),
  operation({
    id: 'merge',
    summary: 'Puts all of a conversation into another one of its account.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/merge',
    input: z.object({ thread: fields.thread, into: fields.thread, as: fields.as }),
    result: schemas.placed,
    ctl: {
      words: 'merge',
      args: ['thread', 'into'],
      example: 'merge !one:example.org !other:example.org --as @alice:example.org',
    },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account } = await threadMeant(tx, deps, input.thread);
        const placing = placingOf(deps, account, input.as);
        await lockDecisions(tx, account.id);
        const { thread, room } = await threadMeant(tx, deps, input.thread);
        const to = await other(tx, deps, account, input.into, thread);
        return placed(await mergeInto(tx, placing, { thread, room }, to));
      }),
  }),
];

function placingOf(deps: OperationDeps, account: Account, as: string): Placing {
  const user = actor(deps, account, as, 'release');
  return { ...deps, account, who: { user, of: newAct(), room: null } };
}

/** Only conversations of the same account: its people see no others. */
async function other(tx: Transaction, deps: OperationDeps, account: Account, word: string, from: string) {
  const to = await threadMeant(tx, deps, word);
  if (to.account.id !== account.id) throw new NotPossible('conversations of different accounts stay apart');
  if (to.thread === from) throw new NotPossible('it is in that conversation already');
  return to.thread;
}

function placed(outcome: PlaceOutcome) {
  switch (outcome.kind) {
    case 'done':
      return { thread: outcome.to, moved: outcome.count };
    case 'too-many':
      throw new NotPossible(`${outcome.count} mails are too many: at most ${MOST_MOVED} at once`);
    case 'first-stays':
      throw new NotPossible('with its first mail all of the conversation would move');
    case 'nothing-here':
      throw new NotPossible('the conversation has no mails');
  }
}
