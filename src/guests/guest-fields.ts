/** The header fields of a mail to a guest: where an answer goes, and how they end the mails to them. */
import type { Account } from '../bridge/account/account.ts';
import type { GuestId } from '../bridge/guest/guest.ts';
import { makeThreadToken, tokenAddress } from '../bridge/thread-token.ts';
import type { ThreadId } from '../bridge/types.ts';
import type { HeaderField } from '../mail/types.ts';
import type { JobDeps } from '../handling/deps.ts';
import { tokenFields } from '../outgoing/reply-token.ts';

/** Where a guest's link leads (`app/guest-pages.ts`). */
export const GUEST_PATH = '/guest';

/**
 * Reply-To with the token of the room, List-Unsubscribe (RFC 2369) and, where there are pages for people,
 * List-Unsubscribe-Post (RFC 8058), for which the relay must sign both with DKIM.
 */
export async function guestFields(
  deps: JobDeps,
  account: Account,
  { guest, thread }: { readonly guest: GuestId; readonly thread: ThreadId },
): Promise<HeaderField[]> {
  const reply = await tokenFields(deps, account, thread, account.address);
  const token = makeThreadToken(deps.ids.tokenKeys, deps.ids.nameOf(account.id), thread);
  const address = reply.length === 0 ? account.address : (tokenAddress(account.address, token) ?? account.address);
  const mail = `<mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=STOP>`;
  const pages = account.guests?.pages ?? null;
  if (pages === null) return [...reply, { name: 'List-Unsubscribe', value: mail }];
  const link = `<${guestLink(deps, pages, guest)}>`;
  return [
    ...reply,
    { name: 'List-Unsubscribe', value: `${link}, ${mail}` },
    // RFC 8058 section 3.1: only with an address of HTTPS.
    ...(pages.startsWith('https:') ? [{ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }] : []),
  ];
}

/** The page on which a guest ends the mails to them. */
export function guestLink({ ids }: Pick<JobDeps, 'ids'>, pages: string, guest: GuestId): string {
  return `${pages}${GUEST_PATH}/${ids.guestLink(guest)}`;
}
