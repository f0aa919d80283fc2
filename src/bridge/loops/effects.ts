/**
 * What each kind of mail may do (RFC 3834 for whoever answers by machine), and how mail that Mailroom writes by itself
 * says so.
 */
import type { HeaderField, MailKind } from '../../mail/types.ts';

export interface KindEffects {
  /** Whether it opens a room where it belongs to none: always, never, or where the account says so (`placeOf`). */
  readonly opensRoom: 'yes' | 'no' | 'account';
  /** Shown as `m.notice`: clients do not sound for it, and bots do not answer it. */
  readonly notice: boolean;
  /** Mailed on to the outsiders of its room. */
  readonly fannedOut: boolean;
  /** May be answered by the machine (a refusal). */
  readonly answered: boolean;
  /** Whether an answer from the room goes to its people: nobody means to write to a robot by answering the room. */
  readonly choosesRecipients: boolean;
  /** Whether it counts as an answer of the other side: reopens what was done, ends a reminder. */
  readonly countsAsAnswer: boolean;
}

const PERSON: KindEffects = {
  opensRoom: 'yes',
  notice: false,
  fannedOut: true,
  answered: true,
  choosesRecipients: true,
  countsAsAnswer: true,
};
const MACHINE: KindEffects = {
  opensRoom: 'no',
  notice: true,
  fannedOut: false,
  answered: false,
  choosesRecipients: false,
  countsAsAnswer: false,
};

const EFFECTS: Readonly<Record<MailKind, KindEffects>> = {
  message: PERSON,
  // A person wrote it, to many: answering the list is meant, a machine's answer to it is not (RFC 3834 section 2).
  list: { ...PERSON, opensRoom: 'account', fannedOut: false, answered: false },
  bulk: { ...MACHINE, opensRoom: 'account', notice: false, choosesRecipients: true },
  'auto-reply': MACHINE,
  dsn: MACHINE,
  mdn: MACHINE,
  arf: MACHINE,
};

/** The effects of a kind. */
export function effectsOf(kind: MailKind): KindEffects {
  return EFFECTS[kind];
}

/** What an account does with mail to many. thread: rooms as for any mail. */
export interface ManyPolicy {
  readonly lists: 'thread' | 'list-room' | 'digest' | 'ignore';
  readonly bulk: 'thread' | 'digest' | 'ignore';
}

/** Where a mail is shown. */
export type MailPlace =
  | { readonly in: 'thread' }
  /** One room for all of a list, by its List-Id (RFC 2919). */
  | { readonly in: 'list-room'; readonly list: string }
  /** The account's room for what needs no answer. */
  | { readonly in: 'digest' }
  /** The account's own room: a report or an automatic answer that belongs to no thread. */
  | { readonly in: 'account-room' }
  | { readonly in: 'nowhere'; readonly reason: 'lists-ignored' | 'bulk-ignored' };

/**
 * Where a mail is shown. One that joined a thread is shown there, whatever it is.
 *
 * @param mail.joins whether the decision about its thread was to join
 * @param mail.list its List-Id, null for none
 */
export function placeOf(
  mail: { readonly kind: MailKind; readonly joins: boolean; readonly list: string | null },
  policy: ManyPolicy,
): MailPlace {
  if (mail.joins) return { in: 'thread' };
  switch (effectsOf(mail.kind).opensRoom) {
    case 'yes':
      return { in: 'thread' };
    case 'no':
      return { in: 'account-room' };
    case 'account':
      return mail.kind === 'list' ? placeOfList(mail.list, policy.lists) : placeOfBulk(policy.bulk);
  }
}

function placeOfList(list: string | null, policy: ManyPolicy['lists']): MailPlace {
  switch (policy) {
    case 'thread':
      return { in: 'thread' };
    case 'list-room':
      return list === null ? { in: 'digest' } : { in: 'list-room', list };
    case 'digest':
      return { in: 'digest' };
    case 'ignore':
      return { in: 'nowhere', reason: 'lists-ignored' };
  }
}

function placeOfBulk(policy: ManyPolicy['bulk']): MailPlace {
  switch (policy) {
    case 'thread':
      return { in: 'thread' };
    case 'digest':
      return { in: 'digest' };
    case 'ignore':
      return { in: 'nowhere', reason: 'bulk-ignored' };
  }
}

/**
 * The fields of a mail that Mailroom writes by itself (a refusal, a notice to an outsider), never of what a person
 * said: RFC 3834 section 5, and Exchange's own field, without which it answers with out-of-office. Where the relay
 * takes it, such a mail also goes out under the null path.
 *
 * @param cause auto-replied: to a mail; auto-generated: of its own accord
 */
export function automaticFields(cause: 'auto-replied' | 'auto-generated'): HeaderField[] {
  return [
    { name: 'Auto-Submitted', value: cause },
    { name: 'X-Auto-Response-Suppress', value: 'All' },
  ];
}
