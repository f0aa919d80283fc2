/** The network as `find-servers.ts` asks it: bounded, and to public addresses alone. */
import { lookup, Resolver } from 'node:dns/promises';
import { request } from 'node:https';
import { isIPv6 } from 'node:net';
import type { Network } from './find-servers.ts';
import { publicAddress } from './public-address.ts';
import type { LookUp } from './public-address.ts';

/** How long one question has, milliseconds; how much of an answer is read; how often it may point elsewhere. */
const PATIENCE_MS = 5_000;
const TEXT_MAX = 64 * 1024;
const REDIRECTS = 2;

/** As programs of this machine look names up, /etc/hosts too; IPv4 first, which more machines have. */
export const systemLookUp: LookUp = async (name) =>
  (await lookup(name, { all: true, order: 'ipv4first' })).map(({ address }) => address);

export function publicNetwork(lookUp: LookUp = systemLookUp): Network {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });
  return {
    services: (name) => resolver.resolveSrv(name).catch(() => []),
    exchangers: (domain) => resolver.resolveMx(domain).catch(() => []),
    text: (url) => publicText(url, lookUp, REDIRECTS).catch(() => null),
  };
}

/** Null where there is none. Where it points elsewhere, that is looked at as the first one was. */
async function publicText(url: string, lookUp: LookUp, redirects: number): Promise<string | null> {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' || port !== '') return null;
  const answer = await askedAt(url, await publicAddress(hostname, lookUp));
  if (typeof answer === 'string' || answer === null) return answer;
  return redirects === 0 ? null : publicText(new URL(answer.to, url).href, lookUp, redirects - 1);
}

/** Asks at this address, whatever the name leads to by now; the certificate is for the name. */
function askedAt(url: string, address: string): Promise<string | { readonly to: string } | null> {
  return new Promise((resolve, reject) => {
    const family = isIPv6(address) ? 6 : 4;
    const sent = request(
      url,
      {
        agent: false,
        signal: AbortSignal.timeout(PATIENCE_MS),
        lookup: (_name, _options, found) => found(null, [{ address, family }]),
        headers: { accept: 'text/xml, application/xml' },
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
          response.destroy();
          resolve({ to: headers.location });
          return;
        }
        if (statusCode !== 200) {
          response.destroy();
          resolve(null);
          return;
        }
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > TEXT_MAX) response.destroy();
          else pieces.push(piece);
        });
        response.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
        response.on('close', () => resolve(null));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
