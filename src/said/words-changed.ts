/** What stands in a room is found as it stands there: words that are taken away or replaced are found no more. */
import type { EventOutcome } from '../bridge/event/decide-event.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { ownSearchText } from '../bridge/search/own-search-text.ts';
import type { EventId, MessageKey } from '../bridge/types.ts';
import { mailEvents } from '../db/mail-tables/outgoing-messages.ts';
import type { Transaction } from '../db/pool.ts';
import {
  emptyImportedText,
  emptySearchText,
  messageShownBy,
  replaceSearchText,
} from '../db/search-tables/search-texts.ts';
import { loadMessage } from '../db/thread-tables/threads.ts';
import type { EventContext } from '../handling/event-context.ts';

/**
 * After a redaction of anything that shows a mail or an answer nothing of it is found any more; after an edit of an
 * answer that has left, what its author says now. While an answer can still be changed it is not found at all.
 */
export async function wordsChanged(
  tx: Transaction,
  context: EventContext,
  action: MatrixAction,
  outcome: EventOutcome,
): Promise<void> {
  if (action.kind === 'redact') await redacted(tx, context, action.of);
  if (action.kind === 'edit' && outcome.do === 'too-late') {
    await edited(tx, context, outcome.outgoing, action);
  }
}

async function redacted(tx: Transaction, { room: { room } }: EventContext, event: EventId): Promise<void> {
  const message = await messageShownBy(tx, { room, event });
  if (message === null) await emptyImportedText(tx, { room, event });
  else await emptySearchText(tx, message);
}

async function edited(
  tx: Transaction,
  { account: { language: spoken } }: EventContext,
  outgoing: MessageKey,
  { fresh }: Extract<MatrixAction, { readonly kind: 'edit' }>,
): Promise<void> {
  const message = await loadMessage(tx, outgoing);
  const events = await mailEvents(tx, outgoing);
  const from = message?.facts.from[0];
  if (message === null || from === undefined) return;
  // Of several messages in one mail nobody keeps which was edited before.
  if (fresh.kind !== 'message' || events.length > 1) return emptySearchText(tx, outgoing);
  const { date, subject, to, cc } = message.facts;
  const at = date === null ? null : new Date(date);
  const text = ownSearchText({ at, from, to: [...to, ...cc], subject, attached: '', spoken }, [fresh.said]);
  await replaceSearchText(tx, { message: outgoing, text });
}
