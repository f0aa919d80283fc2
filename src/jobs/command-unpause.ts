/** `!mail unpause ADDRESS` and `!mail retry`: what was not delivered is tried again. */
import { renderLines, renderRetry } from '../bridge/commands.ts';
import type { AccountId, MessageKey, ThreadId } from '../bridge/types.ts';
import { heldBack, unpauseAddresses } from '../db/ladder.ts';
import { lockMailOfEvent, retryMails } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addressKey, parseAddress } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';

/** Ends the pause of an address; mails of the room that were held back for it leave to it. */
export const commandUnpause: CommandHandler = async (tx, { account, room: { thread } }, { args }) => {
  const say = words(account.language).ladder;
  const address = parseAddress((args[0] ?? '').replace(/^mailto:/i, ''));
  if (address === null) return renderLines([say.noAddress]);
  const again = await unpauseAddress(tx, { account: account.id, thread }, address);
  return renderLines([again === null ? say.notPaused(address) : say.unpaused(address, again)]);
};

/** Ends a pause; how many mails of the thread leave again by that, null where the address was not paused. */
export async function unpauseAddress(
  tx: Transaction,
  { account, thread }: { readonly account: AccountId; readonly thread: ThreadId | null },
  address: Address,
): Promise<number | null> {
  const key = addressKey(address);
  if ((await unpauseAddresses(tx, account, [key])) === 0) return null;
  const held = thread === null ? [] : (await heldBack(tx, thread)).filter((one) => addressKey(one.address) === key);
  if (thread !== null && held.length > 0) {
    await retryMails(tx, thread, {
      mails: held.map(({ outgoing }) => outgoing),
      addresses: held.map((one) => one.address),
    });
  }
  return held.length;
}

/** Tries the mails of the room again, as a reply to a message only the one that it is in, also to whom is paused. */
export const commandRetry: CommandHandler = async (tx, { account, room: { thread } }, { replyTo }) => {
  if (thread === null) return renderRetry(0, account.language);
  const found = replyTo === null ? null : await lockMailOfEvent(tx, replyTo);
  if (replyTo !== null && found?.mail.thread !== thread) return renderRetry(0, account.language);
  const mails = found === null ? null : [found.mail.outgoing];
  return renderRetry(await retryThread(tx, { account: account.id, thread }, mails), account.language);
};

/** Tries these mails of a thread again, or all of them, also to whom is paused; how many. */
export async function retryThread(
  tx: Transaction,
  { account, thread }: { readonly account: AccountId; readonly thread: ThreadId },
  mails: readonly MessageKey[] | null,
): Promise<number> {
  const again = await retryMails(tx, thread, { mails, addresses: null });
  await unpauseAddresses(tx, account, again.addresses.map(addressKey));
  return again.mails.length;
}
