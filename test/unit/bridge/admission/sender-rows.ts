/** Mails by their headers, and as whom each is shown. */
import type { SenderPolicy } from '../../../../src/bridge/admission/sender.ts';

export const pass = 'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example\n';
export const fail = (p: string) =>
  `Authentication-Results: mx.ours.example; dmarc=fail (p=${p}) header.from=x.example\n`;
export const bob = 'From: Bob <bob@x.example>';

export const SENDER_ROWS: readonly (readonly [
  name: string,
  header: string,
  want: string,
  policy?: Partial<SenderPolicy>,
])[] = [
  ['a pass: themselves', pass + bob, 'self bob@x.example'],
  ['a fail: a marked ghost', fail('none') + bob, 'marked bob@x.example failed'],
  ['a fail, by policy: the bot', fail('none') + bob, 'bot failed', { failing: 'bot' }],
  [
    'a fail that the domain asks to reject: held',
    fail('reject') + bob,
    'held dmarc-policy: marked bob@x.example failed',
  ],
  [
    'a fail that the domain asks to quarantine: held',
    fail('quarantine') + bob,
    'held dmarc-policy: marked bob@x.example failed',
  ],
  ['nobody checked: marked', bob, 'marked bob@x.example unchecked'],
  [
    'nobody checked, and failing ones are quoted: marked all the same',
    bob,
    'marked bob@x.example unchecked',
    { failing: 'bot' },
  ],
  ['nobody checks, as the account says: themselves', bob, 'self bob@x.example', { authentication: 'none' }],
  [
    'an internal address from nowhere: held',
    'From: alice@ours.example',
    'held internal-claimed: marked alice@ours.example unchecked',
  ],
  [
    'an internal address that failed: held',
    'Authentication-Results: mx.ours.example; spf=fail smtp.mailfrom=ours.example\nFrom: alice@ours.example',
    'held internal-claimed: marked alice@ours.example failed',
  ],
  [
    'an internal address with a pass: themselves',
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=ours.example\nFrom: alice@ours.example',
    'self alice@ours.example',
  ],
  [
    'an internal address, submitted at our server',
    'Received: from pc (pc [192.0.2.1]) by mail.ours.example with ESMTPSA id 1; d\nFrom: alice@ours.example',
    'self alice@ours.example',
  ],
  [
    'an internal address, submitted under another login: marked, not held',
    'Authentication-Results: mx.ours.example; auth=pass smtp.auth=eve@ours.example\nFrom: alice@ours.example',
    'marked alice@ours.example other-login',
  ],
  [
    'an internal address in an account without checks',
    'From: alice@ours.example',
    'self alice@ours.example',
    { authentication: 'none' },
  ],
  [
    'the same, from outside as our trace says: held always',
    'Received: from evil (evil [6.6.6.6]) by mx.ours.example with ESMTP id 1; d\nFrom: alice@ours.example',
    'held internal-claimed: marked alice@ours.example unchecked',
    { authentication: 'none' },
  ],
  ['nobody in From', `${pass}From: undisclosed-recipients:;`, 'bot no-from group'],
  ['an empty name: the address is the name', `${pass}From: bob@x.example`, 'self bob@x.example'],
];
