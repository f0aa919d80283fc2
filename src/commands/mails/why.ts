import { z } from 'zod';
import { noArguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { renderWhy } from '../../bridge/told/why-told.ts';
import type { WhyFacts } from '../../bridge/told/why-told.ts';
import type { MessageKey } from '../../bridge/types.ts';
import type { Queryable } from '../../db/pool.ts';
import { mailAttempts } from '../../db/mail-tables/outgoing-attempts.ts';
import { placedBy } from '../../db/thread-tables/thread-moves.ts';
import type { Message } from '../../db/thread-tables/threads.ts';
import { mailMeant } from '../../handling/event-target.ts';
import { messageMeant } from '../../operations/meant.ts';
import { fields, operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { PLAIN_READER } from '../../operations/plain.ts';

const sender = z.object({
  verdict: z.string(),
  reason: z.string(),
  policy: z.string().nullable(),
  as: z.enum(['self', 'marked', 'bot']),
  marks: z.array(z.string()),
  evidence: z.array(z.object({ said: z.string(), by: z.string() })),
});

const attempt = z.object({
  attempt: z.int(),
  at: z.iso.datetime(),
  address: z.string(),
  outcome: z.enum(['accepted', 'deferred', 'refused', 'not-sent', 'unknown']),
  code: z.int().nullable().meta({ description: 'The SMTP reply code.' }),
  enhanced: z.string().nullable().meta({ description: 'An enhanced status code (RFC 3463).' }),
  words: z.string(),
});

const whyOperation = operation({
  id: 'why',
  summary: 'Why a mail is in its conversation, and how its sender was checked.',
  method: 'GET',
  path: '/_mailroom/v1/messages/{message}/why',
  input: z.object({ message: fields.message }),
  result: z.object({
    message: z.string(),
    thread: z.string(),
    decision: z.string(),
    row: z
      .object({
        relation: z.enum(['same-organisation', 'names-participants', 'other']),
        verdict: z.enum(['pass', 'unchecked', 'fail']),
      })
      .nullable()
      .meta({ description: 'What a sender who had no part in the conversation was to it (docs/security.md).' }),
    placedBy: z.string().nullable(),
    attempts: z
      .array(attempt)
      .meta({ description: 'Attempts to hand a mail of ours to the relay, by recipient, the first first.' }),
    sender: sender.nullable(),
  }),
  ctl: { words: 'why', args: ['message'], example: "why '<abc@example.org>'" },
  run: async (deps, input) => {
    const { message } = await messageMeant(deps.db, deps, input.message);
    return { message: message.message, thread: message.thread, ...(await whyOf(deps.db, message)) };
  },
  plain: (facts) => renderWhy(facts, PLAIN_READER).body,
});

/** `!mail why` as a reply: why a mail stands in this conversation, and whether it is from whom it says. */
export const mailWhy = mailCommand({
  name: 'why',
  order: 210,
  args: noArguments,
  needs: 'source',
  scope: 'thread',
  where: ['thread'],
  example: 'why',
  examples: [{ says: ['why'], reply: true }],
  outside: { operations: [whyOperation] },
  run: async (tx, { operator, room: { room }, thread }, _nothing, { replyTo }) => {
    const say = words(operator.language);
    if (replyTo === null) return renderLines([say('sender-why-reply-to')]);
    const message = await mailMeant(tx, { room, event: replyTo });
    if (message === null || message.thread !== thread) return renderLines([say('sender-why-unknown')]);
    return renderWhy(await whyOf(tx, message), operator);
  },
});

/** What was found out about a mail. */
async function whyOf(
  db: Queryable,
  { message, outgoing, facts }: Pick<Message, 'message' | 'outgoing' | 'facts'>,
): Promise<WhyFacts> {
  return {
    decision: facts.decision,
    row: facts.row ?? null,
    sender: facts.sender,
    placedBy: await placedBy(db, message),
    attempts: outgoing === null ? [] : await mailAttempts(db, outgoing as MessageKey),
  };
}
