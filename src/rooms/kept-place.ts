/**
 * What becomes of a message whose words the homeserver refuses for good, whoever says them (a policy server, a module
 * that looks for spam, a limit that is used up). It is not mended and not said in other ways: a notice without its
 * words stands in its place, so that people see that something is missing and how they get at it. What has no place, or
 * whose notice is refused as well, is dead. Either way the log has a line and the figures of the account count it.
 */
import type { Account } from '../bridge/account/account.ts';
import { aliasLink } from '../bridge/room-link.ts';
import { withoutWords } from '../bridge/to-matrix/replacement.ts';
import type { JsonObject, ThreadId } from '../bridge/types.ts';
import { isPlaceKept, replaceSend } from '../db/room-tables/sends.ts';
import type { StoredSend } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { MatrixError } from '../matrix/errors.ts';
import { codeOf } from '../matrix/invitations.ts';
import type { Decision } from '../queue/worker.ts';

/** One notice stands for all that is refused of a mail, in the place of what was refused of it first. */
export async function keepPlace(
  deps: JobDeps,
  account: Account,
  send: StoredSend,
  error: MatrixError,
): Promise<Decision> {
  const code = codeOf(error);
  const { kind } = send.purpose;
  deps.log.warn('a message is refused for good', { account: account.id, send: send.send, purpose: kind, error: code });
  const isTold = send.error !== null || (await isPlaceKept(deps.db, send));
  const content = isTold ? null : noticeInPlace(deps, account, send, error);
  if (content === null) return { outcome: { do: 'dead', reason: `${send.type}: ${code}`, userText: '' } };
  return {
    outcome: { do: 'retry', afterMs: 0, reason: `refused for good: ${code}` },
    write: (tx) => replaceSend(tx, send.send, { content, sender: deps.ghosts.bot, error: code, files: 'none' }),
  };
}

function noticeInPlace(
  { ids, ghosts }: JobDeps,
  { language }: Account,
  send: StoredSend,
  error: MatrixError,
): JsonObject | null {
  // Where it may be what the message is about that is refused, the notice is about nothing.
  const isAbout = error.status === 403;
  if (send.purpose.kind === 'inbox-line') {
    const [thread = ''] = send.purpose.subject.split(' ');
    const link = aliasLink(ids.threadAlias(thread as ThreadId, 0), ghosts.domain);
    return withoutWords(send, { what: 'line', link, isAbout }, language);
  }
  return withoutWords(send, { what: send.message === null ? 'notice' : 'mail', link: null, isAbout }, language);
}
