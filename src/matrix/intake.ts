import type { GhostCodec } from '../bridge/ids.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import type { NewEvent, StoredTransaction } from '../db/intake-tables/events.ts';
import { storeReceipts } from '../db/helpdesk-tables/mailbox-follow.ts';
import { storeTransaction } from '../db/intake-tables/events.ts';
import type { Database, Transaction } from '../db/pool.ts';
import type { PushedEvent, PushedReceipt, ReadTransaction } from './transaction.ts';

/**
 * Types that no handler reads: the state that we set ourselves when a room is made, and what clients set beside it.
 * They are stored all the same, since an event that is known ends the reading back.
 */
const UNREAD_TYPES: ReadonlySet<string> = new Set([
  'm.room.create',
  'm.room.power_levels',
  'm.room.join_rules',
  'm.room.history_visibility',
  'm.room.guest_access',
  'm.room.canonical_alias',
  'm.room.aliases',
  'm.room.name',
  'm.room.topic',
  'm.room.avatar',
  'm.room.server_acl',
  'm.room.pinned_events',
  'm.room.third_party_invite',
  'm.space.child',
  'm.space.parent',
  'm.bridge',
  'uk.half-shot.bridge',
  'io.element.functional_members',
]);

type Intake = Pick<NewEvent, 'ignored' | 'echoOf'>;

/** What an event is for: work, an echo of a send, or nothing (then why). */
function intakeOf(event: PushedEvent, codec: GhostCodec): Intake {
  const ignored = ignoredReason(event, codec);
  if (ignored !== null || !isOurs(event, codec)) return { ignored, echoOf: null };
  const echoOf = codec.echoOf(event.content);
  return { ignored: echoOf === null ? 'own-event' : null, echoOf };
}

/** Whether we said it: of all that ghosts and the bot send, only their memberships mean more than that it arrived. */
function isOurs(event: Pick<PushedEvent, 'type' | 'sender'>, codec: GhostCodec): boolean {
  return event.type !== 'm.room.member' && codec.isOwn(event.sender);
}

function ignoredReason(event: PushedEvent, codec: GhostCodec): string | null {
  if (UNREAD_TYPES.has(event.type)) return 'unread-type';
  if (event.type !== 'm.room.member') return null;
  const about = event.stateKey ?? '';
  return codec.isOwn(event.sender) && codec.isOwn(about) ? 'own-membership' : null;
}

/** The row of an event. */
export function toNewEvent(event: PushedEvent, codec: GhostCodec): NewEvent {
  const { event: id, room, type, sender, body } = event;
  return { event: id, room, type, sender, body, ...intakeOf(event, codec) };
}

export interface IntakeDeps {
  readonly db: Database;
  readonly codec: GhostCodec;
  /** Whose receipts count: the teams of the accounts whose mailboxes follow. */
  readonly followers: () => ReadonlyMap<AccountId, readonly UserId[]>;
}

/** Stores a transaction as the listener hands it over; committed when it returns. */
export function storePushed(deps: IntakeDeps, txn: string, transaction: ReadTransaction): Promise<StoredTransaction> {
  // U+0000 in the transaction's id would be refused by text; the id is only compared.
  const id = txn.replaceAll('\0', '').slice(0, 255);
  return storeTransaction(
    deps.db,
    id,
    transaction.events.map((event) => toNewEvent(event, deps.codec)),
    transaction.poison,
    (tx) => storeFollowed(tx, deps.followers(), transaction.receipts),
  );
}

async function storeFollowed(
  tx: Transaction,
  followers: ReadonlyMap<AccountId, readonly UserId[]>,
  receipts: readonly PushedReceipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  for (const [account, team] of followers) await storeReceipts(tx, account, team, receipts, { pushed: true });
}
