/**
 * Rooms that are not ours: somebody who may begin conversations invites the bot or ghosts into a room of their own, and
 * it becomes the room of a conversation. Whoever may not is told why, and we leave. Until it is a conversation nothing
 * of it is mailed.
 */
import { z } from 'zod';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import type { UserId } from '../bridge/types.ts';
import { enterRoom, setStarted, startedRoom } from '../db/mail-tables/composing.ts';
import type { StartedRoom } from '../db/mail-tables/composing.ts';
import { settleEvent } from '../db/intake-tables/events.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { words } from '../words/words.ts';
import { accountsFor, composingAccounts } from '../begun/compose.ts';
import type { JobDeps } from '../handling/deps.ts';
import { guestHost } from '../handling/guest-host.ts';
import type { Decision } from '../queue/worker.ts';

const shape = z.object({
  origin_server_ts: z.number().catch(0).default(0),
  content: z.object({ is_direct: z.boolean().optional().catch(undefined) }).catch({}),
});

/** Milliseconds until an event of a room that is being entered is looked at again. */
const ENTERING_MS = 500;

/** What becomes of an event from a room that is not ours; null where it is nothing of this kind. */
export async function fromStrangeRoom(deps: JobDeps, stored: StoredEvent, raw: unknown): Promise<Decision | null> {
  const action = readEvent(raw, { isOwn: (user) => deps.ghosts.isOwn(user) });
  if (action.kind === 'membership' && action.membership === 'invite' && deps.ghosts.isOwn(action.user)) {
    if (deps.ghosts.isOwn(stored.sender)) return null;
    // A direct chat with the bot alone is for commands, not for mail.
    const direct = shape.parse(raw).content.is_direct === true;
    return action.user === deps.ghosts.bot && direct ? null : invitedInto(deps, stored, raw, action.user);
  }
  const started = await startedRoom(deps.db, stored.room);
  if (started?.state === 'entering') {
    return { outcome: { do: 'retry', afterMs: ENTERING_MS, reason: 'the room is being entered' } };
  }
  if (started?.state === 'asking' && action.kind === 'message') return accountSaid(deps, stored, started, action);
  return null;
}

/** An invitation of one of ours into a room that is to be a conversation. */
export function invitedInto(deps: JobDeps, stored: StoredEvent, raw: unknown, user: UserId): Decision {
  const { origin_server_ts: since } = shape.parse(raw);
  const accounts = accountsFor(deps, stored.sender);
  const first = accounts[0] ?? (user === deps.ghosts.bot ? guestHost(deps, stored.sender) : null) ?? undefined;
  const about = { act: deps.ids.send(stored.event, 'invited'), thread: null, room: stored.room, user, name: null };
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      if (first === undefined) {
        const said = words([...deps.accounts.values()][0]?.language ?? 'en')('compose-may-not');
        await addAct(tx, { ...about, account: null, kind: 'refuse', said, name: stored.sender });
      } else {
        const account = accounts.length === 1 ? first.id : null;
        await enterRoom(tx, { room: stored.room, by: stored.sender, account, language: first.language, since });
        await addAct(tx, { ...about, account: first.id, kind: 'enter', said: null });
      }
      await settleEvent(
        tx,
        stored.event,
        first === undefined ? 'ignored' : 'done',
        first === undefined ? 'may-not' : null,
      );
    },
  };
}

/** The answer to which account: it becomes a conversation now. Other words are not mailed, as was said. */
function accountSaid(
  deps: JobDeps,
  stored: StoredEvent,
  started: StartedRoom,
  action: Extract<MatrixAction, { kind: 'message' }>,
): Decision | null {
  if (stored.sender !== started.by || action.said.kind !== 'text') return null;
  const meant = composingAccounts(deps, { user: stored.sender, here: null }, action.said.body);
  const [account] = meant;
  if (account === undefined || meant.length !== 1) return null;
  const act = deps.ids.send(stored.event, 'account');
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await setStarted(tx, stored.room, 'entering', account.id);
      const who = { user: deps.ghosts.bot, name: null, said: null };
      await addAct(tx, { ...who, act, account: account.id, thread: null, room: stored.room, kind: 'enter' });
      await settleEvent(tx, stored.event, 'done', null);
    },
  };
}
