/**
 * A mail of ours to ourselves, at an address with a detail: where it arrives, such addresses are delivered (RFC 5233).
 * It is no message of anybody.
 */
import { PROBE_HEADER } from '../../mail/header/own-fields.ts';
import type { Address, HeaderField, MailHeader } from '../../mail/types.ts';
import type { IdKey } from '../ids.ts';
import type { AccountId } from '../types.ts';

/** The field by which a probe of an address is known again; `nonce` of letters and digits. */
export function probeField(ids: IdKey, account: AccountId, key: string, nonce: string): HeaderField {
  return { name: PROBE_HEADER, value: `${nonce} ${ids.probe(account, key, nonce)}` };
}

/**
 * The address (its `addressKey`) that a mail is a probe of; null for every other mail. Nobody else can make one;
 * whoever repeats one proves again what is proved.
 *
 * @param own the keys of the account's addresses
 */
export function probedAddress(
  ids: IdKey,
  account: AccountId,
  own: ReadonlySet<string>,
  { probe }: Pick<MailHeader, 'probe'>,
): string | null {
  const [, nonce, proof] = /^([a-z0-9]{8,64}) (\S{1,64})$/.exec(probe?.trim() ?? '') ?? [];
  if (nonce === undefined || proof === undefined) return null;
  return [...own].find((key) => ids.isProbe(proof, account, key, nonce)) ?? null;
}

/** The address that a probe goes to; null where the account's name leaves no room for it. */
export function probeAddress(address: Address, nonce: string): Address | null {
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at)}+probe${nonce.slice(0, 12)}`;
  return local.startsWith('"') || Buffer.byteLength(local) > 64 ? null : (`${local}${address.slice(at)}` as Address);
}
