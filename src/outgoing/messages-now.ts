/** The messages of a mail as they stand now, and whether something is about to change them. */
import { readWireJson } from '../base/wire-text.ts';
import { mayChange } from '../bridge/delivery/unseen-mail.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import { waitingIn } from '../db/intake-tables/events.ts';
import { aboutMail } from '../db/mail-tables/drafts.ts';
import { mailEvents } from '../db/mail-tables/outgoing-messages.ts';
import type { Outgoing, OutgoingEvent } from '../db/mail-tables/outgoing.ts';
import type { Queryable } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';

/** Milliseconds until a mail is looked at again of which a message is being changed. */
export const CHANGED_MS = 200;
export const BEING_CHANGED = 'a message of it is being changed';

/** Events of a room that are read at most to see whether one is about a mail; while there are more it waits. */
const WAITING_READ = 1_000;

/** The messages of a mail as they stand now, in order. */
export async function messagesNow(db: Queryable, mail: Outgoing): Promise<OutgoingEvent[]> {
  return (await mailEvents(db, mail.outgoing)).filter(({ state }) => state === 'in');
}

/**
 * Whether something was received that may change it (an edit, a redaction, a reaction, a message that joins it) and is
 * not decided yet.
 */
export async function isBeingChanged(db: Queryable, { ghosts }: JobDeps, mail: Outgoing): Promise<boolean> {
  const waiting = await waitingIn(db, mail.room, WAITING_READ);
  if (waiting.length === 0) return false;
  if (waiting.length === WAITING_READ) return true;
  const about = await aboutMail(db, mail.outgoing);
  const messages = new Set([...(await messagesNow(db, mail)).map(({ event }) => event), ...about.events]);
  const facts = { author: mail.author, messages, draft: about.draft, open: mail.state === 'open' };
  return waiting.some(({ body, sender }) => {
    const raw: unknown = readWireJson(body.toString('utf8'));
    return mayChange(facts, readEvent(raw, { isOwn: (user) => ghosts.isOwn(user) }), sender);
  });
}
