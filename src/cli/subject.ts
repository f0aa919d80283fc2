/** What `mailroom hold` and `mailroom erase` are about: an account, a conversation, an address. */
import type { AccountId, RoomId, ThreadId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import type { AuditEntry } from '../db/record-tables/audit.ts';
import { findRoom } from '../db/room-tables/rooms.ts';
import { isHoldable, type HoldKind } from '../db/retention-tables/holds.ts';
import { MailroomError } from '../base/errors.ts';
import { addressKey, parseAddress } from '../mail/address.ts';

export interface Subject {
  readonly kind: HoldKind;
  /** The key of an account, a thread, an address as `addressKey` has it. */
  readonly subject: string;
}

/**
 * Reads what was given: an address by its @, the room of a conversation by its !, else the key of an account or a
 * thread that is there. Rejects with MailroomError where it is none of these.
 */
export async function readSubject(db: Queryable, given: string): Promise<Subject> {
  if (given.startsWith('!')) {
    const room = await findRoom(db, given as RoomId);
    if (room?.thread !== undefined && room.thread !== null) return { kind: 'thread', subject: room.thread };
    throw new MailroomError('nothing-there', 'no conversation has such a room');
  }
  if (given.includes('@')) {
    const address = parseAddress(given);
    if (address === null) throw new MailroomError('nothing-there', 'this is no mail address');
    return { kind: 'address', subject: addressKey(address) };
  }
  if (await isHoldable(db, 'account', given)) return { kind: 'account', subject: given };
  if (await isHoldable(db, 'thread', given)) return { kind: 'thread', subject: given };
  throw new MailroomError(
    'nothing-there',
    'this is no address, no room (!…), and neither an account nor a conversation',
  );
}

/** For the record. */
export function entryOf(act: AuditEntry['act'], by: string, { kind, subject }: Subject): AuditEntry {
  return {
    ...{ act, who: by, via: 'shell' },
    ...(kind === 'address' ? { whom: [subject] } : {}),
    ...(kind === 'account' ? { account: subject as AccountId } : {}),
    ...(kind === 'thread' ? { thread: subject as ThreadId } : {}),
  };
}
