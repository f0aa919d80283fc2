/** The settings of an account that say who may enter by mail, and what becomes of mail to many. Part of `config-schema.ts`. */
import { z } from 'zod';
import { readPattern } from './bridge/sender-entry.ts';
import type { EntrySettings } from './bridge/account.ts';

/** The keys, for the account's own. */
export function entry() {
  return {
    newcomers: z.enum(['shown', 'refused'], { error: 'shown or refused' }).default('shown').meta({
      description:
        'Somebody new who answers a mail that went to someone else (it was forwarded): shown (marked, until a member says yes) or refused.',
    }),
    open: z.boolean({ error: 'true or false' }).default(false).meta({
      description:
        'Whether whoever passes the check of senders may enter any room of this account by answering. A single room is opened by `!mail entry open`.',
    }),
    allow: patterns().meta({
      description:
        'Who enters without being asked about, if they pass the check: bob@example.org, example.org, *.example.org, news*@example.org, or * for everybody.',
    }),
    block: patterns().meta({
      description: 'Whose mail is never shown, likewise. `!mail block` does the same from a room.',
    }),
    refusals: z.enum(['told', 'silent'], { error: 'told or silent' }).default('told').meta({
      description:
        'Whether a sender who passed the check is told by mail that a mail was refused: told (at most once a day) or silent.',
    }),
    lists: z
      .enum(['thread', 'list-room', 'digest', 'ignore'], { error: 'thread, list-room, digest or ignore' })
      .default('thread')
      .meta({
        description:
          "Mail of mailing lists: thread (rooms as for other mail; right for a shared mailbox that is fed by a group), list-room (one room for each list), digest (the account's one room for what needs no answer) or ignore.",
      }),
    bulk: z.enum(['thread', 'digest', 'ignore'], { error: 'thread, digest or ignore' }).default('digest').meta({
      description: 'Newsletters and other mail to many that begins a conversation: thread, digest or ignore.',
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

/** The settings as the bridge takes them. */
export function entrySettings(
  values: Pick<EntrySettings, 'newcomers' | 'open' | 'refusals'> &
    EntrySettings['many'] & { readonly allow: readonly string[]; readonly block: readonly string[] },
): EntrySettings {
  const { newcomers, open, refusals, lists, bulk } = values;
  const rules = (effect: 'allow' | 'block') => values[effect].map((pattern) => ({ effect, pattern, thread: null }));
  return { newcomers, open, refusals, rules: [...rules('allow'), ...rules('block')], many: { lists, bulk } };
}
