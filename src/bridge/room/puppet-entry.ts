/** Whether somebody says in a room themselves what they wrote elsewhere. Pure. */
import { memberByUser } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import type { UserId } from '../types.ts';
import { invited } from './entry.ts';
import type { Presence } from './entry.ts';

/**
 * Whether a member speaks in a room: they are there, or come in because they were invited, or would be. Who is not of
 * the team any more, declined, left or was banned does not come in by answering a mail: the account says it for them.
 *
 * @param known null for nothing
 * @param quiet whether it comes in without a sound: then nobody comes into a room because of it
 */
export function speaksIn(
  account: Account,
  user: UserId,
  known: Presence | null,
  at: { readonly crowded: boolean; readonly quiet: boolean },
): 'there' | 'enters' | 'not' {
  if (memberByUser(account, user) === null) return 'not';
  if (known?.membership === 'join') return 'there';
  if (at.quiet) return 'not';
  if (known?.membership === 'invite') return 'enters';
  return known === null && invited(account, at.crowded).includes(user) ? 'enters' : 'not';
}
