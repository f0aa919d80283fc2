/** The settings that say who may do what, and how much. Part of `config/schema.ts`. */
import { z } from 'zod';
import { LEVELS } from '../bridge/account/permissions.ts';
import type { Level, Permissions } from '../bridge/account/permissions.ts';
import { duration, integer } from './values.ts';

/** Levels by user id, server name or `*`; what they mean stands in `bridge/account/permissions.ts`. */
export function permissions() {
  const keys = 'a user (@alice:example.org), a server (example.org) or *';
  return z
    .record(
      z.string().regex(/^(?:\*|(?:@[\x21-\x39\x3b-\x7e]+:)?[A-Za-z0-9.\-[\]:]+)$/, { error: keys }),
      z.enum(LEVELS, { error: 'block, draft, relay, user, moderator or admin' }),
      { error: `a mapping from ${keys} to levels` },
    )
    .prefault({})
    .transform((levels): Permissions => new Map<string, Level>(Object.entries(levels)))
    .meta({
      description:
        'Who may do what, by user (@alice:example.org), server (example.org) or * for everybody else: block ' +
        '(nothing), draft (write answers that somebody else has to send), relay (answer in the rooms where they ' +
        'are), user (also begin conversations, write to further addresses, see originals), ' +
        'moderator (also decide about held mail) or admin (also manage all accounts). ' +
        "The most exact key counts; who is in an account's team is at least moderator of that account. Empty: " +
        "{ example.org: relay, '*': block } with the name of your homeserver.",
    });
}

/** A bound against a person, or whoever has their password, who writes to the whole world. */
export function mailsPerUserDay() {
  return integer('a number of mails', 0, 1_000_000)
    .default(200)
    .meta({
      description:
        'Mails that one person may write within 24 hours, over all accounts; 0 for no bound. What is beyond it waits ' +
        'until it may go, and its writer is told.',
    });
}

/** For how long a mailbox has to be away before people hear of it. */
export function accountTrouble() {
  return duration()
    .prefault('5m')
    .meta({
      description:
        "A mailbox that cannot be reached for this long, and that is reached again, is told in the account's lobby, " +
        'once each.',
    });
}
