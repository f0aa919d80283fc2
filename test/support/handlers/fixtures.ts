/** What every world of handlers has: people, keys, and the one account that all others are variations of. */
import type { Account, SenderSettings } from '../../../src/bridge/account/account.ts';
import { plainWriting } from '../../../src/bridge/account/account.ts';
import { plainDelivery } from '../../../src/bridge/delivery/status.ts';
import { GhostCodec, IdKey } from '../../../src/bridge/ids.ts';
import type { AccountId, UserId } from '../../../src/bridge/types.ts';
import type { Log } from '../../../src/base/log.ts';
import type { MessageFacts } from '../../../src/db/thread-tables/threads.ts';
import { readFailures } from '../../../src/handling/matrix-failure.ts';
import { addressKey } from '../../../src/mail/address.ts';
import type { Address } from '../../../src/mail/types.ts';
import { UTC } from '../../../src/words/zones.ts';

export const domain = 'matrix.test';
export const alice = '@alice:matrix.test' as UserId;
export const bob = '@bob:matrix.test' as UserId;
export const bot = '@mailroom:matrix.test' as UserId;

export const ids = new IdKey('a secret of thirty-two characters');
export const ghosts = new GhostCodec({ prefix: 'mail_', domain, bot: 'mailroom' });

export const quiet: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // No line is looked at.
}

/** Failures of requests, to a homeserver that answers everything else. */
export const failure = readFailures(() => Promise.resolve('answered'));

const aliceOfTeam = { user: alice, address: 'alice@mailroom.test' as Address, name: 'Alice' };

/** The account support@mailroom.test with two members, Alice and Bob, that judges no senders. */
export function testAccount(more: Partial<Account> = {}): Account {
  return {
    id: 'support' as AccountId,
    address: 'support@mailroom.test' as Address,
    name: 'Support',
    language: 'en',
    zone: UTC,
    own: new Set([addressKey('support@mailroom.test' as Address), addressKey('help@mailroom.test' as Address)]),
    team: [aliceOfTeam, { user: bob, address: null, name: null }],
    invite: 'everyone',
    from: '{name} via {account}',
    people: 20,
    writing: plainWriting,
    hold: { after: 10_000, atMost: 60_000 },
    onUnknown: 'resend',
    delivery: plainDelivery,
    senders: { authentication: 'none', failing: 'marked', receiver: null, hosts: [], sealers: [], internal: new Set() },
    ...more,
  };
}

/** Facts of a message of which nothing but these matter. */
export function messageFacts(more: Partial<MessageFacts>): MessageFacts {
  const nobody = { from: [], replyTo: [], to: [], cc: [] };
  return { subject: '', ...nobody, inReplyTo: [], references: [], date: null, decision: 'x', sender: null, ...more };
}

/** The same, whose mails quote nothing. */
export const unquoted = testAccount({ writing: { ...plainWriting, quote: false } });

/** An account of another name, with a team of Alice alone. */
export function teamAccount(id: string, more: Partial<Account> = {}): Account {
  const address = `${id}@mailroom.test` as Address;
  return testAccount({
    id: id as AccountId,
    address,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    own: new Set([addressKey(address)]),
    team: [aliceOfTeam],
    from: '{name}',
    ...more,
  });
}

/** Believes the `Authentication-Results` of mx.ours.example. */
export const believing: SenderSettings = {
  ...testAccount().senders,
  authentication: 'receiver',
  receiver: { kind: 'named', ids: ['mx.ours.example'] },
};

/** An account at ours.example, whose receiver vouches for senders; nothing is held. */
export function vouchedAccount(id: string, more: Partial<Account> = {}): Account {
  const address = `${id}@ours.example` as Address;
  return teamAccount(id, {
    address,
    name: 'Support',
    own: new Set([addressKey(address)]),
    team: [{ ...aliceOfTeam, address: 'alice@ours.example' as Address }],
    hold: { after: 0, atMost: 0 },
    onUnknown: 'hold',
    senders: believing,
    ...more,
  });
}
