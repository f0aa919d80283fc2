/** Results as the receiver wrote them above a mail of Bob's, and the verdict by them. */
import type { Trust } from '../../../../src/mail/authentication/verdict.ts';

export const VERDICT_ROWS: readonly (readonly [
  name: string,
  header: string,
  want: string,
  trust?: Partial<Trust>,
  from?: string,
])[] = [
  ['DMARC passes', 'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example', 'pass dmarc'],
  ['DMARC fails', 'Authentication-Results: mx.ours.example; dmarc=fail (p=none) header.from=x.example', 'fail dmarc'],
  [
    'DMARC passes for another domain',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=y.example',
    'unchecked nothing-proven',
  ],
  [
    'two DMARC results that disagree',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example; dmarc=fail header.from=x.example',
    'fail dmarc',
  ],
  [
    'two DMARC results of two domains',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example; dmarc=pass header.from=y.example',
    'unchecked nothing-proven',
  ],
  [
    'no DMARC record, an aligned signature',
    'Authentication-Results: mx.ours.example; dmarc=none header.from=x.example; dkim=pass header.d=x.example',
    'pass dkim',
  ],
  [
    'a signature of the domain above',
    'Authentication-Results: mx.ours.example; dkim=pass header.d=example',
    'unchecked nothing-proven',
  ],
  [
    'a subdomain signed by its domain',
    'Authentication-Results: mx.ours.example; dkim=pass header.d=x.example',
    'pass dkim',
    {},
    'bob@mail.x.example',
  ],
  [
    'a signature of a stranger’s subdomain',
    'Authentication-Results: mx.ours.example; dkim=pass header.d=evil.x.example',
    'unchecked nothing-proven',
  ],
  [
    'a domain that only ends alike',
    'Authentication-Results: mx.ours.example; dkim=pass header.d=x.example',
    'unchecked nothing-proven',
    {},
    'bob@evilx.example',
  ],
  [
    'an aligned signature that is broken',
    'Authentication-Results: mx.ours.example; dkim=fail header.d=x.example',
    'fail dkim',
  ],
  [
    'a broken and a good signature',
    'Authentication-Results: mx.ours.example; dkim=fail header.d=x.example; dkim=pass header.d=x.example',
    'pass dkim',
  ],
  [
    'somebody else’s signature (a sending service)',
    'Authentication-Results: mx.ours.example; dkim=pass header.d=esp.example; spf=pass smtp.mailfrom=esp.example',
    'unchecked nothing-proven',
  ],
  ['SPF for the domain', 'Authentication-Results: mx.ours.example; spf=pass smtp.mailfrom=bob@x.example', 'pass spf'],
  [
    'SPF for the HELO only',
    'Authentication-Results: mx.ours.example; spf=pass smtp.helo=x.example',
    'unchecked nothing-proven',
  ],
  ['SPF fails softly', 'Authentication-Results: mx.ours.example; spf=softfail smtp.mailfrom=x.example', 'fail spf'],
  [
    'nothing was there to check',
    'Authentication-Results: mx.ours.example; spf=none smtp.mailfrom=x.example; dkim=none',
    'unchecked nothing-proven',
  ],
  [
    'DNS was down',
    'Authentication-Results: mx.ours.example; dmarc=temperror header.from=x.example',
    'unchecked nothing-proven',
  ],
  ['none', 'Authentication-Results: mx.ours.example; none', 'unchecked nothing-proven'],
  ['no field at all', 'Subject: x', 'unchecked no-results'],
  [
    'somebody else’s field',
    'Authentication-Results: mx.other.example; dmarc=pass header.from=x.example',
    'unchecked no-results',
  ],
  [
    'a login under exactly this address',
    'Authentication-Results: mx.ours.example; auth=pass (PLAIN) smtp.auth=bob@x.example',
    'pass auth',
  ],
  [
    'a login under another address of the domain',
    'Authentication-Results: mx.ours.example; auth=pass smtp.auth=eve@x.example; dkim=pass header.d=x.example',
    'fail other-login',
  ],
  [
    'a login of another domain proves nothing',
    'Authentication-Results: mx.ours.example; auth=pass smtp.auth=eve@y.example',
    'unchecked nothing-proven',
  ],
  [
    'a login that is no address proves nothing',
    'Authentication-Results: mx.ours.example; auth=pass smtp.auth=bob',
    'unchecked nothing-proven',
  ],
  [
    'what the client wrote is no login',
    'Authentication-Results: mx.ours.example; auth=pass smtp.mailfrom=bob@x.example',
    'unchecked nothing-proven',
  ],
  [
    'internationalised domain',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=xn--bcher-kva.example',
    'pass dmarc',
    {},
    'a@bücher.example',
  ],
  ['no From', 'Authentication-Results: mx.ours.example; dmarc=pass', 'fail no-from', {}, 'undisclosed'],
  [
    'several From',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example',
    'fail several-from',
    {},
    'bob@x.example, eve@x.example',
  ],
  [
    'no receiver is configured',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example',
    'unchecked no-results',
    { receiver: null },
  ],
];
