import { memberByAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import { plainName } from '../bridge/room-state.ts';
import { markedName } from '../bridge/sender.ts';
import type { MarkReason, Shown } from '../bridge/sender.ts';
import type { RoomVoice } from '../bridge/to-matrix.ts';
import { formatPerson } from '../mail/address.ts';
import type { ParsedMail } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { SenderWords } from '../mail/words-sender.ts';

/**
 * Who says a mail in its room: the ghost of its sender. What the account's own people wrote in a mail program is said by the bot,
 * which is the account's voice, and names them; so is a mail of nobody. Whom nobody vouches for has a marked ghost, another
 * user, or is quoted by the bot.
 *
 * @param shown as whom, by the policy on senders; null for mail in Sent
 */
export function voiceOf(
  ghosts: GhostCodec,
  account: Account,
  mail: ParsedMail,
  direction: 'in' | 'colleague',
  shown: Shown | null,
): RoomVoice {
  const [from] = mail.from;
  const { room, sender, entry } = words(account.language);
  if (from === undefined) return { user: ghosts.bot, name: null, prefix: room.noSender };
  if (shown?.as === 'bot') {
    const prefix = shown.claim === '' ? room.noSender : sender.claims(shown.claim);
    return { user: ghosts.bot, name: null, prefix };
  }
  if (shown?.as === 'marked') {
    const mark = shown.why[0] === 'newcomer' ? entry.mark : markOf(shown.why, sender);
    const name = markedName({ name: shown.name, address: shown.address }, mark);
    return { user: ghosts.claimed(shown.address), name, prefix: '' };
  }
  if (direction === 'colleague') {
    return { user: ghosts.bot, name: null, prefix: room.fromMailProgram(colleagueName(account, mail)) };
  }
  const member = memberByAddress(account, from.address);
  if (member !== null) {
    // A member has no ghost: they are in the room themselves, and nobody may speak as them.
    return { user: ghosts.bot, name: null, prefix: room.fromMailProgram(formatPerson(from)) };
  }
  return { user: ghosts.ghost(from.address), name: plainName(from.name, from.address), prefix: '' };
}

/** The most serious mark in a word: a name holds no more. `!mail why` tells all. */
function markOf(why: readonly MarkReason[], said: SenderWords): string {
  const [first = 'unchecked'] = why;
  switch (first) {
    case 'failed':
    case 'other-login':
    case 'no-from':
    case 'several-from':
      return said.failed;
    case 'imitates':
    case 'address-in-name':
    case 'turned-name':
    case 'mixed-scripts':
      return said.notTheirName;
    case 'group':
    case 'unchecked':
    case 'newcomer':
      return said.notVerified;
  }
}

function colleagueName(account: Account, mail: ParsedMail): string {
  const sender = mail.sender ?? mail.from[0];
  if (sender === undefined) return account.name;
  const member = memberByAddress(account, sender.address);
  if (member?.name !== null && member !== null) return member.name;
  return sender.name === '' ? account.name : sender.name;
}
