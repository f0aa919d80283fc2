import { optionalWord } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

/** `!mail logout`: takes a mailbox away that somebody brought, with all that there is of it. */
export const mailLogout = mailCommand({
  name: 'logout',
  order: 363,
  args: optionalWord('[ADDRESS]'),
  needs: 'read',
  scope: 'asker',
  where: ['management'],
  example: 'logout',
  examples: [{ says: ['logout alice@example.org'] }],
  outside: { only: 'it is about the mailbox of one person; "account remove" takes any away' },
  run: async (tx, { operator: { user, language }, mailboxes }, named) => {
    const say = words(language);
    const theirs = (await mailboxes?.of(tx, user)) ?? [];
    const meant = theirs.filter(({ address }) => named === null || address.toLowerCase() === named.toLowerCase());
    const [one, another] = meant;
    if (theirs.length === 0 || mailboxes === undefined) return renderLines([say('logout-none')]);
    if (one === undefined || another !== undefined) {
      return renderLines([say('logout-which', { addresses: theirs.map(({ address }) => address).join(', ') })]);
    }
    await mailboxes.remove(tx, user, one);
    return renderLines([say('logout-done', { address: one.address })]);
  },
});
