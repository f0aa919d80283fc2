/** A ghost that people invite into the room of a thread gets copies; one that they remove gets no more answers. */
import { isOwnAddress } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import { keyed } from '../bridge/recipients.ts';
import type { Keyed } from '../bridge/recipients.ts';
import { plainName } from '../bridge/room-state.ts';
import type { ThreadId, UserId } from '../bridge/types.ts';
import { addAct } from '../db/member-acts.ts';
import type { Transaction } from '../db/pool.ts';
import { chooseRecipient, outsideOf } from '../db/recipients.ts';
import { findGhost } from '../db/rooms.ts';
import type { Queryable } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { formatPerson } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { capabilitiesOf, refusalFacts } from './event-permission.ts';
import { recipientsIn } from './recipients.ts';

type Moved = Extract<MatrixAction, { kind: 'membership' }>;

/** Follows what people do with ghosts; nothing where ghosts or the bot act themselves. */
export async function ghostMoved(tx: Transaction, context: EventContext, { user, membership }: Moved): Promise<void> {
  const { room, ghosts, event } = context;
  if (room.thread === null || room.kind !== 'thread' || !ghosts.isGhost(user) || ghosts.isOwn(event.sender)) return;
  if (membership === 'invite') return ghostInvited(tx, context, room.thread, user);
  if (membership === 'leave' || membership === 'ban') return ghostRemoved(tx, context, room.thread, user);
}

/** The address that a ghost stands for; null for who only claims one. */
export async function addressOfGhost(db: Queryable, ghosts: JobDeps['ghosts'], user: UserId): Promise<Address | null> {
  const address = ghosts.address(user) ?? (await findGhost(db, user))?.address ?? null;
  return address !== null && address !== '' && ghosts.ghost(address) === user ? address : null;
}

async function ghostInvited(tx: Transaction, context: EventContext, thread: ThreadId, user: UserId): Promise<void> {
  const { account, event } = context;
  const said = words(account.language).recipients;
  const address = await addressOfGhost(tx, context.ghosts, user);
  if (address === null || isOwnAddress(account, address)) {
    await removeGhost(tx, context, thread, user);
    await addSend(tx, answer(context, 'ghost', renderLines([said.ghostNotAdded(address ?? user)]), { mention: true }));
    return;
  }
  const person = keyed([{ name: '', address }])[0];
  if (person === undefined) return;
  const outside = (await outsideOf(tx, thread, [person])).length > 0;
  const needed = outside ? 'outside' : 'answer';
  if (!capabilitiesOf(context).has(needed)) {
    await removeGhost(tx, context, thread, user);
    const refusal = renderRefusal(refusalFacts(context, needed), account.language);
    await addSend(tx, answer(context, 'ghost', refusal, { mention: true }));
    return;
  }
  const added = await addToCc(tx, context, thread, person, outside);
  await bringGhost(tx, context, thread, user, person);
  if (added) await addSend(tx, answer(context, 'ghost', renderLines([said.ghostAdded(formatPerson(person))])));
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
  return true;
}

async function ghostRemoved(tx: Transaction, context: EventContext, thread: ThreadId, user: UserId): Promise<void> {
  const address = await addressOfGhost(tx, context.ghosts, user);
  if (address === null) return;
  const { account, event } = context;
  const [person] = keyed([{ name: '', address }]);
  if (person === undefined) return;
  await chooseRecipient(tx, { account: account.id, thread, person, field: 'none', by: event.sender, quoted: true });
  const said = renderLines([words(account.language).recipients.ghostDropped(address)]);
  await addSend(tx, answer(context, 'ghost', said));
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
