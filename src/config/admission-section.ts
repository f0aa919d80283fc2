/**
 * The settings of an account that say who may enter by mail, and what becomes of mail to many. Part of
 * `config/schema.ts`.
 */
import { z } from 'zod';
import { readPattern } from '../bridge/admission/admission.ts';
import { OLD_MAILS } from '../bridge/account/account.ts';
import type { AdmissionSettings } from '../bridge/account/account.ts';
import { integer } from './values.ts';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function admissionSection() {
  return {
    newcomers: z
      .enum(['shown', 'refused'], { error: 'shown or refused' })
      .default('shown')
      .meta({
        description:
          'Somebody new in a conversation. shown: who answers a mail of ours that went to someone else, or names a ' +
          'mail of others and belongs there (docs/security.md), marked until a member says yes, colleagues of ' +
          'participants unmarked. refused: the first is not shown; the others begin conversations of their own.',
      }),
    open: z
      .boolean({ error: 'true or false' })
      .default(false)
      .meta({
        description:
          'Whether whoever passes the check of senders may enter any room of this account by answering. A single ' +
          'room is opened by `!mail entry open`.',
      }),
    allow: patterns().meta({
      description:
        'Who enters without being asked about, if they pass the check: bob@example.org, example.org, ' +
        '*.example.org, news*@example.org, or * for everybody.',
    }),
    block: patterns().meta({
      description: 'Whose mail is never shown, likewise. `!mail block` does the same from a room.',
    }),
    refusals: z
      .enum(['told', 'silent'], { error: 'told or silent' })
      .default('told')
      .meta({
        description:
          'Whether a sender who passed the check is told by mail that a mail was refused: told (at most once a day) ' +
          'or silent.',
      }),
    shared_domains: domains().meta({
      description:
        'Domains whose people need not know of each other, besides the mail providers, universities and authorities ' +
        'that Mailroom knows: somebody there is no colleague of another. Each for itself and all below it, * for ' +
        'any characters.',
    }),
    lists: z
      .enum(['thread', 'list-room', 'digest', 'ignore'], { error: 'thread, list-room, digest or ignore' })
      .default('thread')
      .meta({
        description:
          'Mail of mailing lists: thread (rooms as for other mail; right for a shared mailbox that is fed by a ' +
          "group), list-room (one room for each list), digest (the account's one room for what needs no answer) or " +
          'ignore.',
      }),
    bulk: z.enum(['thread', 'digest', 'ignore'], { error: 'thread, digest or ignore' }).default('digest').meta({
      description: 'Newsletters and other mail to many that begins a conversation: thread, digest or ignore.',
    }),
    old_mails: integer('a number of mails', 0, 1_000_000)
      .default(OLD_MAILS)
      .meta({
        description:
          'When more mails than this that are older than the account come into its mailboxes within an hour ' +
          '(somebody copies a folder there), they wait for a word in the lobby: `!mail old`.',
      }),
  };
}

function patterns() {
  return z
    .array(
      z.string({ error: 'an address or a domain' }).transform((text, context) => {
        const pattern = readPattern(text);
        if (pattern !== null) return pattern;
        context.issues.push({ code: 'custom', input: text, message: 'an address or a domain, with * for anything' });
        return z.NEVER;
      }),
      { error: 'a list of addresses and domains' },
    )
    .prefault([]);
}

function domains() {
  const expected = 'a domain, with * for anything';
  return z
    .array(
      z.string({ error: expected }).transform((text, context) => {
        const pattern = readPattern(text)?.replace(/^@/, '') ?? null;
        if (pattern !== null && !pattern.includes('@')) return pattern;
        context.issues.push({ code: 'custom', input: text, message: expected });
        return z.NEVER;
      }),
      { error: 'a list of domains' },
    )
    .prefault([]);
}

/** The settings as the bridge takes them. */
export function admissionSettings(
  values: Pick<AdmissionSettings, 'newcomers' | 'open' | 'refusals'> &
    AdmissionSettings['many'] & {
      readonly allow: readonly string[];
      readonly block: readonly string[];
      readonly sharedDomains: readonly string[];
    },
): AdmissionSettings {
  const { newcomers, open, refusals, lists, bulk, sharedDomains: shared } = values;
  const rules = (effect: 'allow' | 'block') => values[effect].map((pattern) => ({ effect, pattern, thread: null }));
  return { newcomers, open, refusals, shared, rules: [...rules('allow'), ...rules('block')], many: { lists, bulk } };
}
