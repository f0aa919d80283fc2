/** `!mail unpause ADDRESS` and `!mail retry`: what was not delivered is tried again. */
import { renderLines, renderRetry } from '../bridge/commands.ts';
import { heldBack, unpauseAddresses } from '../db/ladder.ts';
import { lockMailOfEvent, retryMails } from '../db/outgoing.ts';
import { addressKey, parseAddress } from '../mail/address.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';

/** Ends the pause of an address; mails of the room that were held back for it leave to it. */
export const commandUnpause: CommandHandler = async (tx, { account, room: { thread } }, { args }) => {
  const say = words(account.language).ladder;
  const address = parseAddress((args[0] ?? '').replace(/^mailto:/i, ''));
  if (address === null) return renderLines([say.noAddress]);
  const key = addressKey(address);
  if ((await unpauseAddresses(tx, account.id, [key])) === 0) return renderLines([say.notPaused(address)]);
  const held = thread === null ? [] : (await heldBack(tx, thread)).filter((one) => addressKey(one.address) === key);
  if (thread !== null && held.length > 0) {
    await retryMails(tx, thread, {
      mails: held.map(({ outgoing }) => outgoing),
      addresses: held.map((one) => one.address),
    });
  }
  return renderLines([say.unpaused(address, held.length)]);
};

/** Tries the mails of the room again, as a reply to a message only the one that it is in, also to whom is paused. */
export const commandRetry: CommandHandler = async (tx, { account, room: { thread } }, { replyTo }) => {
  if (thread === null) return renderRetry(0, account.language);
  const found = replyTo === null ? null : await lockMailOfEvent(tx, replyTo);
  if (replyTo !== null && found?.mail.thread !== thread) return renderRetry(0, account.language);
  const mails = found === null ? null : [found.mail.outgoing];
  const again = await retryMails(tx, thread, { mails, addresses: null });
  await unpauseAddresses(tx, account.id, again.addresses.map(addressKey));
  return renderRetry(again.mails.length, account.language);
};
