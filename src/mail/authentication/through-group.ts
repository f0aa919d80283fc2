/**
 * Mail of a group (Google Groups, Mailman with `from_is_list` or `dmarc_moderation_action` munge, Sympa, LISTSERV,
 * groups of Exchange) that wrote From anew, to the group's own address, so that its mail passes the check of the
 * group's domain (RFC 7960 section 4.1.3.3). Who wrote it stands in fields that everybody can write, and that groups
 * pass on.
 */
import { addressKey, sameAddress } from '../address.ts';
import type { Address, ParsedMail, Person } from '../types.ts';
import type { SenderVerdict } from './verdict.ts';

type GroupMail = Pick<ParsedMail, 'header' | 'from' | 'replyTo' | 'to' | 'cc'>;

/** The group in From, and who it says wrote the mail; `writer` is null where that is not one person. */
interface GroupHop {
  readonly group: Address;
  readonly writer: Person | null;
}

/**
 * Reads whether From is a group's address, and the writer. Believes nothing: whether the group sent it is for the
 * check of senders. Null for what is no group's mail, and where nobody but the group is named.
 *
 * Groups pass on what a writer put into the fields in which another group names the writer. Therefore all that there
 * are must name one person: X-Original-From, X-Original-Sender and Reply-To; where none of them does, the one in Cc
 * with the name that From has before "via" (Mailman, where answers go to the list). Only what Google alone handled is
 * read by the first two, so that writers may have a Reply-To of their own.
 *
 * @param isOwn whether an address is the account's own: who is answered there says nothing about who wrote
 */
function groupHop(mail: GroupMail, isOwn: (address: Address) => boolean): GroupHop | null {
  const [from, second] = mail.from;
  if (from === undefined || second !== undefined) return null;
  const group = from.address;
  const isListed = namesAsList(mail, group);
  if (!isListed && !isToItselfVia(mail, from)) return null;
  const writers = writersOf(mail, from, isOwn);
  const [first] = writers;
  // A list of ours that names nobody says no more of the writer than its own address.
  if (first === undefined) return isListed && isOwn(group) ? { group, writer: null } : null;
  if (!writers.every(({ address }) => sameAddress(address, first.address))) return { group, writer: null };
  const names = [...writers.map((one) => one.name), writerName(from.name) ?? ''];
  return { group, writer: { address: first.address, name: names.find((one) => one !== '') ?? '' } };
}

function writersOf(mail: GroupMail, from: Person, isOwn: (address: Address) => boolean): readonly Person[] {
  const { originalFrom: authors, originalSender: senders, googleAlone } = mail.header.sentOn;
  if (googleAlone && authors.length === 1 && senders.length === 1) return [...authors, ...senders];
  const others = (people: readonly Person[]) =>
    people.filter(({ address }) => !sameAddress(address, from.address) && !isOwn(address));
  const named = [...authors, ...senders, ...others(mail.replyTo)];
  const name = writerName(from.name);
  return named.length > 0 ? named : others(mail.cc).filter((one) => name !== null && one.name === name);
}

/**
 * The mail as its writer's, with what the check of From is worth for them: only the group vouches, whatever it was. For
 * a group that was not shown to have sent it, nothing changes. Where it names not one person, nobody vouches for an
 * address of ours in From; another list speaks as for any other mail.
 *
 * @param vouched whether the mail is shown to come from the address in From
 * @param isOwn whether an address is the account's own
 */
export function asWritten<Mail extends GroupMail>(
  mail: Mail,
  verdict: SenderVerdict,
  vouched: boolean,
  isOwn: (address: Address) => boolean,
): { readonly mail: Mail; readonly verdict: SenderVerdict } {
  const hop = vouched ? groupHop(mail, isOwn) : null;
  if (hop === null) return { mail, verdict };
  const { group, writer } = hop;
  const base = { verdict: 'unchecked', reason: 'group', internal: false, outside: true, policy: null, group } as const;
  if (writer === null) {
    // Who had logged in at our own server is one of us, whatever the program writes.
    if (!isOwn(group) || verdict.internal) return { mail, verdict };
    const evidence = [...verdict.evidence, { said: 'not one writer is named', by: group }];
    return { mail, verdict: { ...base, address: group, evidence } };
  }
  const evidence = [...verdict.evidence, { said: `written by ${writer.address}`, by: group }];
  return { mail: { ...mail, from: [writer] }, verdict: { ...base, address: writer.address, evidence } };
}

/** Whether a field of lists names an address as the list's. */
function namesAsList({ header }: GroupMail, address: Address): boolean {
  const key = addressKey(address);
  return header.list?.id === key.replace('@', '.') || header.sentOn.addresses.includes(key);
}

/** Groups without fields of lists, such as those of Exchange: written by and to the group, `… via …`. */
function isToItselfVia({ to, cc }: GroupMail, { name, address }: Person): boolean {
  return writerName(name) !== null && [...to, ...cc].some((one) => sameAddress(one.address, address));
}

/** The name of the writer in `'Carl Client' via Support`, `Eva Ernst via Bees` and `Eva Ernst (via bees list)`. */
function writerName(name: string): string | null {
  const at = name.search(/\s\(?via\s/i);
  if (at <= 0) return null;
  return name
    .slice(0, at)
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .trim();
}
