import { memberByAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import { plainName } from '../bridge/room-state.ts';
import type { RoomVoice } from '../bridge/to-matrix.ts';
import { formatPerson } from '../mail/address.ts';
import type { ParsedMail } from '../mail/types.ts';
import { words } from '../mail/words.ts';

/**
 * Who says a mail in its room: the ghost of its sender. What the account's own people wrote in a mail program is said by the bot,
 * which is the account's voice, and names them; so is a mail of nobody.
 */
export function voiceOf(
  ghosts: GhostCodec,
  account: Account,
  mail: ParsedMail,
  direction: 'in' | 'colleague',
): RoomVoice {
  const [from] = mail.from;
  const said = words(account.language).room;
  if (from === undefined) return { user: ghosts.bot, name: null, prefix: said.noSender };
  if (direction === 'colleague') {
    return { user: ghosts.bot, name: null, prefix: said.fromMailProgram(colleagueName(account, mail)) };
  }
  const member = memberByAddress(account, from.address);
  if (member !== null) {
    // A member has no ghost: they are in the room themselves, and nobody may speak as them.
    return { user: ghosts.bot, name: null, prefix: said.fromMailProgram(formatPerson(from)) };
  }
  return { user: ghosts.ghost(from.address), name: plainName(from.name, from.address), prefix: '' };
}

function colleagueName(account: Account, mail: ParsedMail): string {
  const sender = mail.sender ?? mail.from[0];
  if (sender === undefined) return account.name;
  const member = memberByAddress(account, sender.address);
  if (member?.name !== null && member !== null) return member.name;
  return sender.name === '' ? account.name : sender.name;
}
