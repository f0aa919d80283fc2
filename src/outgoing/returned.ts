/**
 * What waited while nobody served an account, or was written in a room that cannot be read any more: told in the room
 * of its conversation, and mailed only on a ✅ there. Before the workers of a process begin, what waits of the accounts
 * that came back is put aside; what is said of it is said by the job of each mail.
 */
import { z } from 'zod';
import type { Account } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import { standsAt } from '../db/mail-tables/outgoing-messages.ts';
import type { Outgoing, OutgoingEvent } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { mailAside, putAside } from '../db/mail-tables/returned-mails.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';
import { showStatus } from '../handling/delivery-signs.ts';
import { words } from '../words/words.ts';
import { shortTime } from '../words/zones.ts';
import { takeReturn } from '../queue/service.ts';
import type { Decision } from '../queue/worker.ts';
import { messagesNow } from './messages-now.ts';

/**
 * Puts aside what waits of accounts that came back, once for each return.
 *
 * @param retryFor milliseconds after which a composed mail is too old to be mailed without a word
 */
export async function putReturnedAside(deps: JobDeps, retryFor: number): Promise<void> {
  for (const { id } of deps.accounts.values()) {
    await deps.db.transaction(async (tx) => {
      const back = await takeReturn(tx, id);
      if (back === null) return;
      const mails = await putAside(tx, id, back.from, retryFor);
      deps.log.warn('an account is served again', { account: id, since: back.from, mails });
    });
  }
}

/** What a mail that waits for a yes comes to: its author is asked, once. Null for a mail that waits for none. */
export function askReturned(deps: JobDeps, account: Account, { mail, aside }: MailNow): Decision | null {
  if (aside?.state !== 'waiting') return null;
  return { outcome: { do: 'done' }, write: (tx) => askForYes(tx, deps, account, mail) };
}

/** Shows that a mail that was put aside waits, and asks its author. Written once for each time that it is put aside. */
export async function askForYes(tx: Transaction, deps: JobDeps, account: Account, mail: Outgoing): Promise<void> {
  const aside = await mailAside(tx, mail.outgoing);
  if (aside?.state !== 'waiting') return;
  const last = (await messagesNow(tx, mail)).at(-1);
  const { since, why } = aside;
  const say = words(account.language);
  const said =
    why === 'unserved'
      ? say('queue-returned-mail', { since: shortTime(since, account.zone) })
      : say('queue-unseen-mail', { words: wordsOf(last) });
  await showStatus(tx, deps, mail, 'deferred');
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'returned', of: mail.outgoing, detail: String(since.getTime()) },
      said: renderLines([said]),
      replyTo: last === undefined ? null : standsAt(last),
      mention: mail.author,
      outgoing: mail.outgoing,
    }),
  );
}

const bodyCodec = z.object({ body: z.string() });
/** Characters of a message by which its author knows it again: it may stand in a room that they are out of, too. */
const WORDS_MOST = 100;

function wordsOf(message: OutgoingEvent | undefined): string {
  const body = (bodyCodec.safeParse(message?.content).data?.body ?? '').slice(0, 10 * WORDS_MOST);
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length > WORDS_MOST ? `${line.slice(0, WORDS_MOST)}…` : line;
}
