/**
 * Whether a mail is from whom its From names. Three verdicts: `pass` (the domain, or the login, stands for the
 * address), `fail` (somebody checked, and it does not), `unchecked` (nobody checked, or nothing was found that could
 * be). Only what our own receiver wrote is believed, or what we checked ourselves. From is the only field that names
 * the sender; Sender and Reply-To never do.
 */
import { addressKey, domainOf, parseAddress } from '../address.ts';
import { isOurHost, submissionOf } from './received.ts';
import type { Submission } from './received.ts';
import { domainOfIdentity } from './results.ts';
import type { Address, MailHeader, MethodResult, Person, Received, Results, TraceEntry } from '../types.ts';

/** Who writes the Authentication-Results that an account believes. */
export type Receiver =
  | { readonly kind: 'gmail' }
  | { readonly kind: 'exchange-online' }
  /** authserv-ids (RFC 8601 section 2.5), compared without case. */
  | { readonly kind: 'named'; readonly ids: readonly string[] };

/** What an account believes of a header. */
export interface Trust {
  readonly receiver: Receiver | null;
  /** Our own servers: names, addresses, networks (see `submissionOf`). */
  readonly hosts: readonly string[];
  /**
   * Whether a named receiver writes its results below its own Received field, where a stranger's own would stand too;
   * else above it.
   */
  readonly resultsBelow?: boolean;
  /** Domains whose ARC seals are believed (RFC 8617): forwarders and lists that check before they change. */
  readonly sealers: readonly string[];
  /** Whether an address is one of our own people's: only they can submit to our servers as themselves. */
  readonly isInternal: (address: Address) => boolean;
}

export type AuthenticationVerdict = 'pass' | 'fail' | 'unchecked';

/** Which evidence decided the verdict, or why there was none. */
type VerdictReason =
  | 'submission'
  | 'auth'
  | 'dmarc'
  | 'dkim'
  | 'spf'
  | 'arc'
  | 'no-from'
  | 'several-from'
  /** A group wrote From anew, and only it says who wrote the mail (`through-group.ts`). */
  | 'group'
  | 'other-login'
  | 'nothing-proven'
  | 'no-results';

/** One thing that was seen, for people: `dmarc=pass header.from=example.org`, and whose word it is. */
export interface Evidence {
  readonly said: string;
  /** The authserv-id, the host of a Received field, or `mailroom` for our own check. */
  readonly by: string;
}

export interface SenderVerdict {
  readonly verdict: AuthenticationVerdict;
  readonly reason: VerdictReason;
  /** The one address that the verdict is about; null where From names none or several. */
  readonly address: Address | null;
  /** Submitted by somebody who had logged in at our own server. */
  readonly internal: boolean;
  /** It entered from a strange server, as our own trace says; false where the trace does not tell. */
  readonly outside: boolean;
  /** The DMARC policy of the domain, where DMARC failed. */
  readonly policy: 'none' | 'quarantine' | 'reject' | null;
  readonly evidence: readonly Evidence[];
  /** The group that alone says who wrote it, where that was shown to be the group (`through-group.ts`). */
  readonly group?: Address | undefined;
}

export interface ClaimedMail {
  readonly header: MailHeader;
  readonly from: readonly Person[];
}

/** Hosts of providers whose Received fields stand above their results. */
const GMAIL_HOSTS = ['*.google.com', '*.googlemail.com'];
const EXCHANGE_HOSTS = ['*.outlook.com', '*.office365.com', '*.exchangelabs.com', '*.office365.us', '*.outlook.cn'];

/**
 * The verdict by what the account's receiver wrote. A field below a Received of a strange server was written by
 * strangers; of those of the receiver only the topmost counts (RFC 8601 section 5: the border must remove forged ones,
 * and not every border does).
 */
export function judgeByReceiver(mail: ClaimedMail, trust: Trust): SenderVerdict {
  const claim = readClaim(mail);
  if (claim.address === null) return nobody(claim.reason);
  const submission = submissionOf(mail.header, trust.hosts);
  const outside = submission.kind === 'outside';
  const inside = insideVerdict(mail, claim.address, submission, trust);
  if (inside !== null) return inside;
  const found = receiverResults(mail.header, trust);
  const base = { address: claim.address, internal: false, outside, policy: null };
  if (found === null) {
    const evidence = [...trace(submission), ...passedOver(mail.header, trust)];
    return { ...base, verdict: 'unchecked', reason: 'no-results', evidence };
  }
  // The results of Exchange Online have no id; its seals do.
  const by = found.authservId ?? 'mx.microsoft.com';
  const verdict = judgeResults(found.results, claim.address, {
    by,
    chain: () => trustedChain(mail.header, trust, by),
  });
  return { ...verdict, outside, evidence: [...trace(submission), ...verdict.evidence] };
}

/**
 * The verdict by results that we trust, whoever made them.
 *
 * @param source.by the authserv-id, or `mailroom`
 * @param source.chain what a trusted ARC chain said when the mail was first received; asked where DMARC failed or said
 *   nothing
 */
export function judgeResults(
  results: readonly MethodResult[],
  claim: Address,
  source: { readonly by: string; readonly chain: () => readonly MethodResult[] },
): SenderVerdict {
  const domain = domainOf(claim);
  const evidence = results.filter(({ method }) => SHOWN.has(method)).map((one) => ({ said: say(one), by: source.by }));
  const give = (
    verdict: AuthenticationVerdict,
    reason: VerdictReason,
    more: Partial<SenderVerdict> = {},
  ): SenderVerdict => ({
    ...{ verdict, reason, address: claim, internal: false, outside: false, policy: null, evidence },
    ...more,
  });
  const login = loginOf(results);
  if (login !== null && addressKey(login) === addressKey(claim)) return give('pass', 'auth', { internal: true });
  // Somebody else of the same domain had logged in. A login elsewhere is a customer of the same provider, and proves
  // nothing either way.
  if (login !== null && domainOf(login) === domain) return give('fail', 'other-login', { internal: true });
  const dmarc = dmarcOf(results, domain);
  if (dmarc.verdict === 'pass') return give('pass', 'dmarc');
  const sealed = results.some(({ method, result }) => method === 'arc' && result === 'pass') ? source.chain() : [];
  if (sealed.length > 0 && dmarcOf(sealed, domain).verdict === 'pass') {
    const said = sealed.map((one) => ({ said: `arc: ${say(one)}`, by: source.by }));
    return give('pass', 'arc', { evidence: [...evidence, ...said] });
  }
  if (dmarc.verdict === 'fail') return give('fail', 'dmarc', { policy: dmarc.policy });
  const dkim = aligned(results, 'dkim', domain);
  if (dkim.some(({ result }) => result === 'pass')) return give('pass', 'dkim');
  const spf = aligned(results, 'spf', domain);
  if (spf.length > 0 && spf.every(({ result }) => result === 'pass')) return give('pass', 'spf');
  const failed = (one: MethodResult) => /^(?:hard|soft)?fail$|^permerror$|^policy$/.test(one.result);
  const bad = dkim.find(failed) ?? spf.find(failed);
  if (bad !== undefined) return give('fail', bad.method === 'dkim' ? 'dkim' : 'spf');
  return give('unchecked', 'nothing-proven');
}

/**
 * The receiver's verdict where it has one, else our own check's: a second source, which never overrides a first that
 * decided.
 */
export function combineVerdicts(receiver: SenderVerdict, own: SenderVerdict | null): SenderVerdict {
  if (own === null || receiver.verdict !== 'unchecked') return receiver;
  return { ...own, outside: receiver.outside, evidence: [...receiver.evidence, ...own.evidence] };
}

/** The verdict on a mail that nobody checks, because its account says so. What it claims is still read. */
export function uncheckedVerdict(mail: ClaimedMail, trust: Trust): SenderVerdict {
  const claim = readClaim(mail);
  if (claim.address === null) return nobody(claim.reason);
  const submission = submissionOf(mail.header, trust.hosts);
  const inside = insideVerdict(mail, claim.address, submission, trust);
  if (inside !== null) return inside;
  const outside = submission.kind === 'outside';
  const base = { address: claim.address, internal: false, outside, policy: null, evidence: trace(submission) };
  return { ...base, verdict: 'unchecked', reason: 'no-results' };
}

/** The address that a mail claims to be from. */
export type Claim =
  { readonly address: Address } | { readonly address: null; readonly reason: 'no-from' | 'several-from' };

/**
 * The one address of From, or why there is none: RFC 9989 section 5.3.1 evaluates no mail with several authors, and
 * neither do we.
 */
export function readClaim(mail: ClaimedMail): Claim {
  const [first] = mail.from;
  if (first === undefined) return { address: null, reason: 'no-from' };
  if (mail.from.length > 1 || mail.header.authors > 1) return { address: null, reason: 'several-from' };
  return { address: first.address };
}

/** The Authentication-Results that count, null where the receiver wrote none that can be read. */
export function receiverResults({ trace }: Pick<MailHeader, 'trace'>, trust: Trust): Results | null {
  const { receiver } = trust;
  if (receiver === null) return null;
  for (const entry of trace) {
    if (entry.is === 'received') {
      if (isStrange(entry.hop, receiver, trust.hosts) || isEntry(entry, trust)) return null;
      continue;
    }
    const { results } = entry;
    if (results === null) return null;
    if (isOf(receiver, results.authservId)) return results;
    // Exchange Online writes one without an id on whatever enters; another on top of it is no work of its.
    if (receiver.kind === 'exchange-online') return null;
  }
  return null;
}

const SHOWN = new Set(['spf', 'dkim', 'dmarc', 'arc', 'auth', 'compauth']);

function isOf(receiver: Receiver, id: string | null): boolean {
  switch (receiver.kind) {
    case 'gmail':
      return id === 'mx.google.com';
    case 'exchange-online':
      return id === null;
    case 'named':
      return id !== null && receiver.ids.some((one) => one.toLowerCase() === id);
  }
}

/**
 * Whether the mail entered at this hop of ours, so that what stands below was written by strangers. Gmail and Exchange
 * Online write below their own field and on every mail; a filter of another server that is down for a while would leave
 * a forged result as the topmost.
 */
function isEntry(entry: TraceEntry, { receiver, hosts, resultsBelow = false }: Trust): boolean {
  return receiver?.kind === 'named' && !resultsBelow && submissionOf({ trace: [entry] }, hosts).kind === 'outside';
}

/** So that an operator whose receiver writes below its own field finds out. */
function passedOver(header: MailHeader, trust: Trust): Evidence[] {
  const below = receiverResults(header, { ...trust, resultsBelow: true });
  return below === null
    ? []
    : [{ said: 'results below where the mail entered: not believed', by: below.authservId ?? '' }];
}

/**
 * Whether a Received field says that the mail was elsewhere before, or cannot be read: what stands below it counts as
 * not written by the receiver.
 */
function isStrange(hop: Received | null, receiver: Receiver, hosts: readonly string[]): boolean {
  const provider = { gmail: GMAIL_HOSTS, 'exchange-online': EXCHANGE_HOSTS, named: [] }[receiver.kind];
  const own = [...provider, ...hosts];
  if (hop === null) return true;
  // Without a list of our servers a field of them cannot be told from others.
  if (own.length === 0) return false;
  // Gmail's inner hops are by an IPv6 address.
  return !(isOurHost(hop.by, own) || (receiver.kind === 'gmail' && hop.by.includes(':')));
}

function insideVerdict(mail: ClaimedMail, claim: Address, submission: Submission, trust: Trust): SenderVerdict | null {
  if (!trust.isInternal(claim)) return null;
  const base = { address: claim, outside: false, policy: null, evidence: trace(submission) };
  if (submission.kind === 'inside') {
    const login = submission.login === null ? null : parseAddress(submission.login);
    const other = login !== null && addressKey(login) !== addressKey(claim);
    if (other) return { ...base, verdict: 'fail', reason: 'other-login', internal: true };
    return { ...base, verdict: 'pass', reason: 'submission', internal: true };
  }
  // Exchange removes these fields from whatever enters from outside (its header firewall), and lets nobody send as
  // others.
  if (trust.receiver?.kind !== 'exchange-online' || !mail.header.exchangeInternal) return null;
  const said = { said: 'X-MS-Exchange-Organization-AuthAs: Internal', by: 'exchange-online' };
  return { ...base, verdict: 'pass', reason: 'submission', internal: true, evidence: [...base.evidence, said] };
}

/**
 * The login that the receiver wrote down, where it is an address. Only `smtp.auth`: the client chooses the rest (RFC
 * 8601 section 2.7.4).
 */
function loginOf(results: readonly MethodResult[]): Address | null {
  const logins = results.filter(({ method, result }) => method === 'auth' && result === 'pass');
  const [only] = logins;
  return logins.length === 1 ? parseAddress(only?.properties.get('smtp.auth') ?? '') : null;
}

/** What DMARC says of a domain. Several results that disagree are no pass: a receiver writes one. */
function dmarcOf(
  results: readonly MethodResult[],
  domain: string,
): { verdict: 'pass' | 'fail' | null; policy: SenderVerdict['policy'] } {
  const all = results.filter(({ method }) => method === 'dmarc');
  const own = all.filter((one) => {
    const from = one.properties.get('header.from');
    return from === undefined || domainOfIdentity(from) === domain;
  });
  if (own.length > 0 && own.length === all.length && own.every(({ result }) => result === 'pass'))
    return { verdict: 'pass', policy: null };
  const failed = own.filter(({ result }) => result === 'fail');
  if (failed.length === 0) return { verdict: null, policy: null };
  const policies = failed.map(policyOf);
  const policy = policies.includes('reject') ? 'reject' : policies.includes('quarantine') ? 'quarantine' : 'none';
  return { verdict: 'fail', policy };
}

/**
 * The strictest policy that a failed result names: `(p=REJECT sp=NONE dis=QUARANTINE)` of Gmail and OpenDMARC,
 * `policy.dmarc` (RFC 8601 section 2.7.2) and `policy.published-domain-policy` of others, `action=oreject` of Exchange
 * Online.
 */
function policyOf(result: MethodResult): 'none' | 'quarantine' | 'reject' {
  const said = [...result.comment.matchAll(/\b(?:p|dis|policy)=([\w.-]+)/gi)].map((match) => match[1] ?? '');
  for (const [name, value] of result.properties) if (/^policy\.|^action$/.test(name)) said.push(value);
  const lower = said.map((word) => word.toLowerCase());
  if (lower.some((word) => word.includes('reject'))) return 'reject';
  return lower.some((word) => word.includes('quarantine')) ? 'quarantine' : 'none';
}

/**
 * The results of a method whose identity is the domain of From or above it (without the list of public suffixes the
 * other direction cannot be told from a stranger's subdomain; DMARC knows it).
 */
function aligned(results: readonly MethodResult[], method: 'dkim' | 'spf', domain: string): MethodResult[] {
  return results.filter((one) => {
    if (one.method !== method) return false;
    const identity =
      method === 'spf'
        ? one.properties.get('smtp.mailfrom')
        : (one.properties.get('header.d') ?? one.properties.get('header.i'));
    const of = domainOfIdentity(identity ?? '');
    return of.includes('.') && isWithin(domain, of);
  });
}

function isWithin(domain: string, of: string): boolean {
  return domain === of || domain.endsWith(`.${of}`);
}

/**
 * What was found when the mail was first received by a sealer whom the account trusts, where every later sealer is
 * trusted too: a seal keeps what was written, not that it was true. Only asked where the seals themselves were checked
 * (`arc=pass`).
 */
export function trustedChain(header: MailHeader, trust: Trust, receiver: string): readonly MethodResult[] {
  const seals = [...header.seals].sort((a, b) => b.instance - a.instance);
  let first: readonly MethodResult[] = [];
  for (const seal of seals) {
    const fields = header.sealedResults.filter(({ instance }) => instance === seal.instance);
    const results = fields.length === 1 ? (fields[0]?.results ?? null) : null;
    // The receiver seals too, on top; a seal of another under the receiver's id is somebody's who would pass for it.
    const own = results?.authservId === receiver && isWithin(receiver, seal.domain);
    if (own && first.length === 0) continue;
    if (results === null || !isOurHost(seal.domain, trust.sealers)) break;
    first = results.results;
  }
  return first;
}

function say({ method, result, properties }: MethodResult): string {
  const shown = ['header.from', 'header.d', 'header.i', 'smtp.mailfrom', 'smtp.auth'];
  const told = shown.flatMap((name) => {
    const value = properties.get(name);
    return value === undefined ? [] : [`${name}=${value.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 100)}`];
  });
  return [`${method}=${result}`, ...told].join(' ');
}

function trace(submission: Submission): Evidence[] {
  switch (submission.kind) {
    case 'unknown':
      return [];
    case 'inside': {
      const login = submission.login === null ? '' : ` login=${submission.login}`;
      return [{ said: `received authenticated${login}`, by: submission.by }];
    }
    case 'outside':
      if (submission.by === null) return [{ said: 'a Received field that cannot be read: from outside', by: '' }];
      return [
        { said: `received from outside${submission.ip === null ? '' : ` ip=${submission.ip}`}`, by: submission.by },
      ];
  }
}

function nobody(reason: 'no-from' | 'several-from'): SenderVerdict {
  const base = { address: null, internal: false, outside: false, policy: null, evidence: [] };
  return { ...base, verdict: 'fail', reason };
}
