/**
 * The mailbox and the rooms of an account follow each other, where it says so: what was read or is done in Matrix is
 * marked as read or archived in the mailbox, what was read, archived or deleted in a mail program is remarked in the
 * room. The mailbox is that of whoever holds the account's lease; the jobs wait for it.
 *
 * An act is written down as begun before it is: a mail that goes away from then on may be our doing, and is never told
 * as a person's, wherever the process ends.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account/account.ts';
import {
  isWorthARemark,
  mailsRead,
  READ_SIGN,
  remarkOf,
  REMARKS_AT_ONCE,
  remarkText,
} from '../bridge/helpdesk/mailbox-follow.ts';
import type { Remark } from '../bridge/helpdesk/mailbox-follow.ts';
import { notice, reaction } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { AccountId, MatrixSend, RoomId } from '../bridge/types.ts';
import {
  beginActs,
  changesTold,
  endActs,
  loadReading,
  planSeen,
  untoldChanges,
} from '../db/helpdesk-tables/mailbox-follow.ts';
import type { ActEnd, ActKind, MailboxAct, UntoldChange } from '../db/helpdesk-tables/mailbox-follow.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { MailboxCommands } from '../imap/commands.ts';
import type { FollowCommands, Followed } from '../imap/follow.ts';
import type { Decision, Handler } from '../queue/worker.ts';
import type { Job } from '../queue/queue.ts';
import { words } from '../words/words.ts';

export interface MailboxFollowDeps extends JobDeps {
  /** The mailbox of an account, null where another process has it or there is no connection. */
  readonly mailbox: (account: AccountId) => Pick<MailboxCommands, 'follow'> | null;
  readonly failpoint: (name: string) => void;
}

const DONE: Decision = { outcome: { do: 'done' } };
/** Until the mailbox is asked for again, milliseconds. */
const WAIT_MS = 3_000;
/** Mails in one command. */
const AT_ONCE = 100;
/** How often a receipt is looked at again whose event is not known yet, and after how long. */
const EARLY_TRIES = 5;
const EARLY_MS = 2_000;

/** Jobs of the queue `mailbox`: `read:[ROOM,WHY]`, `seen:ACT`, `archive:ACT…` and `changes:CHANGE`. */
export function mailboxFollow(deps: MailboxFollowDeps): Handler<undefined> {
  return {
    queue: 'mailbox',
    keys: 8,
    // What was read, to be marked, to be archived, and to be told each in its own order.
    perAccount: 4,
    perKey: 8,
    tries: 8,
    overlap: false,
    ahead: 1,
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job),
    buried: () => Promise.resolve(),
  };
}

async function run(deps: MailboxFollowDeps, { account: id, subject, attempts }: Job): Promise<Decision> {
  const account = deps.accounts.get((id ?? '') as AccountId);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: id ?? '' } };
  // It did when the job was made: from now on nothing is done there.
  if (account.follows !== true) return DONE;
  const colon = subject.indexOf(':');
  const [kind, about] = [subject.slice(0, colon), subject.slice(colon + 1)];
  switch (kind) {
    case 'seen':
    case 'archive':
      return act(deps, account, kind);
    case 'changes':
      return tellChanges(deps, account, Number(about));
    default:
      return read(deps, account, roomOf(about), attempts);
  }
}

const readOf = z.tuple([z.string().transform((text) => text as RoomId), z.string()]);

/** The room of `read:[ROOM,WHY]`. */
function roomOf(about: string): RoomId {
  return readOf.parse(JSON.parse(about))[0];
}

async function read(deps: MailboxFollowDeps, account: Account, room: RoomId, attempts: number): Promise<Decision> {
  const loaded = await loadReading(deps.db, room);
  if (loaded?.account !== account.id) return DONE;
  const team = account.team.map(({ user }) => user);
  const mails = mailsRead({ ...loaded.reading, team });
  const again = loaded.isEarly && attempts <= EARLY_TRIES;
  return {
    outcome: again
      ? { do: 'retry', afterMs: EARLY_MS, reason: 'the event that was read is not known yet' }
      : DONE.outcome,
    write: (tx) => planSeen(tx, account.id, mails),
  };
}

/** Does what is to be done, the mails of one mailbox at a time. */
async function act(deps: MailboxFollowDeps, account: Account, kind: ActKind): Promise<Decision> {
  const follow = deps.mailbox(account.id)?.follow ?? null;
  if (follow === null) return { outcome: { do: 'retry', afterMs: WAIT_MS, reason: 'mailbox not at hand' } };
  const acts = await beginActs(deps.db, account.id, kind, AT_ONCE);
  const [first] = acts;
  if (first === undefined) return DONE;
  deps.failpoint(`mailbox-${kind}:begun`);
  const mails = { mailbox: first.mailbox, uidvalidity: first.uidvalidity, uids: acts.map(({ uid }) => uid) };
  const became = await (kind === 'seen' ? follow.markSeen(mails) : follow.archive(mails));
  deps.failpoint(`mailbox-${kind}:acted`);
  const ends: ActEnd[] = [];
  for (const one of acts) ends.push(await endOf(follow, kind, one, became.get(one.uid) ?? { end: 'gone' }));
  return {
    outcome: { do: 'retry', afterMs: 0, reason: 'there may be more' },
    write: (tx) => endActs(tx, ends),
  };
}

/** A mail that is gone when it is asked for again has perhaps been moved the time before. */
async function endOf(follow: FollowCommands, kind: ActKind, one: MailboxAct, became: Followed): Promise<ActEnd> {
  const { act, tried, messageId } = one;
  switch (became.end) {
    case 'done':
      if (became.how === 'seen') return { act, state: 'done' };
      return { act, state: 'done', how: became.how, ...(became.to === null ? {} : { movedTo: became.to }) };
    case 'gone': {
      const wasMoved = kind === 'archive' && tried && messageId !== null;
      const isThere = wasMoved && (await follow.locate(messageId)) === 'archive';
      return isThere ? { act, state: 'done', how: 'moved' } : { act, state: 'gone' };
    }
    case 'found':
    case 'refused':
      return { act, state: became.end };
  }
}

/** A remark, and the change that it is about. */
interface Told {
  readonly remark: Remark;
  readonly change: UntoldChange;
}

async function tellChanges(deps: MailboxFollowDeps, account: Account, upTo: number): Promise<Decision> {
  const changes = await untoldChanges(deps.db, account.id, upTo);
  const worth = oneEach(changes.filter(isWorthARemark));
  const isMany = worth.length > REMARKS_AT_ONCE;
  const told: Told[] = [];
  if (!isMany) {
    const follow = deps.mailbox(account.id)?.follow ?? null;
    if (follow === null && worth.some(({ kind }) => kind === 'gone'))
      return { outcome: { do: 'retry', afterMs: WAIT_MS, reason: 'mailbox not at hand' } };
    for (const change of worth) told.push({ change, remark: remarkOf(change.kind, await whereIs(follow, change)) });
  }
  return {
    outcome: DONE.outcome,
    write: async (tx) => {
      for (const one of told) await addSend(tx, remarkSend(deps, account, one));
      if (isMany) await addSend(tx, lobbySend(deps, account, worth.length, upTo));
      await changesTold(
        tx,
        changes.map(({ change }) => change),
      );
    },
  };
}

/** Of several copies of a mail that changed the same way, the first. */
function oneEach<Change extends UntoldChange>(changes: readonly Change[]): Change[] {
  return [
    ...new Map(changes.toReversed().map((one) => [`${one.kind} ${String(one.message)}`, one])).values(),
  ].reverse();
}

async function whereIs(follow: FollowCommands | null, { kind, messageId }: UntoldChange) {
  if (kind !== 'gone' || follow === null || messageId === null) return null;
  return (await follow.locate(messageId)) ?? 'elsewhere';
}

function remarkSend({ ids, ghosts }: JobDeps, account: Account, { remark, change }: Told): MatrixSend {
  const { message, thread, event } = change;
  if (message === null || event === null) throw new Error('a remark on a mail that stands in no room');
  const facts = { place: { account: account.id, thread, room: null }, bot: ghosts.bot, message };
  if (remark === 'read') {
    const purpose = { kind: 'mailbox-read', of: message } as const;
    return reaction(ids, { ...facts, purpose, to: event, key: READ_SIGN });
  }
  const said = renderLines([remarkText(remark, account.language)]);
  const purpose = { kind: 'mailbox-left', of: message, detail: remark } as const;
  return notice(ids, { ...facts, purpose, said, replyTo: event });
}

function lobbySend({ ids, ghosts }: JobDeps, account: Account, count: number, upTo: number): MatrixSend {
  const purpose = { kind: 'mailbox-changed', of: account.id, detail: String(upTo) } as const;
  const said = renderLines([words(account.language)('mailbox-many', { count })]);
  return notice(ids, { place: { account: account.id, thread: null, room: null }, bot: ghosts.bot, purpose, said });
}
