/**
 * Which of several copies of a mail is brought in does not depend on which room is filled first: it is decided over the
 * whole set, before the first room is filled.
 */
import type { Account } from '../bridge/account/account.ts';
import { messageIdOf } from '../bridge/arrival/mail-ids.ts';
import { copyDecision } from '../bridge/imported/import-mail.ts';
import type { OtherCopy } from '../bridge/imported/import-mail.ts';
import type { GroupedMail } from '../bridge/imported/import-units.ts';
import { settleImported } from '../db/archive-tables/import-mails.ts';
import type { SettledMail } from '../db/archive-tables/import-mails.ts';
import type { Grouping, Import } from '../db/archive-tables/imports.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import type { Database } from '../db/pool.ts';
import type { MessageId } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { Patience } from './patience.ts';

/** Groups that are read at the same time, and mails that are written down at once. */
const AT_ONCE = 8;
const BATCH = 200;

export interface TwinsDeps {
  readonly db: Database;
  readonly parser: ParsePool;
  readonly patience: Patience;
  readonly account: Account;
  readonly failpoint: (name: string) => void;
}

/** A mail that waits, with the row of its bytes. */
export interface Twin {
  readonly ordinal: number;
  readonly mail: number;
}

/**
 * Mails that may be copies of each other: of one Message-ID, else of one date, writer and subject. In each group stands
 * first what is brought in before the others: of a list where rooms are by lists, else what came by none; then by date
 * and bytes, whatever the order in which they were found. Pure.
 */
export function twinsAmong(mails: readonly (GroupedMail & { readonly mail: number })[], grouping: Grouping): Twin[][] {
  const groups = new Map<string, (GroupedMail & { readonly mail: number })[]>();
  for (const one of mails) {
    const { messageId, writer, subject } = one.facts;
    const name = messageId === null ? `${String(one.at)} ${writer ?? ''} ${subject}` : `<${messageId}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  const rank = ({ list }: GroupedMail): number => ((list !== null) === (grouping === 'list') ? 0 : 1);
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((group) =>
      group
        .sort((a, b) => rank(a) - rank(b) || (a.at ?? Infinity) - (b.at ?? Infinity) || (a.key < b.key ? -1 : 1))
        .map(({ ordinal, mail }) => ({ ordinal, mail })),
    );
}

/** Settles those that are merged with one before them. Doing it again changes nothing. Throws StoppedError. */
export async function settleTwins(deps: TwinsDeps, importing: Import, groups: readonly Twin[][]): Promise<void> {
  const { db, patience, failpoint } = deps;
  let settled: SettledMail[] = [];
  const write = async (): Promise<void> => {
    const batch = settled;
    settled = [];
    if (batch.length > 0) {
      await patience.through(() => db.transaction((tx) => settleImported(tx, importing.import, batch)));
      failpoint('import:twins');
    }
  };
  for (let at = 0; at < groups.length; at += AT_ONCE) {
    const decided = await Promise.all(groups.slice(at, at + AT_ONCE).map((group) => decideGroup(deps, group)));
    settled.push(...decided.flat());
    if (settled.length >= BATCH) await write();
  }
  await write();
}

/** What cannot be read is left: whoever fills its room says so. */
async function decideGroup(
  { db, parser, patience, account }: TwinsDeps,
  group: readonly Twin[],
): Promise<SettledMail[]> {
  const kept = new Map<MessageId, OtherCopy[]>();
  const settled: SettledMail[] = [];
  for (const mail of group) {
    const parsed = await patience.through(() => parser.parse(readChunks(db.gathered, mail.mail), account.language));
    if (!parsed.ok) continue;
    const { contentHash, header } = parsed.mail;
    const own = { contentHash, wordsHash: parsed.words, list: header.list?.id ?? null };
    const id = messageIdOf(parsed.mail);
    const before = kept.get(id) ?? [];
    const copy = copyDecision(own, before);
    if (copy.do === 'import') kept.set(id, [...before, { by: 'this', ...own }]);
    else settled.push({ mail, end: { is: copy.do, reason: copy.reason } });
  }
  return settled;
}
