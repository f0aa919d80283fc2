/**
 * Our own check of a sender: DKIM, DMARC and ARC over the raw bytes, SPF where our trace tells the address of the
 * receiving hop. Only for accounts whose bytes are what was sent (Exchange Online writes mails anew, so that signatures
 * fail). Whatever goes wrong is `unchecked`, never an error: a check that cannot be made must not keep a mail from its
 * room.
 */
import { submissionOf } from '../mail/authentication/received.ts';
import { judgeResults, readClaim, trustedChain } from '../mail/authentication/verdict.ts';
import type { ClaimedMail, SenderVerdict, Trust } from '../mail/authentication/verdict.ts';
import type { Address } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { CheckedClient } from '../parser/protocol.ts';
import type { Resolve } from './sender-resolver.ts';

export interface SenderCheckOptions {
  readonly resolve: Resolve;
  readonly parser: Pick<ParsePool, 'check'>;
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

/**
 * Signatures of one mail. Each costs a question, and with another body length another hash over all of it; honest mails
 * have at most four.
 */
const MOST_SIGNATURES = 10;
/** RFC 8617 section 4.2.1 allows 50 sets; chains seen are shorter than ten. */
const MOST_SEALS = 20;

export function createSenderCheck(options: SenderCheckOptions): SenderCheck {
  const { resolve, parser, time = 20_000, size = 50 * 1024 * 1024 } = options;
  return async (source, mail, trust) => {
    const claim = readClaim(mail);
    if (claim.address === null) return nothing(null, 'no single author');
    if (mail.size > size) return nothing(claim.address, 'too large');
    if (mail.header.signatures > MOST_SIGNATURES || mail.header.sealCount > MOST_SEALS)
      return nothing(claim.address, 'too many signatures');
    const found = await parser.check(source, { ...clientOf(mail, trust), time }, resolve);
    if (!found.ok) return nothing(claim.address, found.why);
    return judgeResults(found.results, claim.address, {
      by: 'mailroom',
      chain: () => trustedChain(mail.header, trust, 'mailroom'),
    });
  };
}

/** Whom the verifier asks SPF about: the client of the hop by which the mail entered, where our trace tells it. */
function clientOf({ header }: ClaimedMail, { hosts }: Trust): Omit<CheckedClient, 'time'> {
  const hop = submissionOf(header, hosts);
  const sender = header.envelopeSender;
  const known = hop.kind === 'outside' && hop.ip !== null && sender !== null && sender !== '';
  return known ? { ip: hop.ip, helo: hop.helo, sender } : { ip: null, helo: '', sender: '<>' };
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
