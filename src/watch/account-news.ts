/**
 * Tells the people of an account, in its lobby, that its mailbox or its way out is away or back, once for each change
 * and of no blip, and which mails the server does not hand over.
 */
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { relayNews } from '../bridge/relay/relay-told.ts';
import { healthChanges } from '../db/intake-tables/account-told.ts';
import type { HealthChange } from '../db/intake-tables/account-told.ts';
import { tellWithheld } from '../db/intake-tables/mailboxes.ts';
import type { WithheldMail } from '../db/intake-tables/mailboxes.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { words } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import { shortTime } from '../words/zones.ts';
import type { Reader } from '../words/zones.ts';
import type { JobDeps } from '../handling/deps.ts';

export interface AccountNewsDeps extends JobDeps {
  /** Milliseconds that a change has to last. */
  readonly graceMs: number;
}

const LEAST_MS = 100;
const MOST_MS = 15_000;

/** Looks again and again; any number of processes may do so at once. */
export function accountNews(deps: AccountNewsDeps): Ticker {
  return new Ticker({
    get everyMs() {
      return Math.min(MOST_MS, Math.max(LEAST_MS, deps.graceMs / 4));
    },
    turn: () => tellNews(deps),
    onError: (error) => logTrouble(deps.log, 'account states could not be looked at', error),
  });
}

/**
 * One look. How much was told.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export async function tellNews(deps: AccountNewsDeps): Promise<number> {
  const { db, ids, ghosts, accounts, graceMs } = deps;
  return db.transaction(async (tx) => {
    const changes = await healthChanges(tx, [...accounts.keys()], graceMs);
    let told = 0;
    for (const change of changes) {
      const account = accounts.get(change.account);
      const lines = account === undefined ? [] : linesOf(change, account);
      if (lines.length === 0) continue;
      const way = change.direction === 'in' ? change.account : `${change.account}:out`;
      const of = `${way}:${change.to}:${change.since.toISOString()}`;
      const place = { account: change.account, thread: null, room: null };
      await addSend(
        tx,
        notice(ids, { place, bot: ghosts.bot, purpose: { kind: 'account-state', of }, said: renderLines(lines) }),
      );
      told += 1;
    }
    for (const mail of await tellWithheld(tx, [...accounts.keys()])) {
      const account = accounts.get(mail.account);
      if (account === undefined) continue;
      await addSend(
        tx,
        notice(ids, {
          place: { account: mail.account, thread: null, room: null },
          bot: ghosts.bot,
          purpose: { kind: 'mail-withheld', of: String(mail.item) },
          said: renderLines([withheldLine(mail, account.language)]),
        }),
      );
      told += 1;
    }
    return told;
  });
}

function withheldLine({ mailbox, item, sender, subject }: WithheldMail, language: Language): string {
  const say = words(language);
  return say('operations-withheld', {
    mailbox,
    sender: sender ?? say('operations-sender-unknown'),
    subject: subject ?? '–',
    show: `!mail quarantine show u${String(item)}`,
  });
}

function linesOf(change: HealthChange, reader: Reader): string[] {
  if (change.direction === 'in') {
    const line = lineOf(change, reader);
    return line === null ? [] : [line];
  }
  const { account, relay, since } = change;
  if (relay !== null) return relayNews({ ...relay, since, account }, reader);
  return [words(reader.language)('relay-well', { time: shortTime(since, reader.zone) })];
}

/** A refused login is told at once and by itself (`AccountRooms.loginRefused`). */
function lineOf({ to, since, troubled }: HealthChange, { language, zone }: Reader): string | null {
  const say = words(language);
  const folders = troubled.join(', ');
  const time = shortTime(since, zone);
  switch (to) {
    case 'well':
      return say('operations-well', { time });
    case 'trouble':
      return say('operations-trouble', { time });
    case 'unread':
      return say('operations-unread', { folders, time });
    case 'unannounced':
      return say('operations-unannounced', { folders, time });
    case 'stopped':
      return say('operations-stopped', { time });
    case 'bad-credentials':
      return null;
  }
}
