/** What waits of an account is decided from outside of Matrix: all of it, or one mail. */
import type { Account } from '../../bridge/account/account.ts';
import type { UserId } from '../../bridge/types.ts';
import type { Transaction } from '../../db/pool.ts';
import { newAct, tellPlace } from '../../operations/meant.ts';
import { accountByKey, actor, NotThere } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';

/**
 * Decides in one transaction, and tells the lobby who did. Throws NotThere where nothing waits, and where there is no
 * such account.
 *
 * @param how.decide returns how many mails that was
 */
export function decideWaiting(
  deps: OperationDeps,
  { account: key, as }: { readonly account: string; readonly as: string },
  how: {
    readonly decide: (tx: Transaction, account: Account, by: UserId) => Promise<number>;
    readonly told: (say: Say, decided: number) => string;
  },
): Promise<{ decided: number }> {
  return deps.db.transaction(async (tx) => {
    const account = accountByKey(deps, key);
    const by = actor(deps, account, as, 'release');
    const decided = await how.decide(tx, account, by);
    if (decided === 0) throw new NotThere('nothing waits there');
    const line = how.told(words(account.language), decided);
    await tellPlace(tx, deps, { account, thread: null }, { act: newAct(), by, line });
    return { decided };
  });
}
