/**
 * Tells the people of an account, in its lobby, that its mailbox or its way out is away or back, once for each change
 * and of no blip, which mails the server does not hand over, and whom the homeserver does not let in.
 */
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { relayNews } from '../bridge/relay/relay-told.ts';
import type { Account } from '../bridge/account/account.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import { healthChanges } from '../db/intake-tables/account-told.ts';
import type { HealthChange } from '../db/intake-tables/account-told.ts';
import { tellWithheld } from '../db/intake-tables/mailboxes.ts';
import type { WithheldMail } from '../db/intake-tables/mailboxes.ts';
import { tellUninvited } from '../db/room-tables/refusals.ts';
import type { UninvitedMember } from '../db/room-tables/refusals.ts';
import { roomsNews } from '../db/room-tables/rooms-refused.ts';
import { addNewSend, isSaid } from '../db/room-tables/sends.ts';
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
  const { db, ghosts, accounts, graceMs } = deps;
  const ours = [...accounts.keys()];
  return db.transaction(async (tx) => {
    let told = 0;
    const tell = async (id: AccountId, kind: News, of: string, linesFor: (account: Account) => string[]) => {
      const account = accounts.get(id);
      const lines = account === undefined ? [] : linesFor(account);
      if (lines.length === 0) return;
      const place = { account: id, thread: null, room: null };
      const said = renderLines(lines);
      const isNew = await addNewSend(tx, notice(deps.ids, { place, bot: ghosts.bot, purpose: { kind, of }, said }));
      if (isNew) told += 1;
    };
    for (const change of await healthChanges(tx, ours, graceMs)) {
      const way = change.direction === 'in' ? change.account : `${change.account}:out`;
      const of = `${way}:${change.to}:${change.since.toISOString()}`;
      await tell(change.account, 'account-state', of, (account) => linesOf(change, account));
    }
    for (const { account: id, since, isRefused } of await roomsNews(tx, ours, graceMs)) {
      const of = `${id}:rooms:${since.toISOString()}`;
      // What lasted less than a blip was not told, and neither is its end.
      if (!isRefused && !(await isSaid(tx, id, 'account-state', of))) continue;
      const line = isRefused ? 'operations-no-rooms' : 'operations-rooms-again';
      await tell(id, 'account-state', isRefused ? of : `${of}:again`, ({ language, zone }) => [
        words(language)(line, { time: shortTime(since, zone) }),
      ]);
    }
    for (const mail of await tellWithheld(tx, ours)) {
      await tell(mail.account, 'mail-withheld', String(mail.item), ({ language }) => [withheldLine(mail, language)]);
    }
    for (const member of await tellUninvited(tx, ours)) {
      const of = `${member.user}:${member.since.toISOString()}`;
      await tell(member.account, 'not-invited', of, ({ language }) => [uninvitedLine(member, language, ghosts.bot)]);
    }
    return told;
  });
}

type News = 'account-state' | 'mail-withheld' | 'not-invited';

function uninvitedLine({ user, code }: UninvitedMember, language: Language, bot: UserId): string {
  const say = words(language);
  return code === 'M_INVITE_BLOCKED'
    ? say('room-not-invited-blocked', { user, bot })
    : say('room-not-invited-refused', { user, code });
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
