/**
 * DKIM, SPF, DMARC and ARC over the raw bytes of a mail, by mailauth: where strangers' fields are read, which is never
 * the process that decides.
 */
import { Readable } from 'node:stream';
import { authenticate } from 'mailauth';
import type { AuthenticateResult, AuthStatus, DMARCResult } from 'mailauth';
import type { MethodResult } from '../mail/types.ts';
import type { CheckAnswer, CheckedClient, DnsRecords } from './protocol.ts';

/** Bytes of a header that are read. */
const MOST_HEADER = 1024 * 1024;

/**
 * Checks a mail. Never rejects: what goes wrong is an answer.
 *
 * @param ask the DNS; rejects with its errors
 */
export async function checkMail(
  source: AsyncIterable<Uint8Array>,
  client: CheckedClient,
  ask: (name: string, record: string) => Promise<DnsRecords>,
): Promise<CheckAnswer> {
  const stream = Readable.from(withinHeader(source), { objectMode: false });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckAnswer>((done) => {
    timer = setTimeout(() => done({ ok: false, why: 'time' }), client.time);
  });
  const checked = authenticate(stream, {
    ...(client.ip === null ? {} : { ip: client.ip, helo: client.helo }),
    // Without one the verifier would take the lowest Return-Path, which the author of the mail can write.
    sender: client.sender,
    mta: 'mailroom',
    resolver: ask,
    strict: true,
    disableBimi: true,
  }).then(
    (result): CheckAnswer => ({ ok: true, results: resultsOf(result, client.ip !== null) }),
    (): CheckAnswer => ({ ok: false, why: 'cannot be read' }),
  );
  try {
    return await Promise.race([checked, late]);
  } finally {
    clearTimeout(timer);
    stream.destroy();
  }
}

/** Ends with an error where the header does not end: the verifier would hold all of it. */
async function* withinHeader(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let header = 0;
  let last = '\n';
  for await (const piece of source) {
    if (header >= 0) {
      const text = last + Buffer.from(piece).toString('latin1');
      header = /\n\r?\n/.test(text) ? -1 : header + piece.length;
      last = text.slice(-2);
    }
    if (header > MOST_HEADER) throw new Error('The header does not end');
    yield piece;
  }
}

/** The verifier's results in the form of a receiver's, so that one judge reads both. */
function resultsOf(checked: AuthenticateResult, spf: boolean): MethodResult[] {
  const found: MethodResult[] = [];
  const add = (method: string, status: AuthStatus, properties: readonly (readonly [string, string | undefined])[]) => {
    const known = properties.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    found.push({ method, result: status.result, comment: status.comment ?? '', properties: new Map(known) });
  };
  for (const { status, signingDomain } of checked.dkim.results) {
    // RFC 6376 section 8.2: with `l=` a stranger can write on below what was signed.
    const partly = status.result === 'pass' && (status.underSized ?? 0) > 0;
    add('dkim', partly ? { ...status, result: 'policy' } : status, [['header.d', signingDomain]]);
  }
  if (spf && checked.spf !== false) {
    const sender = checked.spf['envelope-from'];
    add('spf', checked.spf.status, [['smtp.mailfrom', sender]]);
  }
  if (checked.arc !== false) add('arc', checked.arc.status, []);
  if (checked.dmarc !== false) {
    const { status, policy } = checked.dmarc;
    // Only a domain with a record has alignment. A signature over a part of the body is judged by the DKIM results
    // alone.
    const partly = status.result === 'pass' && isSignedPartly(checked.dmarc);
    const believed: AuthStatus = partly ? { ...status, result: 'none' } : status;
    add('dmarc', believed, [
      ['header.from', status.header?.from],
      ['policy.dmarc', policy],
    ]);
  }
  return found;
}

function isSignedPartly({ alignment }: DMARCResult): boolean {
  return (alignment.dkim.underSized ?? 0) > 0 && alignment.spf.result === undefined;
}
