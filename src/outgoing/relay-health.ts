/**
 * Notes how the way out of an account stands, with one line in the log where that begins and one where it ends; and
 * asks it before a mail is tried (`db/mail-tables/relays.ts`).
 */
import { relayTroubleOf } from '../bridge/relay/trouble.ts';
import type { RelayTrouble } from '../bridge/relay/trouble.ts';
import type { AccountId } from '../bridge/types.ts';
import { noteRelayFailed, noteRelayWorks } from '../db/mail-tables/relays.ts';
import type { RelayAway } from '../db/mail-tables/relays.ts';
import type { Queryable } from '../db/pool.ts';
import { loginPauses } from '../base/login-tries.ts';
import type { Log } from '../base/log.ts';
import type { NotSent, SmtpResult } from '../smtp/result.ts';

/** Milliseconds between looks at a way out that cannot be connected to, the last for all that follow. */
const AWAY_MS = [15_000, 30_000, 60_000, 120_000, 300_000];

/** How long a way out is believed to be well without a sign, milliseconds. */
const QUIET_MS = 3_600_000;

/** How long a mail waits at most before it looks again whether it has waited too long, milliseconds. */
const LOOK_AGAIN_MS = 120_000;

/** Whether a mail could not be tried since no connection could be made ready: the account's trouble, not the mail's. */
export function isOpeningFailure(result: SmtpResult): result is NotSent & { readonly stage: OpeningStage } {
  return result.outcome === 'not-sent' && isOpening(result.stage);
}

type OpeningStage = Parameters<typeof relayTroubleOf>[0]['stage'];

function isOpening(stage: NotSent['stage']): stage is OpeningStage {
  return stage === 'connect' || stage === 'greeting' || stage === 'tls' || stage === 'login';
}

/** What the way out of an account came to, as people are told. */
export interface RelayVerdict {
  readonly reason: RelayTrouble;
  readonly words: string;
}

/** @param probe whether it was this try's turn, and not one of several mails */
export async function noteFailedOpening(
  db: Queryable,
  log: Log,
  account: AccountId,
  failed: NotSent & { readonly stage: OpeningStage },
  probe = false,
): Promise<RelayVerdict> {
  const reason = relayTroubleOf(failed);
  const state = reason === 'login' ? 'bad-credentials' : 'transient';
  const words = failed.code === null ? '' : wordsOf(failed);
  const pauses =
    state === 'transient' ? { pausesMs: AWAY_MS, endless: true } : { pausesMs: loginPauses(), endless: false };
  const noted = await noteRelayFailed(db, account, { state, reason, words, ...pauses, probe });
  const isNews = noted !== null && noted.failures !== null && (noted.before !== state || noted.reasonBefore !== reason);
  if (isNews) {
    const facts = { account, reason, code: failed.cause === '' ? String(failed.code ?? '') : failed.cause };
    if (state === 'bad-credentials') log.error('login refused by the mail server for sending', facts);
    else log.warn('the mail server for sending is away', facts);
  }
  return { reason, words };
}

/** Notes that the server took a connection, and a login where there is one. `fresh`: just now. */
export async function noteOpened(db: Queryable, log: Log, account: AccountId, fresh: boolean): Promise<void> {
  const before = await noteRelayWorks(db, account, { fresh, quietMs: QUIET_MS });
  if (before === 'transient' || before === 'bad-credentials')
    log.info('the mail server for sending is back', { account });
}

/** Milliseconds until a mail looks again, where the way out has been asked for by somebody else. */
export function lookAgainAfter({ waitMs }: RelayAway): number {
  return Math.min(LOOK_AGAIN_MS, (waitMs ?? LOOK_AGAIN_MS) + 1_000);
}

/** The server's reply with its codes, one line. */
export function wordsOf({ code, enhanced, text }: Pick<NotSent, 'code' | 'enhanced' | 'text'>): string {
  return `${code ?? ''} ${enhanced ?? ''} ${text}`.replace(/\s+/g, ' ').trim();
}
