import { z } from 'zod';
import { wholeText } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { AccountId, ThreadId } from '../../bridge/types.ts';
import { withheld, unpauseAddresses } from '../../db/mail-tables/delivery-status.ts';
import { retryMails } from '../../db/mail-tables/outgoing-delivery.ts';
import type { Transaction } from '../../db/pool.ts';
import { addressKey, parseAddress } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import { newAct, tellPlace, threadMeant } from '../../operations/meant.ts';
import { accountByKey, actor, fields, NotPossible, NotThere, operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

const unpauseOperation = operation({
  id: 'unpause',
  summary: 'Sends to an address again after a mail to it had bounced.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/unpause',
  input: z.object({
    account: fields.oneAccount,
    address: z.string().max(400),
    thread: fields.thread.optional().meta({ description: 'Mails of this conversation that were held back leave too.' }),
    as: fields.as,
  }),
  result: z.object({ unpaused: z.literal(true), retried: z.int() }),
  ctl: {
    words: 'unpause',
    args: ['account', 'address'],
    example: 'unpause support bob@example.org --as @alice:example.org',
  },
  run: (deps, input) =>
    deps.db.transaction(async (tx) => {
      const account = accountByKey(deps, input.account);
      const by = actor(deps, account, input.as, 'answer');
      const on = input.thread === undefined ? null : await threadMeant(tx, deps, input.thread);
      if (on !== null && on.account.id !== account.id) throw new NotThere(`no conversation of ${account.id}`);
      const address = parseAddress(input.address);
      if (address === null) throw new NotPossible(`${input.address} is no address`);
      const thread = on?.thread ?? null;
      const retried = await unpauseAddress(tx, { account: account.id, thread }, address);
      if (retried === null) throw new NotThere(`nothing to ${address} is held back`);
      const line = words(account.language)('delivery-unpaused', { address, mails: retried });
      await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
      return { unpaused: true, retried };
    }),
  plain: ({ retried }) => `Mail to it goes out again. Mails that had been held back and leave now: ${retried}`,
});

/** `!mail unpause`: ends the pause of an address; mails of the room that were withheld from it are mailed to it. */
export const mailUnpause = mailCommand({
  name: 'unpause',
  order: 190,
  args: wholeText('ADDRESS', 1, 1),
  needs: 'answer',
  scope: 'account',
  where: ACCOUNT_ROOMS,
  example: 'unpause bob@example.org',
  outside: { operations: [unpauseOperation] },
  run: async (tx, { account, thread }, text) => {
    const say = words(account.language);
    const address = parseAddress(text.trim().replace(/^mailto:/i, ''));
    if (address === null) return renderLines([say('delivery-no-address')]);
    const again = await unpauseAddress(tx, { account: account.id, thread }, address);
    return renderLines([
      again === null ? say('delivery-not-paused', { address }) : say('delivery-unpaused', { address, mails: again }),
    ]);
  },
});

/** Ends a pause; how many mails of the thread leave again by that, null where the address was not paused. */
async function unpauseAddress(
  tx: Transaction,
  { account, thread }: { readonly account: AccountId; readonly thread: ThreadId | null },
  address: Address,
): Promise<number | null> {
  const key = addressKey(address);
  if ((await unpauseAddresses(tx, account, [key])) === 0) return null;
  const held = thread === null ? [] : (await withheld(tx, thread)).filter((one) => addressKey(one.address) === key);
  if (thread !== null && held.length > 0) {
    await retryMails(tx, thread, {
      mails: held.map(({ outgoing }) => outgoing),
      addresses: held.map((one) => one.address),
    });
  }
  return held.length;
}
