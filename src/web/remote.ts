/** Who visits: by which address their visits are counted. */
import { isIPv6 } from 'node:net';
import type { HttpRequest } from '../http/listener.ts';

/**
 * The address of the visitor: of the connection, or as the nearest proxy names it, which adds it as the last of
 * X-Forwarded-For. What stands before that was sent by the visitor and counts for nothing.
 */
export function remoteOf({ headers, remote }: Pick<HttpRequest, 'headers' | 'remote'>, behindProxy: boolean): string {
  const named = behindProxy ? [headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim() : undefined;
  return named === undefined || named === '' ? remote : named.slice(0, 64);
}

/** Whoever has an IPv6 address has 2^64 of them: they are counted as one (RFC 6177). Others are as they are. */
export function rateKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/s, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  const groups = [...first, ...zeros, ...last].slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
