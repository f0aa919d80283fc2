/** What the room is shown of a mail of ours: a sign on each of its events, replaced on change, and notices to its author. */
import { memberByUser } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { renderDelivery } from '../bridge/commands-status.ts';
import type { DeliveryFacts } from '../bridge/commands-status.ts';
import type { Sign } from '../bridge/ladder.ts';
import { notice, reaction, takeBack } from '../bridge/notices.ts';
import { workNotAnswered } from '../db/desk.ts';
import { mailEvents, type Outgoing } from '../db/outgoing.ts';
import { replaceSign } from '../db/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';

/** A reaction for each state that a mail as a whole can have. */
const SIGNS: Readonly<Record<Sign, string>> = {
  sent: '✓',
  deferred: '⏳',
  failed: '⚠️',
  unknown: '❓',
  delivered: '✓✓',
  read: '👁️',
};

/** Shows how a mail stands on every event that is in it. The sign before is taken away; the same sign is left. */
export async function showStatus(tx: Transaction, deps: JobDeps, mail: Outgoing, state: Sign): Promise<void> {
  const before = await replaceSign(tx, mail.outgoing, state);
  if (before.sign === state) return;
  // Nobody has got an answer by that mail.
  if (state === 'failed') await workNotAnswered(tx, mail.thread);
  const common = {
    place: { account: mail.account, thread: mail.thread, room: null },
    bot: deps.ghosts.bot,
    outgoing: mail.outgoing,
  };
  const purpose = (change: number, what: string) => `sign:${change}:${what}`;
  for (const { event, state: part } of await mailEvents(tx, mail.outgoing)) {
    if (part === 'withdrawn') continue;
    if (before.sign !== null) {
      const target = deps.ids.send(event, purpose(before.changes - 1, 'set'));
      await addSend(
        tx,
        takeBack(deps.ids, { ...common, of: event, purpose: purpose(before.changes, 'unset'), target }),
      );
    }
    await addSend(
      tx,
      reaction(deps.ids, {
        ...common,
        of: event,
        purpose: purpose(before.changes, 'set'),
        to: event,
        key: SIGNS[state],
      }),
    );
  }
}

/** Tells the author what became of their mail, as a reply to its last event. `final`: it is not tried again by itself. */
export async function tell(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Outgoing,
  facts: DeliveryFacts,
  final: boolean,
): Promise<void> {
  const said = renderDelivery(facts, null, account.language);
  const events = (await mailEvents(tx, mail.outgoing)).filter(({ state }) => state === 'in');
  const last = events.at(-1);
  if (said === null || last === undefined) return;
  const retryable = final && facts.kind !== 'recipients';
  const hint = renderLines(retryable ? [words(account.language).room.tryAgainHint] : []);
  const whole = retryable ? { body: `${said.body}\n${hint.body}`, html: `${said.html}<br>${hint.html}` } : said;
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: mail.account, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      of: mail.outgoing,
      purpose: `told:${mail.attempts}:${facts.kind}`,
      said: whole,
      replyTo: last.event,
      mention: mail.author,
      outgoing: mail.outgoing,
    }),
  );
}

/** The name of a member in mail: as configured, else as the room knows them, else their localpart. */
export function authorName(account: Account, user: Outgoing['author'], inRoom: string | null): string {
  return memberByUser(account, user)?.name ?? inRoom ?? user.slice(1, user.indexOf(':'));
}
