import { memberByAddress } from '../account/account.ts';
import type { Account, Member } from '../account/account.ts';
import type { GhostCodec } from '../ids.ts';
import { plainName } from '../room/room-state.ts';
import { markedName } from '../admission/sender.ts';
import type { MarkReason, ShownSender } from '../admission/sender.ts';
import type { RoomIdentity } from '../to-matrix/shown-mail.ts';
import { formatPerson } from '../../mail/address.ts';
import type { ParsedMail, Person } from '../../mail/types.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';

/**
 * Who says a mail in its room: the ghost of its sender. What the account's own people wrote in a mail program is said
 * by the bot, which speaks for the account and names them; so is a mail whose From is empty. Whom nobody vouches for
 * has a marked ghost, another user, or is quoted by the bot.
 *
 * @param shown as whom, by the policy on senders; null for mail in Sent
 * @param self the member who wrote it (`provenMember`) and speaks as themselves; null for nobody
 */
export function mailSpeaker(
  ghosts: GhostCodec,
  account: Account,
  mail: ParsedMail,
  direction: 'in' | 'colleague',
  shown: ShownSender | null,
  self: Member | null = null,
): RoomIdentity {
  const [from] = mail.from;
  const say = words(account.language);
  if (from === undefined) return { user: ghosts.bot, name: null, prefix: say('room-no-sender') };
  if (self !== null && (shown === null || shown.as === 'self')) {
    // The name is for the bot, where it has to say it for them after all.
    const name = direction === 'colleague' ? colleagueName(account, from) : formatPerson(from);
    return { user: self.user, name, prefix: '' };
  }
  if (shown?.as === 'bot') {
    const prefix = shown.claim === '' ? say('room-no-sender') : say('sender-claims', { claim: shown.claim });
    return { user: ghosts.bot, name: null, prefix };
  }
  if (shown?.as === 'marked') {
    const mark = shown.why[0] === 'newcomer' ? say('admission-mark') : markOf(shown.why, say);
    const name = markedName({ name: shown.name, address: shown.address }, mark);
    return { user: ghosts.claimed(shown.address), name, prefix: '' };
  }
  if (direction === 'colleague') {
    return {
      user: ghosts.bot,
      name: null,
      prefix: say('room-from-mail-program', { name: colleagueName(account, from) }),
    };
  }
  const member = memberByAddress(account, from.address);
  if (member !== null) {
    // A member has no ghost: they are in the room themselves, and nobody may speak as them.
    return { user: ghosts.bot, name: null, prefix: say('room-from-mail-program', { name: formatPerson(from) }) };
  }
  return { user: ghosts.ghost(from.address), name: plainName(from.name, from.address), prefix: '' };
}

/** The most serious mark in a word: a name holds no more. `!mail why` tells all. */
function markOf(why: readonly MarkReason[], say: Say): string {
  const [first = 'unchecked'] = why;
  switch (first) {
    case 'failed':
    case 'other-login':
    case 'no-from':
    case 'several-from':
      return say('sender-failed');
    case 'imitates':
    case 'address-in-name':
    case 'turned-name':
    case 'mixed-scripts':
      return say('sender-not-their-name');
    case 'group-only':
      return say('sender-group-only');
    case 'group':
    case 'unchecked':
    case 'newcomer':
      return say('sender-not-verified');
  }
}

/** By From alone: whoever writes a mail writes its Sender, and no check is about that. */
function colleagueName(account: Account, from: Person): string {
  const name = memberByAddress(account, from.address)?.name ?? from.name;
  return name === '' ? account.name : name;
}
