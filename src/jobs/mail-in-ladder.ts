/**
 * A report on a mail of ours: found by its return path (VERP), its ENVID, the Message-ID or the keyed header that it returns, in this order. What is
 * proven moves the recipients it is about, and is told once for each of them and each state; what is not is shown and changes nothing. Deliveries and
 * receipts change the sign on the message and say nothing.
 */
import { isOwnAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { OWN_HEADER } from '../bridge/ids.ts';
import { climbs, findingsOf, proofOf, signOf } from '../bridge/ladder.ts';
import type { Finding, ReportSource, Rung } from '../bridge/ladder.ts';
import { reportSends } from '../bridge/ladder-words.ts';
import { returnTokens } from '../bridge/return-path.ts';
import type { Shown } from '../bridge/sender.ts';
import type { MatrixSend, MessageKey } from '../bridge/types.ts';
import { claim, climb, lockLadder, markBounced, pauseAddress, recipientByToken } from '../db/ladder.ts';
import type { LadderRow } from '../db/ladder.ts';
import { loadOutgoing, mailEvents } from '../db/outgoing.ts';
import type { Outgoing } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addressKey } from '../mail/address.ts';
import type { Report, ReportedMail } from '../mail/report.ts';
import type { Address, MessageId, ParsedMail } from '../mail/types.ts';
import { showStatus } from './mail-out-status.ts';
import type { JobDeps } from './deps.ts';

/** A report and the mail of ours that it is about. */
export interface Reported {
  readonly report: Report;
  readonly mail: Outgoing;
  readonly source: ReportSource;
}

/**
 * The mail of ours that a report is about, null where it is about none.
 *
 * @param shown as whom its sender is shown; null for what lies in Sent
 */
export async function findReported(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: ParsedMail,
  report: Report | null,
  shown: Shown | null,
): Promise<Reported | null> {
  if (report === null || report.kind === 'arf' || shown === null) return null;
  const tokens = returnTokens(mail.headers, (address) => isOwnAddress(account, address));
  const returned = tokens.length === 0 ? null : await recipientByToken(tx, account.id, tokens);
  const found =
    returned === null ? named(deps, report.about) : { by: 'return-path' as const, outgoing: returned.outgoing };
  const outgoing = found === null ? null : await loadOutgoing(tx, found.outgoing);
  if (found === null || outgoing?.account !== account.id) return null;
  const [from, second] = mail.from;
  const path = mail.headers.find(({ name }) => name === 'return-path')?.value.trim() ?? '<>';
  return {
    report,
    mail: outgoing,
    source: {
      by: found.by,
      returned: returned?.address ?? null,
      sender: shown.as === 'self' && second === undefined ? (from?.address ?? null) : null,
      closed: account.senders.authentication === 'none',
      answerable: path !== '<>',
      header: headerOf(deps, report.about) === outgoing.outgoing,
    },
  };
}

function named(
  deps: JobDeps,
  about: ReportedMail,
): { readonly by: 'envelope-id' | 'message-id' | 'header'; readonly outgoing: MessageKey } | null {
  const { messageId, envelopeId } = about;
  const byEnvelope = envelopeId === null ? null : deps.ids.readEnvelopeId(envelopeId);
  if (byEnvelope !== null) return { by: 'envelope-id', outgoing: byEnvelope };
  const byMessage = messageId === null ? null : deps.ids.readOwnMessageId(messageId);
  if (byMessage !== null) return { by: 'message-id', outgoing: byMessage };
  const byHeader = headerOf(deps, about);
  return byHeader === null ? null : { by: 'header', outgoing: byHeader };
}

function headerOf(deps: JobDeps, { headers }: ReportedMail): MessageKey | null {
  const field = headers.find(({ name }) => name === OWN_HEADER.toLowerCase());
  return field === undefined ? null : deps.ids.readOwnHeader(field.value);
}

/** The ids by which a report joins a thread: of the mail of ours where that is known, else what it names. */
export function reportedIds(reported: Reported | null, report: Report | null): MessageId[] {
  const about = reported?.mail.messageId ?? report?.about.messageId ?? null;
  return about === null ? [] : [about];
}

/**
 * Does what a report says, and gives the sends that tell it: those of the mail itself where nothing of ours is known of it, none where the sign says all
 * or it was told before, else the bot's answer to the message.
 *
 * @param message the report itself
 */
export async function climbLadder(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  reported: Reported | null,
  message: MessageKey,
  sends: readonly MatrixSend[],
): Promise<readonly MatrixSend[]> {
  if (reported === null) return sends;
  const { mail, report, source } = reported;
  const rows = await lockLadder(tx, [mail.outgoing]);
  const addresses = rows.map(({ address }) => address);
  const done = { moved: [] as Finding[], claimed: 0, old: 0, paused: [] as Address[] };
  for (const finding of findingsOf(report, addresses, source.returned)) {
    const row = rows.find(({ address }) => address === finding.address);
    if (row === undefined || report.kind === 'arf') continue;
    if (proofOf(report.kind, source, row.address, addresses, account.address) !== null) {
      if (!climbs(row.rung, finding.rung)) done.old += 1;
      else done.moved.push(finding);
    } else if (row.claimed === finding.rung || !climbs(row.rung, finding.rung)) done.old += 1;
    else {
      await claim(tx, mail.outgoing, row.address, finding.rung);
      done.claimed += 1;
    }
  }
  for (const finding of done.moved) {
    await climb(tx, mail.outgoing, finding, message);
    if (await paused(tx, account, mail, finding)) done.paused.push(finding.address);
  }
  if (done.moved.length > 0) await showWhole(tx, deps, mail, rows, done.moved);
  const news = done.moved.some(({ rung }) => rung === 'bounced' || rung === 'delayed');
  if (!news && done.claimed === 0) return done.moved.length + done.old > 0 ? [] : sends;
  const events = (await mailEvents(tx, mail.outgoing)).filter(({ state }) => state === 'in');
  const last = events.at(-1);
  if (last === undefined) return sends;
  const effects = { event: last.event, author: mail.author, paused: done.paused, unproven: !news };
  return reportSends(sends, effects, deps.ghosts.bot, account.language);
}

async function paused(tx: Transaction, account: Account, mail: Outgoing, found: Finding): Promise<boolean> {
  if (found.rung !== 'bounced' || !found.hard) return false;
  const { address, reason, status, words } = found;
  return pauseAddress(
    tx,
    account.id,
    { key: addressKey(address), address, reason: reason ?? 'other', status, words },
    mail.outgoing,
  );
}

/** The sign shows the mail as a whole; while its outcome is open, or it is being sent, that is what it shows. */
async function showWhole(
  tx: Transaction,
  deps: JobDeps,
  mail: Outgoing,
  rows: readonly LadderRow[],
  moved: readonly Finding[],
): Promise<void> {
  if (moved.some(({ rung }) => rung === 'bounced')) await markBounced(tx, mail.outgoing);
  if (mail.state === 'trying') return;
  const rungs = rows.map(
    ({ address, rung }): Rung => moved.find((finding) => finding.address === address)?.rung ?? rung,
  );
  const sign = signOf(rungs);
  await showStatus(tx, deps, mail, mail.state === 'unknown' && rungs.includes('waiting') ? 'unknown' : sign);
}
