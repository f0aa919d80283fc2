import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { beginForward, forwardTrouble, newestMail } from '../../begun/forward.ts';
import type { ForwardRequest } from '../../begun/forward.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { readForward } from '../../bridge/recipients/forward.ts';
import type { ForwardAsked } from '../../bridge/recipients/forward.ts';
import { readPeople } from '../../bridge/recipients/draft.ts';
import type { Transaction } from '../../db/pool.ts';
import { findThreadRoom } from '../../db/room-tables/rooms.ts';
import { sideAskedBy } from '../../db/thread-tables/side-conversations.ts';
import { messageMeant } from '../../operations/meant.ts';
import { actor, fields, NotPossible, operation } from '../../operations/operation.ts';
import { columns, lines } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import type { CommandCall, ThreadContext } from '../framework/context.ts';
import { mailRepliedTo } from '../mails/placing.ts';

const forwardOperation = operation({
  id: 'forward',
  summary: 'Forwards a mail to somebody who has no part in its conversation; the answers come as a side conversation.',
  method: 'POST',
  path: '/_mailroom/v1/messages/{message}/forward',
  input: z.object({
    message: fields.message,
    as: fields.as,
    to: z.array(z.string().max(1000)).min(1).max(20).meta({ description: 'Addresses, with or without names.' }),
    text: z.string().max(200_000).default('').meta({ description: 'Words that go with it, above the mail.' }),
    thread: z.boolean().default(false).meta({
      description: 'Whether what comes back is told in a Matrix thread of the first room as well.',
    }),
    request: z.string().min(1).max(200).optional().meta({
      description: 'Names this request: repeated under the same name it is the same side conversation, begun once.',
    }),
  }),
  result: z.object({
    begun: z.boolean().meta({ description: 'False where this request had begun it before.' }),
    account: z.string(),
    thread: z.string().meta({ description: 'The side conversation.' }),
    room: z.string().nullable().meta({ description: 'Null until it is made.' }),
    alias: z.string(),
  }),
  ctl: {
    words: 'forward',
    args: ['message'],
    example: "forward '<abc@example.org>' --to bob@example.org --text 'Is that ours?' --as @alice:example.org",
  },
  run: async (deps, input) => {
    const of = `request:${input.request ?? randomUUID()}`;
    return deps.db.transaction(async (tx) => {
      const { message, account } = await messageMeant(tx, deps, input.message);
      const user = actor(deps, account, input.as, 'outside');
      const known = await sideAskedBy(tx, account.id, of);
      const asked = { to: input.to.flatMap(readPeople), inThread: input.thread, words: input.text.trim() };
      const english = { ...account, language: 'en' as const };
      const request = { account: english, thread: message.thread, message, user, of, asked };
      const trouble = known === null ? await forwardTrouble(tx, request) : null;
      if (trouble !== null) throw new NotPossible(trouble);
      const thread = known?.thread ?? (await beginForward(tx, deps, request));
      const room = await findThreadRoom(tx, thread);
      const alias = `#${room?.alias ?? deps.ids.threadAlias(thread, 0)}:${deps.ghosts.domain}`;
      return { begun: known === null, account: account.id, thread, room: room?.room ?? null, alias };
    });
  },
  plain: ({ begun, thread, alias }) =>
    lines([begun ? 'Forwarded.' : 'This request had forwarded it already.', columns(thread, alias)]),
});

/** The arguments of `forward`. */
const forwardArguments: Arguments<ForwardAsked> = {
  usage: '[thread] ADDRESS … [WORDS]',
  takes: [1, 10_000],
  read: ({ rest }) => readForward(rest),
};

/** `!mail forward`: a mail goes to somebody outside, and their answers come into a room of their own. */
export const mailForward = mailCommand({
  name: 'forward',
  order: 85,
  args: forwardArguments,
  needs: 'outside',
  scope: 'thread',
  where: ['thread'],
  example: 'forward bob@example.org Can you tell what this is?',
  examples: [
    { says: ['forward thread erin@example.org, dave@example.org\nHas either of you seen that?'], reply: true },
    { says: ['forward Bob'] },
  ],
  outside: { operations: [forwardOperation] },
  run: forward,
});

async function forward(
  tx: Transaction,
  context: ThreadContext,
  asked: ForwardAsked,
  call: CommandCall,
): Promise<NoticeContent | null> {
  const { account, thread, event } = context;
  const say = words(account.language);
  const message = call.replyTo === null ? await newestMail(tx, thread) : await mailRepliedTo(tx, context, call);
  if (message === null) return renderLines([say(call.replyTo === null ? 'thread-nothing-here' : 'thread-no-mail')]);
  const request: ForwardRequest = { account, thread, message, user: event.sender, of: event.event, asked };
  const trouble = await forwardTrouble(tx, request);
  if (trouble !== null) return renderLines([trouble]);
  await beginForward(tx, context, request);
  return null;
}
