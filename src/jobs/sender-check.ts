/**
 * Our own check of a sender: DKIM, DMARC and ARC over the raw bytes, SPF where our trace tells the address of the receiving hop. Only for accounts whose
 * bytes are what was sent (Exchange Online writes mails anew, so that signatures fail). Whatever goes wrong is `unchecked`, never an error: a check that
 * cannot be made must not keep a mail from its room.
 */
import { Readable } from 'node:stream';
import { authenticate } from 'mailauth';
import type { AuthenticateResult, AuthStatus, DMARCResult } from 'mailauth';
import { envelopeSender, submissionOf } from '../mail/authentication-received.ts';
import type { MethodResult } from '../mail/authentication-results.ts';
import { judgeResults, readClaim, trustedChain } from '../mail/authentication.ts';
import type { ClaimedMail, SenderVerdict, Trust } from '../mail/authentication.ts';
import type { Address } from '../mail/types.ts';
import type { Resolve } from './sender-resolver.ts';

export interface SenderCheckOptions {
  readonly resolve: Resolve;
  /** Milliseconds for one mail, DNS included. Default 20,000. */
  readonly time?: number;
  /** Bytes; a larger mail is not checked, since every byte is hashed. Default 50 MiB. */
  readonly size?: number;
}

/** Checks a mail from its bytes. Never rejects but with an error of the source itself. */
export type SenderCheck = (
  source: AsyncIterable<Uint8Array>,
  mail: ClaimedMail & { readonly size: number },
  trust: Trust,
) => Promise<SenderVerdict>;

/** Signatures of one mail. Each costs a question, and with another body length another hash over all of it; honest mails have at most four. */
const MOST_SIGNATURES = 10;
/** Bytes of a header that are read. */
const MOST_HEADER = 1024 * 1024;
/** RFC 8617 section 4.2.1 allows 50 sets; chains seen are shorter than ten. */
const MOST_SEALS = 20;

export function createSenderCheck(options: SenderCheckOptions): SenderCheck {
  const { resolve, time = 20_000, size = 50 * 1024 * 1024 } = options;
  return async (source, mail, trust) => {
    const claim = readClaim(mail);
    const count = (name: string) => mail.headers.filter((field) => field.name === name).length;
    if (claim.address === null) return nothing(null, 'no single author');
    if (mail.size > size) return nothing(claim.address, 'too large');
    if (count('dkim-signature') > MOST_SIGNATURES || count('arc-seal') > MOST_SEALS)
      return nothing(claim.address, 'too many signatures');
    const found = await verify(source, mail, trust, { resolve, time });
    if (typeof found === 'string') return nothing(claim.address, found);
    return judgeResults(found, claim.address, {
      by: 'mailroom',
      chain: () => trustedChain(mail.headers, trust, 'mailroom'),
    });
  };
}

async function verify(
  source: AsyncIterable<Uint8Array>,
  mail: ClaimedMail,
  trust: Trust,
  { resolve, time }: { readonly resolve: Resolve; readonly time: number },
): Promise<MethodResult[] | string> {
  const hop = submissionOf(mail.headers, trust.hosts);
  const sender = envelopeSender(mail.headers);
  const client = hop.kind === 'outside' && hop.ip !== null && sender !== null && sender !== '' ? hop : null;
  let broken: unknown = null;
  const stream = Readable.from(
    watched(source, (error) => (broken = error)),
    { objectMode: false },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'time'>((done) => {
    timer = setTimeout(() => done('time'), time);
  });
  const checked = authenticate(stream, {
    ...(client?.ip == null ? {} : { ip: client.ip, helo: client.helo }),
    // Without one the verifier would take the lowest Return-Path, which the author of the mail can write.
    sender: client === null ? '<>' : (sender ?? '<>'),
    mta: 'mailroom',
    resolver: resolve,
    strict: true,
    disableBimi: true,
  }).then(
    (result) => resultsOf(result, client !== null),
    () => 'cannot be read',
  );
  try {
    const found = await Promise.race([checked, late]);
    if (broken !== null)
      throw broken instanceof Error ? broken : new Error('The source of a mail failed', { cause: broken });
    return found;
  } finally {
    clearTimeout(timer);
    stream.destroy();
  }
}

/** Tells a failing source from a mail that the verifier cannot read. Ends with an error where the header does not: the verifier would hold all of it. */
async function* watched(
  source: AsyncIterable<Uint8Array>,
  failed: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  let header = 0;
  let last = '\n';
  const pieces = source[Symbol.asyncIterator]();
  for (;;) {
    const piece = await pieces.next().catch((error: unknown) => {
      failed(error);
      throw error;
    });
    if (piece.done === true) return;
    if (header >= 0) {
      const text = last + Buffer.from(piece.value).toString('latin1');
      header = /\n\r?\n/.test(text) ? -1 : header + piece.value.length;
      last = text.slice(-2);
    }
    if (header > MOST_HEADER) throw new Error('The header does not end');
    yield piece.value;
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
    // Only a domain with a record has alignment. A signature over a part of the body is judged by the DKIM results alone.
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

function nothing(address: Address | null, said: string): SenderVerdict {
  const base = { address, internal: false, outside: false, policy: null };
  return {
    ...base,
    verdict: 'unchecked',
    reason: 'no-results',
    evidence: [{ said: `not checked: ${said}`, by: 'mailroom' }],
  };
}
