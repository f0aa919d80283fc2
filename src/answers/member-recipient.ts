/**
 * A ghost that people invite into the room of a thread gets copies; one that they remove gets no answers until they
 * write again; one that they ban gets none until the ban is lifted or somebody names them as a recipient.
 */
import { isOwnAddress } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { renderRefusal } from '../bridge/told/refusal.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import type { Keyed } from '../bridge/recipients/recipients.ts';
import { plainName } from '../bridge/room/room-state.ts';
import type { ThreadId, UserId } from '../bridge/types.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import type { Transaction } from '../db/pool.ts';
import { chooseRecipient, outsideOf, unbanRecipient } from '../db/mail-tables/recipients-chosen.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { formatPerson } from '../mail/address.ts';
import { words } from '../words/words.ts';
import { addressOfGhost } from '../handling/ghost-address.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { capabilitiesOf, refusalFacts } from '../handling/rights.ts';
import { refusedAside } from '../handling/side-conversations.ts';
import { draftPeopleChanged } from './draft-changed.ts';
import { recipientsIn } from './recipients-in.ts';

type Moved = Extract<MatrixAction, { kind: 'membership' }>;

/**
 * Follows what people do with ghosts; nothing where ghosts or the bot act themselves.
 *
 * @param wasBanned as the room was known before: who leaves then is only let in again
 */
export async function ghostMoved(
  tx: Transaction,
  context: EventContext,
  { user, membership }: Moved,
  wasBanned: boolean,
): Promise<void> {
  const { room, ghosts, event } = context;
  if (room.thread === null || room.kind !== 'thread' || !ghosts.isGhost(user) || ghosts.isOwn(event.sender)) return;
  if (membership === 'invite') return ghostInvited(tx, context, room.thread, user);
  if (membership === 'leave' && wasBanned) return ghostUnbanned(tx, context, room.thread, user);
  if (membership === 'leave' || membership === 'ban') return ghostRemoved(tx, context, room.thread, user, membership);
}

async function ghostInvited(tx: Transaction, context: EventContext, thread: ThreadId, user: UserId): Promise<void> {
  const { account, event } = context;
  const say = words(account.language);
  const address = await addressOfGhost(tx, context.ghosts, user);
  if (address === null || isOwnAddress(account, address)) {
    await removeGhost(tx, context, thread, user);
    await addSend(
      tx,
      answer(
        context,
        'member-recipient',
        renderLines([say('recipients-ghost-not-added', { address: address ?? user })]),
        {
          mention: true,
        },
      ),
    );
    return;
  }
  const person = keyed([{ name: '', address }])[0];
  if (person === undefined) return;
  const aside = await refusedAside(tx, account, thread, [person]);
  if (aside !== null) {
    await removeGhost(tx, context, thread, user);
    await addSend(tx, answer(context, 'member-recipient', renderLines([aside]), { mention: true }));
    return;
  }
  const outside = (await outsideOf(tx, thread, [person])).length > 0;
  const needed = outside ? 'outside' : 'answer';
  if (!capabilitiesOf(context).has(needed)) {
    await removeGhost(tx, context, thread, user);
    const refusal = renderRefusal(refusalFacts(context, needed), account.language);
    await addSend(tx, answer(context, 'member-recipient', refusal, { mention: true }));
    return;
  }
  const added = await addToCc(tx, context, thread, person, outside);
  await bringGhost(tx, context, thread, user, person);
  if (added)
    await addSend(
      tx,
      answer(
        context,
        'member-recipient',
        renderLines([
          outside
            ? say('recipients-ghost-added', { person: formatPerson(person) })
            : say('recipients-ghost-added-known', { person: formatPerson(person) }),
        ]),
      ),
    );
  await tx.query(
    `UPDATE thread_people SET standing = 'participant', decided_by = $3
     WHERE thread = $1 AND address = $2 AND standing <> 'participant'`,
    [thread, person.key, event.sender],
  );
}

/** Whether it changes anything: who gets the answers anyway stays where they are. */
async function addToCc(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  person: Keyed,
  outside: boolean,
): Promise<boolean> {
  const { to, cc, bcc = [] } = await recipientsIn(tx, context, thread, null, 'all');
  if (keyed([...to, ...cc, ...bcc]).some(({ key }) => key === person.key)) return false;
  const choice = { account: context.account.id, thread, person, by: context.event.sender, quoted: !outside };
  await chooseRecipient(tx, { ...choice, field: 'cc' });
  await draftPeopleChanged(tx, context.account, thread, { field: 'cc', add: [person], remove: [] });
  return true;
}

async function ghostRemoved(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  user: UserId,
  how: 'leave' | 'ban',
): Promise<void> {
  const { account, event } = context;
  const person = await personOfGhost(tx, context, user);
  if (person === null) return;
  const { address } = person;
  const choice = { account: account.id, thread, person, by: event.sender, quoted: true };
  await chooseRecipient(tx, { ...choice, field: how === 'ban' ? 'banned' : 'none' });
  await draftPeopleChanged(tx, account, thread, { field: 'to', add: [], remove: [address] });
  const say = words(account.language);
  const lines =
    how === 'ban'
      ? [say('recipients-ghost-banned', { address }), say('recipients-ghost-banned-how', { address })]
      : [say('recipients-ghost-dropped', { address })];
  await addSend(tx, answer(context, 'member-recipient', renderLines(lines)));
}

/** Nothing is said where somebody had named them as a recipient meanwhile. */
async function ghostUnbanned(tx: Transaction, context: EventContext, thread: ThreadId, user: UserId): Promise<void> {
  const person = await personOfGhost(tx, context, user);
  if (person === null || !(await unbanRecipient(tx, thread, person.key))) return;
  const said = words(context.account.language)('recipients-ghost-unbanned', { address: person.address });
  await addSend(tx, answer(context, 'member-recipient', renderLines([said])));
}

async function personOfGhost(tx: Transaction, context: EventContext, user: UserId): Promise<Keyed | null> {
  const address = await addressOfGhost(tx, context.ghosts, user);
  return address === null ? null : (keyed([{ name: '', address }])[0] ?? null);
}

/** Has a ghost come into the room of its thread. */
export async function bringGhost(
  tx: Transaction,
  { account, event, ids }: Pick<EventContext, 'account' | 'event' | 'ids'>,
  thread: ThreadId,
  user: UserId,
  { name, address }: Keyed,
): Promise<void> {
  const act = ids.send(event.event, `join:${user}`);
  const shown = plainName(name, address);
  await addAct(tx, { act, account: account.id, thread, room: null, kind: 'join', user, name: shown, said: null });
}

/** Has a ghost leave the room of its thread. */
export async function removeGhost(
  tx: Transaction,
  { account, event, ids }: Pick<EventContext, 'account' | 'event' | 'ids'>,
  thread: ThreadId,
  user: UserId,
): Promise<void> {
  const act = ids.send(event.event, `remove:${user}`);
  await addAct(tx, { act, account: account.id, thread, room: null, kind: 'remove', user, name: null, said: null });
}
