/** What came of a reload is told to whoever asked for it in Matrix: once, by the process that sees its end first. */
import { isLookedAt, reloadOutcome } from '../bridge/account/config-changes.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderReload } from '../bridge/told/reload-told.ts';
import { answeredConfig, configState, unansweredConfigs } from '../db/config-state.ts';
import { personChoices } from '../db/helpdesk-tables/person-choices.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { JobDeps } from './deps.ts';

/** So long it is waited for processes that have not looked at it, milliseconds; then they are named. */
const PATIENCE_MS = 30_000;

/** Answers whoever can be answered now. */
export async function answerReloads(deps: Pick<JobDeps, 'db' | 'ids' | 'ghosts' | 'accounts'>): Promise<void> {
  await deps.db.transaction((tx) => answerIn(tx, deps));
}

async function answerIn(
  tx: Transaction,
  { ids, ghosts, accounts }: Pick<JobDeps, 'ids' | 'ghosts' | 'accounts'>,
): Promise<void> {
  const waiting = await unansweredConfigs(tx, PATIENCE_MS);
  if (waiting.length === 0) return;
  const { processes } = await configState(tx);
  const [first] = accounts.keys();
  for (const { generation, fingerprint, answerTo, isLate } of waiting) {
    const outcome = reloadOutcome({ generation, fingerprint }, processes);
    const { account: asked, room, event, user } = answerTo;
    // What is said in the room of an account that was just taken out is carried by one that is served.
    const account = accounts.has(asked) ? asked : first;
    if ((!isLookedAt(outcome) && !isLate) || account === undefined) continue;
    const language = (await personChoices(tx, user)).language ?? accounts.get(account)?.language ?? 'en';
    const send = notice(ids, {
      place: { account, thread: null, room },
      bot: ghosts.bot,
      purpose: { kind: 'answer', of: event },
      said: renderReload(outcome, language),
      replyTo: event,
    });
    await addSend(tx, send);
    await answeredConfig(tx, generation);
  }
}
