import type { Config } from '../config/config.ts';
import { ROBOTS } from '../web/site.ts';
import { connectionAdvice, deepCode, type CheckFinding } from './finding.ts';

const PATIENCE_MS = 10_000;

/**
 * Whether the address of the pages leads to them. Where nothing listens here Mailroom does not run, and what a proxy
 * says of that is no fault.
 */
export async function checkWeb({ web }: Pick<Config, 'web'>): Promise<CheckFinding[]> {
  if (web === null) return [];
  const what = 'pages';
  const { host, port } = web.listen;
  const near = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const here = await reached(`http://${near.includes(':') ? `[${near}]` : near}:${port}`);
  if (here !== 'ours') {
    const text =
      here === 'others'
        ? `another program answers on ${host}:${port}: give web.listen another port`
        : `nothing listens on ${host}:${port}: start Mailroom and check again to try ${web.url}`;
    return [{ state: here === 'others' ? 'fail' : 'skip', what, text }];
  }
  const there = await reached(web.url);
  if (there === 'ours') return [{ state: 'ok', what, text: web.url }];
  const text =
    there === 'others'
      ? `${web.url} leads to something else: check web.url and the proxy, which has to pass all on to ${host}:${port}`
      : connectionAdvice(there.code, web.url, 'web');
  return [{ state: 'fail', what, text }];
}

async function reached(url: string): Promise<'ours' | 'others' | { readonly code: string }> {
  try {
    const response = await fetch(`${url}/robots.txt`, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = (await response.text()).slice(0, 1_000);
    return text === ROBOTS && response.headers.has('content-security-policy') ? 'ours' : 'others';
  } catch (error) {
    return { code: deepCode(error) };
  }
}
