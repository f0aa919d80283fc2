/** Who gets the mails of a conversation: what `!mail to`, `cc` and `bcc` have in common. */
import { isOwnAddress } from '../../bridge/account/account.ts';
import type { Capability } from '../../bridge/account/permissions.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { renderRecipients } from '../../bridge/delivery/outcome-told.ts';
import { joinedNotices, renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { difference, readPeopleChange } from '../../bridge/recipients/change.ts';
import type { PeopleChange } from '../../bridge/recipients/change.ts';
import { keyed } from '../../bridge/recipients/recipients.ts';
import type { Keyed } from '../../bridge/recipients/recipients.ts';
import { renderRefusal } from '../../bridge/told/refusal.ts';
import { chooseRecipient, outsideOf, owedHistory } from '../../db/mail-tables/recipients-chosen.ts';
import type { Transaction } from '../../db/pool.ts';
import { formatPerson } from '../../mail/address.ts';
import type { Address } from '../../mail/types.ts';
import { words } from '../../words/words.ts';
import { draftPeopleChanged } from '../../answers/draft-changed.ts';
import { bringGhost, removeGhost } from '../../answers/member-recipient.ts';
import { refusedAside } from '../../handling/side-conversations.ts';
import { recipientsIn, whoGets } from '../../answers/recipients-in.ts';
import { refusalFacts } from '../../handling/rights.ts';
import type { CommandCall, ThreadContext } from '../framework/context.ts';

/** Why there is no operation of these commands. */
export const ABOUT_NEXT =
  'it is about the next message that somebody writes in that room; `thread` shows who will get it';

/** The same of those that are about a mail that has not left. */
export const ABOUT_WRITTEN = 'it is about what somebody writes in that room, where it is shown and can be taken back';

/** The arguments of `to`, `cc` and `bcc`. */
export const peopleArguments: Arguments<PeopleChange> = {
  usage: '[+ADDRESS|-ADDRESS|ADDRESS …]',
  takes: [0, 200],
  read: ({ rest }) => readPeopleChange(rest),
};

/** `to`, `cc` or `bcc`: shows all recipients, or changes one of the three lists. */
export async function setPeople(
  tx: Transaction,
  context: ThreadContext,
  field: 'to' | 'cc' | 'bcc',
  change: PeopleChange,
  call: CommandCall,
): Promise<NoticeContent> {
  const { account, room, thread } = context;
  const { language } = account;
  const say = words(language);
  const named = call.replyTo ?? call.threadRoot;
  const repliedTo = named === null ? null : { room: room.room, event: named };
  if (change.kind === 'show') return renderRecipients(await whoGets(tx, context, thread, repliedTo), language);
  if (change.kind === 'unreadable') return renderLines([say('recipients-unreadable', { what: change.what })]);
  const now = await recipientsIn(tx, context, thread, repliedTo, 'all');
  const { add, remove } = difference(change, now[field] ?? []);
  const own = add.filter(({ address }) => isOwnAddress(account, address));
  const others = keyed(add.filter((one) => !own.includes(one)));
  const outside = await outsideOf(tx, thread, others);
  const asked = await refusedAside(tx, account, thread, others);
  if (asked !== null) return renderLines([asked]);
  const refused = unlessAble(context, outside.length > 0 ? 'outside' : 'answer');
  if (refused !== null) return refused;
  await addAll(tx, context, field, others, outside);
  await removeAll(tx, context, remove);
  await draftPeopleChanged(tx, account, thread, { field, add: others, remove });
  const then = renderRecipients(await whoGets(tx, context, thread, repliedTo), language);
  const owed = await owedHistory(tx, thread);
  return joinedNotices([
    ...(own.length === 0 ? [] : [renderLines(own.map(({ address }) => say('recipients-own-address', { address })))]),
    then,
    ...(owed.length === 0
      ? []
      : [renderLines([say('recipients-will-quote', { people: owed.map(formatPerson).join(', ') })])]),
  ]);
}

/** What is said to whom lacks something that only some uses of a command need; null to whom has it. */
export function unlessAble(context: ThreadContext, needed: Capability): NoticeContent | null {
  return context.can.has(needed) ? null : renderRefusal(refusalFacts(context, needed), context.account.language);
}

async function addAll(
  tx: Transaction,
  context: ThreadContext,
  field: 'to' | 'cc' | 'bcc',
  people: readonly Keyed[],
  outside: readonly Keyed[],
): Promise<void> {
  const { thread } = context;
  for (const person of people) {
    // History below a mail whose visible recipients all know it would give the blind copy away.
    const quoted = field === 'bcc' || !outside.includes(person);
    const choice = { account: context.account.id, thread, person, by: context.event.sender, quoted };
    await chooseRecipient(tx, { ...choice, field });
    // Nobody else may see a blind copy, so that the room is not told either.
    if (field !== 'bcc') await bringGhost(tx, context, thread, context.ghosts.ghost(person.address), person);
  }
}

async function removeAll(tx: Transaction, context: ThreadContext, addresses: readonly Address[]): Promise<void> {
  const { thread } = context;
  for (const person of keyed(addresses.map((address) => ({ name: '', address })))) {
    const choice = { account: context.account.id, thread, person, by: context.event.sender, quoted: true };
    await chooseRecipient(tx, { ...choice, field: 'none' });
    await removeGhost(tx, context, thread, context.ghosts.ghost(person.address));
  }
}
