/** What somebody who is added to a conversation is told of it. Pure. */
import { readEvent } from '../from-matrix/from-matrix.ts';
import type { MatrixHtmlContext } from './matrix-html.ts';
import { blocksToLines } from './blocks-text.ts';
import { saidToBlocks } from './said-blocks.ts';
import type { Json } from '../types.ts';

/** A message in a room that became part of a mail. */
export interface SaidEvent {
  readonly type: string;
  readonly sender: string;
  readonly content: Json;
}

/**
 * The words of a mail of ours as they left: no prefix of a command, no call of a colleague; of files their captions.
 */
export function mailedText(
  events: readonly SaidEvent[],
  context: MatrixHtmlContext & { readonly author: string },
): string {
  const texts = events.map((event) => {
    const action = readEvent(event, { isOwn: () => false, notices: true });
    if (action.kind !== 'message') return '';
    const { blocks } = saidToBlocks(action.said, action.mentions, { ...context, fileIndex: 0, contentId: '' });
    return blocksToLines(blocks, context.language);
  });
  return texts.filter((one) => one.trim() !== '').join('\n\n');
}

/** Whom a mail of a thread was between: the keys (`addressKey`) of who wrote it and of all who got it. */
export interface Audience {
  readonly people: readonly string[];
}

/**
 * The mails of a thread that may be quoted in a mail to these recipients: an aside is not. A mail is one where somebody
 * who took part before and afterwards did not get it (an answer to the sender alone, or theirs to us alone): neither
 * they nor newcomers are to read it. Who was taken out before and never came back was not left out of an aside.
 *
 * @param mails oldest first, all of the thread
 * @param recipients keys of who gets the mail now, without those who are told the history by it
 */
export function withoutAsides<M extends Audience>(mails: readonly M[], recipients: readonly string[]): M[] {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  mails.forEach(({ people }, index) => {
    for (const person of people) {
      if (!first.has(person)) first.set(person, index);
      last.set(person, index);
    }
  });
  for (const person of recipients) last.set(person, mails.length);
  return mails.filter(({ people }, index) => {
    const got = new Set(people);
    return [...first].every(([person, since]) => since >= index || (last.get(person) ?? 0) < index || got.has(person));
  });
}
