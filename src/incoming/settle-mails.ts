/**
 * Mails of one moment are settled in one transaction, as if one came after the other. Those that cannot touch the same
 * conversation are loaded, decided and written side by side, so that each statement serves all of them: the longest run
 * of such mails from the first on, then the next. What is decided about one is decided on what all before it wrote.
 */
import { foundBy, touchedBy } from '../bridge/arrival/side-by-side.ts';
import { allEnded } from '../base/all-ended.ts';
import type { ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { lockDecisions } from '../db/thread-tables/threads.ts';
import { cardsOf } from '../bridge/to-matrix/special-sections.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import { decideRead, settleRead } from './settle-mail.ts';
import type { DecidedMail, Prepared, SettleMailDeps } from './settle-mail.ts';
import { writeArrival } from './write-arrival.ts';

type ReadWhole = Prepared & { readonly parsed: Extract<Parsed, { readonly ok: true }> };

/** @param step called after each mail */
export async function settleMails(
  tx: Transaction,
  deps: SettleMailDeps,
  mails: readonly Prepared[],
  step: () => void,
): Promise<void> {
  const [first] = mails;
  if (first === undefined) return;
  // A job has the account as its key, so that all of them are of one.
  await lockDecisions(tx, first.account.id);
  for (let settled = 0; settled < mails.length;) {
    settled += await settleNext(tx, deps, mails.slice(settled), step);
  }
}

/** Settles the first, and those behind it that may go beside it. How many. */
async function settleNext(
  tx: Transaction,
  deps: SettleMailDeps,
  mails: readonly Prepared[],
  step: () => void,
): Promise<number> {
  const strangers = withoutCommonNames(mails);
  if (strangers.length < 2) {
    for (const mail of mails.slice(0, 1)) await settleRead(tx, deps, mail);
    step();
    return 1;
  }
  const gathering = deps.db.gathering(tx);
  const decided = await allEnded(strangers.map((mail) => decideRead(gathering, deps, mail, mail.parsed)));
  const run = apart(decided);
  // What was decided about the first holds, whatever it is: nothing was written since.
  const now = run.length === 0 ? decided.slice(0, 1) : run;
  await allEnded(
    now.map(async ({ read, arrival }) => {
      await writeArrival(now.length === 1 ? tx : gathering, deps, read, arrival);
      step();
    }),
  );
  return now.length;
}

/** The run of mails from the first on that can be read, bring nothing along, and of which no two share a name. */
function withoutCommonNames(mails: readonly Prepared[]): readonly ReadWhole[] {
  const names = new Set<string>();
  const run: ReadWhole[] = [];
  for (const mail of mails) {
    const { parsed, brings } = mail;
    if (parsed?.ok !== true || brings.length > 0 || cardsOf(parsed.rendered.special).length > 0) break;
    const own = foundBy(parsed.mail);
    if (own.some((name) => names.has(name))) break;
    for (const name of own) names.add(name);
    run.push({ ...mail, parsed });
  }
  return run;
}

/** The run from the first on of which none can change what another was decided on. */
function apart(decided: readonly DecidedMail[]): readonly DecidedMail[] {
  const touched = new Set<ThreadId>();
  const run: DecidedMail[] = [];
  for (const one of decided) {
    const threads = touchedBy(one.facts, one.arrival);
    if (threads === null || threads.some((thread) => touched.has(thread))) break;
    for (const thread of threads) touched.add(thread);
    run.push(one);
  }
  return run;
}
