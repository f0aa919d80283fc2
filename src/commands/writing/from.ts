import { wholeText } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { loadWriting, setWriting } from '../../db/mail-tables/recipients-chosen.ts';
import { addressKey, parseAddress } from '../../mail/address.ts';
import { draftsChanged } from '../../answers/draft-changed.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { ABOUT_NEXT, unlessAble } from './people-set.ts';

/** `!mail from`: which of the account's addresses a conversation is written from. */
export const mailFrom = mailCommand({
  name: 'from',
  order: 50,
  args: wholeText('[ADDRESS]', 0, 1),
  needs: 'read',
  scope: 'thread',
  where: ['thread'],
  example: 'from help@example.org',
  examples: [{ says: ['from boss@example.org', 'from Support@mailroom.test', 'from'] }],
  outside: { only: ABOUT_NEXT },
  run: async (tx, context, text) => {
    const { account, thread } = context;
    const say = words(account.language);
    const asked = text.trim();
    if (asked === '') {
      const { from } = await loadWriting(tx, thread);
      return renderLines([say('recipients-from', { address: from ?? account.address })]);
    }
    const refused = unlessAble(context, 'answer');
    if (refused !== null) return refused;
    const address = parseAddress(asked);
    // Its configured addresses only: with any detail, nobody could say what its answers are for.
    if (address === null || !account.own.has(addressKey(address))) {
      const own = [...account.own].join(', ');
      return renderLines([say('recipients-not-own', { address: asked.slice(0, 200), own })]);
    }
    await setWriting(tx, account.id, thread, { from: address });
    await draftsChanged(tx, account, thread);
    return renderLines([say('recipients-from', { address })]);
  },
});
