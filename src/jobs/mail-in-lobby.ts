/**
 * A report or an automatic answer that belongs to no thread: the bot says it in the account's lobby, as a notice. It opens no room and is no message of a
 * conversation, so that nothing joins it and no answer goes to it.
 */
import { effectsOf } from '../bridge/brakes-effects.ts';
import { toMatrix } from '../bridge/to-matrix.ts';
import { settleMailIn } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import type { Parsed } from '../mail/worker/work.ts';
import type { JobDeps } from './deps.ts';
import { automaticPrefix } from './mail-in-entry.ts';
import type { Arriving } from './mail-in-entry.ts';
import { rememberEvents } from './mail-in-events.ts';

/** Writes its sends. The same mail in two mailboxes is the same sends. */
export async function showInLobby(
  tx: Transaction,
  deps: JobDeps,
  { account, stored, mail, message, shown }: Arriving,
  { rendered }: Extract<Parsed, { ok: true }>,
): Promise<void> {
  const sends = toMatrix(
    {
      account: account.id,
      language: account.language,
      thread: null,
      message,
      voice: { user: deps.ghosts.bot, name: null, prefix: automaticPrefix(account, mail, shown) },
      mail: stored.mail,
      parsed: mail,
      rendered,
      subject: '',
      notice: effectsOf(mail.kind).notice,
      events: await rememberEvents(tx, account.id, rendered.special),
    },
    deps.ids,
  );
  for (const send of sends) await addSend(tx, send);
  await settleMailIn(tx, stored.mail, 'decided', { message });
}
