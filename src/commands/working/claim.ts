import { wholeText } from '../../bridge/command/arguments.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import { shownName } from '../../bridge/helpdesk/team-work.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { claimWork, loadWork } from '../../db/helpdesk-tables/thread-work.ts';
import { operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { claimElsewhere } from './claim-elsewhere.ts';
import { onThread, workAt, workedSchema, workedText, workOn } from './worked.ts';

const claimOperation = operation({
  id: 'claim',
  summary: 'Somebody takes a conversation that nobody has.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/claim',
  input: onThread,
  result: workedSchema,
  ctl: { words: 'claim', args: ['thread'], example: 'claim !room:example.org --as @alice:example.org' },
  run: (deps, input) =>
    workOn(deps, input, async (tx, on) => {
      const done = await claimWork(tx, workAt(on), on.by, { event: null, force: false });
      return done ? on.say('helpdesk-claimed') : null;
    }),
  plain: workedText,
});

/**
 * `!mail claim`: whoever says it has the conversation, unless somebody else has: that of the room; elsewhere the one
 * whose line it replies to, or whose room it names.
 */
export const mailClaim = mailCommand({
  name: 'claim',
  order: 120,
  args: wholeText('[ROOM]', 0, 20),
  needs: 'answer',
  scope: 'thread',
  where: EVERYWHERE,
  example: 'claim',
  examples: [
    { says: ['claim', 'claim', 'unclaim', 'unclaim'] },
    { says: ['claim', 'claim #elsewhere:matrix.test'], where: 'inbox' },
  ],
  outside: { operations: [claimOperation] },
  run: async (tx, context, _room, call) => {
    if (context.place !== 'thread') return claimElsewhere(tx, context, call);
    const { account, thread, event } = context;
    const say = words(account.language);
    const done = await claimWork(tx, { account: account.id, thread }, event.sender, { event: null, force: false });
    if (done) return renderLines([say('helpdesk-claimed')]);
    const by = (await loadWork(tx, thread))?.claimedBy ?? null;
    if (by === null || by === event.sender) return renderLines([say('helpdesk-had-already')]);
    return renderLines([say('helpdesk-had-by', { name: shownName(account, by) })]);
  },
});
