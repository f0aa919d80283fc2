/**
 * Who gets an answer: the one place where what the mails say, what people of the room chose and what its author asked
 * for come together. Pure.
 */
import { addressKey } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import type { Asked } from '../from-matrix/content.ts';
import type { Recipients } from '../types.ts';
import { bannedKeys, withoutBanned } from './left-out.ts';
import { amongParticipants, isNobody, recipientsFor, senderFor, withChosen } from './recipients.ts';
import type { Chosen, MailPeople } from './recipients.ts';

/** Which mails an answer may go by. */
interface Answerable {
  /**
   * The mail of the thread that is answered by a reply to its event; null for none, and for a report, which reads no
   * answers.
   */
  readonly repliedTo: MailPeople | null;
  /** The newest that may be answered, and the newest of ours. */
  readonly latestIncoming: MailPeople | null;
  readonly latestOutgoing: MailPeople | null;
}

interface AudienceFacts extends Answerable {
  /**
   * The recipients of the mail of ours that is corrected by a reply to the notice that it had left; null for every
   * other message.
   */
  readonly corrects: Recipients | null;
  /** The newest that may be answered and whose sender is verified. */
  readonly latestVerified: MailPeople | null;
  /**
   * The `addressKey`s of those who take part, where a mail for which nobody vouches chooses nothing: somebody verified
   * takes part, or we began it. Null where nobody is, and where the account believes nobody: there such a mail is
   * answered as any other.
   */
  readonly participants: ReadonlySet<string> | null;
  readonly chosen: readonly Chosen[];
  /** Whether answers of the thread go to the sender alone unless somebody says otherwise. */
  readonly senderOnly: boolean;
  /** What the author of a message said about it. */
  readonly asked: Asked | null;
}

/**
 * The recipients of an answer; nobody where there are none. `isOwn`: an address of the account, plus-details included.
 */
export function audienceOf(facts: AudienceFacts, isOwn: (address: Address) => boolean): Recipients {
  const banned = bannedKeys(facts.chosen);
  // Another address in Reply-To is theirs as well.
  const answerable = (mail: MailPeople | null) =>
    mail?.from.some(({ address }) => banned.has(addressKey(address))) === true ? { ...mail, replyTo: [] } : mail;
  const asked = {
    ...facts,
    repliedTo: answerable(facts.repliedTo),
    latestIncoming: answerable(facts.latestIncoming),
    latestVerified: answerable(facts.latestVerified),
  };
  return withoutBanned(askedAudience(asked, isOwn), banned);
}

function askedAudience(facts: AudienceFacts, isOwn: (address: Address) => boolean): Recipients {
  if (facts.corrects !== null && facts.asked !== 'sender' && !isNobody(facts.corrects)) return facts.corrects;
  const alone = facts.asked === 'sender' || (facts.asked === null && facts.senderOnly);
  const counted = countedMails(facts, isOwn);
  const sender = alone ? senderFor(senderMails(facts, counted, isOwn), isOwn) : null;
  return sender ?? withChosen(recipientsFor(counted, isOwn), facts.chosen);
}

/**
 * A mail for which nobody vouches adds nobody to the answers of a conversation that others made, and replaces nobody.
 */
function countedMails(facts: AudienceFacts, isOwn: (address: Address) => boolean): Answerable {
  const { repliedTo, latestIncoming, latestOutgoing, latestVerified, participants } = facts;
  if (participants === null) return { repliedTo, latestIncoming, latestOutgoing };
  // The one that a person chose is answered at its From, which they see.
  const chosen =
    repliedTo === null || repliedTo.verified ? repliedTo : amongParticipants(repliedTo, participants, isOwn);
  return { repliedTo: chosen, latestIncoming: latestVerified, latestOutgoing };
}

/**
 * Who asks for the sender alone never gets everybody: a participant whom nobody vouches for is answered at their own
 * address.
 */
function senderMails(facts: AudienceFacts, counted: Answerable, isOwn: (address: Address) => boolean): Answerable {
  const { latestIncoming, participants } = facts;
  if (counted.latestIncoming !== null || latestIncoming === null || participants === null) return counted;
  if (!latestIncoming.from.every(({ address }) => participants.has(addressKey(address)))) return counted;
  return { ...counted, latestIncoming: amongParticipants(latestIncoming, participants, isOwn) };
}
