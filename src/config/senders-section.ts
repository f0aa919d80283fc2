/** The settings of an account that say whose word on a sender counts. Part of `config/schema.ts`. */
import { z } from 'zod';
import { text } from './values.ts';
import type { Receiver } from '../mail/authentication/verdict.ts';

/**
 * The keys of these settings: `schema.ts` has them among those of an account. What the mail server must do for them to
 * hold is in docs/security.md.
 */
export function senders() {
  return {
    authentication: z
      .enum(['receiver', 'own', 'none'], { error: 'receiver, own or none' })
      .default('receiver')
      .meta({
        description:
          'By whose check a sender speaks unmarked: receiver (what the mail server of the account wrote), own (that, ' +
          'and where it is silent a check of DKIM, DMARC, ARC and SPF by Mailroom, which asks the DNS) or none ' +
          '(nobody checks: for networks where whoever can send is known).',
      }),
    receiver: receiver()
      .prefault('none')
      .meta({
        description:
          'Who writes the Authentication-Results of this mailbox: gmail, exchange-online, or the authserv-id of your ' +
          'mail server such as mx.example.org (several as a list). With none nobody is believed, and every sender ' +
          'is marked as not verified unless authentication says otherwise.',
      }),
    receiver_writes: z
      .enum(['above', 'below'], { error: 'above or below' })
      .default('above')
      .meta({
        description:
          'Where a receiver that is named by its authserv-id puts its results: above its own Received field or below ' +
          'it, as most filters of Postfix do (look at a mail that came in). Below the Received field by which a ' +
          'mail entered your trusted_hosts results are believed only with below, and only safely where the server ' +
          'removes forged ones.',
      }),
    trusted_hosts: z
      .array(text('a host name, an address or a network'), { error: 'a list of host names, addresses and networks' })
      .default([])
      .meta({
        description:
          'Your own mail servers: the names in their Received fields (*.example.org for all below), and the ' +
          'addresses or networks that they have mail from.',
      }),
    trusted_sealers: z.array(text('a domain'), { error: 'a list of domains' }).default([]).meta({
      description: 'Domains whose ARC seals are believed: forwarders and lists that check before they change.',
    }),
    failing: z
      .enum(['marked', 'bot'], { error: 'marked or bot' })
      .default('marked')
      .meta({
        description:
          'How a sender who failed the check is shown: marked (by a Matrix user of its own with a warning in its ' +
          'name) or bot (the bot quotes the claim).',
      }),
  };
}

function receiver(): z.ZodType<Receiver | null, string | string[]> {
  const expected = 'none, gmail, exchange-online, an authserv-id or a list of them';
  return z
    .union([text(expected), z.array(text('an authserv-id')).min(1, { error: expected })], { error: expected })
    .transform((value) => (typeof value === 'string' ? receiverOf(value) : { kind: 'named' as const, ids: value }));
}

/** The receiver that one word names: `none`, a provider, or an authserv-id. */
export function receiverOf(word: string): Receiver | null {
  if (word === 'none') return null;
  if (word === 'gmail' || word === 'exchange-online') return { kind: word };
  return { kind: 'named', ids: [word] };
}
