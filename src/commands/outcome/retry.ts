import { z } from 'zod';
import { noArguments } from '../../bridge/command/arguments.ts';
import { renderRetry } from '../../bridge/command/parse-command.ts';
import type { AccountId, MessageKey, ThreadId } from '../../bridge/types.ts';
import { unpauseAddresses } from '../../db/mail-tables/delivery-status.ts';
import { loadOutgoing } from '../../db/mail-tables/outgoing.ts';
import { retryMails } from '../../db/mail-tables/outgoing-delivery.ts';
import { lockMailOfEvent } from '../../db/mail-tables/outgoing-messages.ts';
import type { Transaction } from '../../db/pool.ts';
import { addressKey } from '../../mail/address.ts';
import { newAct, tellPlace, threadMeant } from '../../operations/meant.ts';
import { actor, fields, NotThere, operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

const retryOperation = operation({
  id: 'retry',
  summary: 'Tries again what could not be delivered, all of a conversation or one mail of it.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/retry',
  input: z.object({
    thread: fields.thread,
    as: fields.as,
    mail: z.string().optional().meta({ description: 'One of those that `mails` lists; all of them without it.' }),
  }),
  result: z.object({ retried: z.int() }),
  ctl: { words: 'retry', args: ['thread', 'mail?'], example: 'retry !room:example.org --as @alice:example.org' },
  run: (deps, input) =>
    deps.db.transaction(async (tx) => {
      const { account, thread } = await threadMeant(tx, deps, input.thread);
      const by = actor(deps, account, input.as, 'answer');
      const mail = input.mail === undefined ? null : await loadOutgoing(tx, input.mail);
      if (input.mail !== undefined && mail?.thread !== thread) {
        throw new NotThere(`the conversation has no mail ${input.mail}`);
      }
      const mails: MessageKey[] | null = mail === null ? null : [mail.outgoing];
      const retried = await retryThread(tx, { account: account.id, thread }, mails);
      const line = words(account.language)('commands-retrying', { count: retried });
      if (retried > 0) await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
      return { retried };
    }),
  plain: ({ retried }) => renderRetry(retried, 'en').body,
});

/**
 * `!mail retry`: tries the mails of the room again, as a reply to a message only the one that it is in, also to whom is
 * paused.
 */
export const mailRetry = mailCommand({
  name: 'retry',
  order: 180,
  args: noArguments,
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'retry',
  outside: { operations: [retryOperation] },
  run: async (tx, { account, room: { room }, thread }, _nothing, { replyTo }) => {
    const found = replyTo === null ? null : await lockMailOfEvent(tx, { room, event: replyTo });
    if (replyTo !== null && found?.mail.thread !== thread) return renderRetry(0, account.language);
    const mails = found === null ? null : [found.mail.outgoing];
    return renderRetry(await retryThread(tx, { account: account.id, thread }, mails), account.language);
  },
});

/** Tries these mails of a thread again, or all of them, also to whom is paused; how many. */
async function retryThread(
  tx: Transaction,
  { account, thread }: { readonly account: AccountId; readonly thread: ThreadId },
  mails: readonly MessageKey[] | null,
): Promise<number> {
  const again = await retryMails(tx, thread, { mails, addresses: null });
  await unpauseAddresses(tx, account, again.addresses.map(addressKey));
  return again.mails.length;
}
