/** The accounts of a config and those that the database knows: held against each other, and written down. */
import { MailroomError } from '../base/errors.ts';
import type { IdKey } from '../bridge/ids.ts';
import { renamedAccounts, renameProblem } from '../bridge/account/identity.ts';
import { accountNames, knownIdentities, saveIdentity } from '../db/account-identities.ts';
import type { StoredIdentity } from '../db/account-identities.ts';
import type { Database, Queryable } from '../db/pool.ts';

/** What of a config would begin an account anew that the database knows under another key. */
export async function renameProblems(
  db: Queryable,
  accounts: readonly StoredIdentity[],
): Promise<{ readonly path: string; readonly text: string }[]> {
  return renamedAccounts(await knownIdentities(db), accounts).map(renameProblem);
}

/**
 * Writes down what the config says of its accounts. Throws MailroomError where one of them was renamed in the config
 * alone; nothing is written then. Called once this process counts as one that serves them: `account rename` and this
 * see each other.
 */
export async function takeIdentities(db: Database, ids: IdKey, accounts: readonly StoredIdentity[]): Promise<void> {
  await db.transaction(async (tx) => {
    const problems = await renameProblems(tx, accounts);
    if (problems.length > 0) {
      throw new MailroomError('account-renamed', problems.map(({ path, text }) => `${path}: ${text}`).join('\n'));
    }
    for (const one of accounts) await saveIdentity(tx, one);
  });
  ids.learnNames(await accountNames(db));
}
