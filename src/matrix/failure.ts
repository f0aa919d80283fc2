/** What a failed request of ours says, and by whose word: the one place that decides it. Pure. */
import { HomeserverUnreachableError, MatrixError, RoomUnreadyError } from './errors.ts';

/**
 * By whose word: nobody's (no whole answer came), that of something in between (an answer that is none of Matrix), the
 * homeserver's, or our own program's.
 */
type FailureWord = 'network' | 'proxy' | 'homeserver' | 'program';

/**
 * Whether other requests were answered while this one failed; null: nobody has asked. One request that fails is about
 * that request; only several say something about a server.
 */
export type Others = 'answered' | 'silent' | null;

/**
 * What a failure means.
 *
 * - `later`: the same may pass. `failed`: it counts as a failure, so that it ends some time; else somebody asked for
 *   patience.
 * - `request`: this one is refused for good, whoever sends it.
 * - `person`: this sender is refused, in this room or with this device; a repair, or another sender, may pass.
 * - `away`: nobody gets anything there now. It is waited for without end.
 */
export type Failure =
  | { readonly is: 'later'; readonly by: FailureWord; readonly afterMs: number | null; readonly failed: boolean }
  | {
      readonly is: 'request';
      readonly by: 'homeserver';
      readonly why: 'duplicate-annotation' | 'too-large' | 'room-gone' | 'policy' | 'other';
    }
  | { readonly is: 'person'; readonly by: 'homeserver'; readonly why: 'device' | 'join' }
  | { readonly is: 'away'; readonly by: 'network' | 'proxy' | 'homeserver'; readonly afterMs: number | null };

/** Reads whatever a request threw. `others` matters only where `isUnclear` says so. */
export function failureOf(error: unknown, others: Others): Failure {
  if (error instanceof RoomUnreadyError) {
    const why = failureOf(error.cause, others);
    if (why.is === 'away') return why;
    // What waits for a room waits as long as it takes: nothing was said about it.
    return { is: 'later', by: why.by, afterMs: why.is === 'later' ? why.afterMs : null, failed: false };
  }
  if (error instanceof HomeserverUnreachableError) {
    // Nobody took the connection: that is no word about what was to be asked.
    if (!error.maybeDone) return { is: 'away', by: 'network', afterMs: null };
    return unclear('network', others, null);
  }
  if (!(error instanceof MatrixError)) return { is: 'later', by: 'program', afterMs: null, failed: true };
  const { status, errcode, retryAfterMs: afterMs } = error;
  const by = errcode === '' ? 'proxy' : 'homeserver';
  if (errcode === 'M_DUPLICATE_ANNOTATION') return refused('duplicate-annotation');
  if (errcode === 'M_TOO_LARGE' || status === 413) return refused('too-large');
  // What an account may have is used up (spec v1.18): waiting and other senders change nothing of that.
  if (errcode === 'M_USER_LIMIT_EXCEEDED') return refused('policy');
  if (errcode === 'M_UNKNOWN_DEVICE' || errcode === 'ORG.MATRIX.MSC3202.UNKNOWN_DEVICE') return kept('device');
  if (errcode === 'M_LIMIT_EXCEEDED' || status === 429) return { is: 'later', by, afterMs, failed: false };
  // The token is not known (yet): the registration is not loaded. Nothing is lost by waiting.
  if (status === 401) return { is: 'later', by, afterMs, failed: false };
  // A page that is none of Matrix, whatever its status below 400, came from something in between.
  if (status === 408 || status >= 500 || status < 400) return unclear(by, others, afterMs);
  if (errcode === 'M_FORBIDDEN' || errcode === 'M_GUEST_ACCESS_FORBIDDEN') return kept('join');
  if (status === 404) return refused('room-gone');
  return refused('other');
}

/**
 * Whether it takes other requests to say what a failure means: no whole answer came, or one that can be about
 * everything.
 */
export function isUnclear(error: unknown): boolean {
  return failureOf(error, 'answered').is !== failureOf(error, 'silent').is;
}

/**
 * Whether the answer to createRoom says that the homeserver makes no such room, and not that it is away, busy, or does
 * not know us yet.
 */
export function isRoomRefused({ status, errcode }: MatrixError): boolean {
  if (status === 401 || status === 408 || status === 429 || status < 400) return false;
  // The page of a proxy: nothing behind it has answered.
  return errcode !== '' || ![502, 503, 504].includes(status);
}

/** Whether the homeserver has said no for good, to whoever asked or to what was asked: trying again changes nothing. */
export function isForGood(error: unknown): error is MatrixError {
  const { is } = failureOf(error, 'answered');
  return is === 'request' || is === 'person';
}

function unclear(by: 'network' | 'proxy' | 'homeserver', others: Others, afterMs: number | null): Failure {
  return others === 'answered' ? { is: 'later', by, afterMs, failed: true } : { is: 'away', by, afterMs };
}

function refused(why: Extract<Failure, { is: 'request' }>['why']): Failure {
  return { is: 'request', by: 'homeserver', why };
}

function kept(why: Extract<Failure, { is: 'person' }>['why']): Failure {
  return { is: 'person', by: 'homeserver', why };
}
