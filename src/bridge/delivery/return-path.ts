/**
 * The return path of one recipient's copy (VERP): `support+b.TOKEN@ours`. What bounces to it is about this recipient of
 * this mail, whatever the report says, and nobody else can write one: the token stands in no header but in the copy of
 * the one whom it is about.
 */
import { withoutDetail } from '../../mail/address.ts';
import type { Address, MailHeader } from '../../mail/types.ts';

const DETAIL = /^b\.([a-z2-7]{26})$/;

/**
 * The return path with a token; null where the local part would be longer than 64 octets (RFC 5321 section 4.5.3.1.1)
 * or is quoted.
 */
export function returnPath(address: Address, token: string): Address | null {
  const base = withoutDetail(address);
  const at = base.lastIndexOf('@');
  const local = `${base.slice(0, at)}+b.${token}`;
  return base.startsWith('"') || Buffer.byteLength(local) > 64 ? null : (`${local}${base.slice(at)}` as Address);
}

/** Where a report says that it was delivered to: what the delivering server wrote first, then what its writer wrote. */
const FIELDS: readonly string[] = ['delivered-to', 'envelope-to', 'x-envelope-to', 'x-original-to', 'to'];

/**
 * The tokens of return paths that a mail was sent to, each once.
 *
 * @param isOwn whether an address, detail left aside, is the account's
 */
export function returnTokens(
  { recipients }: Pick<MailHeader, 'recipients'>,
  isOwn: (address: Address) => boolean,
): string[] {
  const found = new Set<string>();
  for (const { field, address, detail } of recipients) {
    const token = FIELDS.includes(field) ? DETAIL.exec(detail.toLowerCase())?.[1] : undefined;
    if (token !== undefined && isOwn(address)) found.add(token);
  }
  return [...found].slice(0, 10);
}
