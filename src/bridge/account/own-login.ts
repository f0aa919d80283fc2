/** Mailboxes that members bring themselves. Pure. */
import type { UserId } from '../types.ts';

/** Whether somebody may bring one: the config names them, their server, or everybody (`*`). */
export function mayLogIn(allowed: readonly string[], user: UserId): boolean {
  const server = user.slice(user.indexOf(':') + 1);
  return [user, server, '*'].some((one) => allowed.includes(one));
}
