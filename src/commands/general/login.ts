import { severalWords } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { Transaction } from '../../db/pool.ts';
import type { Confirmed, OwnMailboxPort } from '../../handling/own-mailboxes.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import type { ChatContext } from '../framework/context.ts';

/**
 * `!mail login`: a link to a page on which somebody logs in with a mailbox of their own, and then the digits that the
 * page shows, by which they say that it was them. A password never stands in a room.
 */
export const mailLogin = mailCommand({
  name: 'login',
  order: 362,
  // Whatever is written behind it is answered: it may be a password.
  args: severalWords('[DIGITS]', 0, 1_000),
  needs: 'read',
  scope: 'asker',
  where: ['management'],
  example: 'login',
  examples: [{ says: ['login 123456', 'login alice@example.org hunter2'] }],
  outside: { only: 'it is about the mailbox of one person' },
  run: async (tx, context, given) => {
    const { operator, mailboxes } = context;
    const say = words(operator.language);
    const may = mailboxes?.mayLogIn(operator.user) ?? 'no';
    if (mailboxes === undefined || may === 'no') return renderLines([say('login-not-allowed')]);
    if (may === 'no-pages') return renderLines([say('login-no-pages')]);
    return renderLines(await answered(tx, context, mailboxes, given.join(''), say));
  },
});

/** The digits may be written with blanks between them. */
async function answered(
  tx: Transaction,
  { operator: { user, language } }: ChatContext,
  mailboxes: OwnMailboxPort,
  given: string,
  say: Say,
): Promise<string[]> {
  if (given === '') {
    return [say('login-link', { link: await mailboxes.link(tx, user, language) }), say('login-link-then')];
  }
  if (!/^\d{6}$/.test(given)) return [say('login-no-words')];
  return [confirmedTold(say, await mailboxes.confirm(tx, user, given))];
}

function confirmedTold(say: Say, confirmed: Confirmed): string {
  switch (confirmed.kind) {
    case 'added':
      return say('login-added', { address: confirmed.address, name: confirmed.name });
    case 'wrong':
      return say('login-wrong', { left: confirmed.left });
    case 'taken':
      return say('login-already-taken', { address: confirmed.address });
    case 'spent':
      return say('login-spent');
    case 'none':
      return say('login-none');
  }
}
