import { addressKey, withoutDetail } from '../mail/address.ts';
import type { Trust } from '../mail/authentication.ts';
import type { Address } from '../mail/types.ts';
import type { Language } from '../mail/words.ts';
import type { ManyPolicy } from './brakes-effects.ts';
import type { AnswerMode } from './notes.ts';
import type { EntryRule } from './sender-entry.ts';
import type { Permissions } from './permissions.ts';
import type { DeliverySettings } from './ladder.ts';
import type { AccountId, UserId } from './types.ts';

/** A member of an account's team. */
export interface Member {
  readonly user: UserId;
  /** Their own mail address; mail from it is theirs, and they get no ghost. */
  readonly address: Address | null;
  readonly name: string | null;
}

/** What an account's mails have besides the words of its team; '' for nothing. */
export interface Writing {
  readonly signature: string;
  readonly footer: string;
  readonly subjectPrefix: string;
  /** Whether an answer ends with a short quotation of what it answers. */
  readonly quote: boolean;
  /** Whether `m.notice` messages are mailed too. */
  readonly notices: boolean;
  /** RFC 2919, without brackets. */
  readonly listId: string;
  /** Whether Archived-At (RFC 5064) names the room. */
  readonly archivedAt: boolean;
}

/** Nothing but the words of the team. */
export const plainWriting: Writing = {
  signature: '',
  footer: '',
  subjectPrefix: '',
  quote: false,
  notices: false,
  listId: '',
  archivedAt: false,
};

/** Whose word on a sender counts, and how those are shown whom nobody vouches for (`sender.ts`). */
export interface SenderSettings extends Omit<Trust, 'isInternal'> {
  readonly authentication: 'none' | 'receiver' | 'own';
  readonly failing: 'marked' | 'bot';
  /** Keys (`addressKey`) of our own people's addresses besides this account's: other accounts and their teams. */
  readonly internal: ReadonlySet<string>;
}

/** Who may enter by mail, and what becomes of mail to many (`sender-entry.ts`, `brakes-effects.ts`). */
export interface EntrySettings {
  readonly newcomers: 'shown' | 'refused';
  /** Whether every room is open to anybody with a pass. */
  readonly open: boolean;
  /** Of the config; those that people gave in rooms are in the database. */
  readonly rules: readonly EntryRule[];
  /** Whether a sender is told by mail that a mail was refused. */
  readonly refusals: 'told' | 'silent';
  readonly many: ManyPolicy;
}

/** The defaults of the config. */
export const plainEntry: EntrySettings = {
  newcomers: 'shown',
  open: false,
  rules: [],
  refusals: 'told',
  many: { lists: 'thread', bulk: 'digest' },
};

/** How the account's rooms look. */
export interface RoomSettings {
  /** Whether each new conversation is a line in the account's inbox. */
  readonly inbox: boolean;
  /** `{subject}`, `{people}` and `{account}` are filled in. */
  readonly name: string;
}

/** The defaults of the config. */
export const plainRooms: RoomSettings = { inbox: true, name: '{subject}' };

/** How a team works on the account's threads (`desk.ts`). Milliseconds; null for never. */
export interface DeskSettings {
  readonly claim: 'name' | 'topic' | 'hidden';
  readonly claimFor: number | null;
  readonly remindAfter: number | null;
  readonly archiveAfter: number | null;
  readonly overview: boolean;
}

/** Claims that are shown and never run out, no reminders, no overview. */
export const plainDesk: DeskSettings = {
  claim: 'name',
  claimFor: null,
  remindAfter: null,
  archiveAfter: null,
  overview: false,
};

/** What of an account's rooms is mailed, and when. */
export interface Answering {
  readonly mode: AnswerMode;
  /** Milliseconds that the first mail to somebody who had no part in a thread waits at least. */
  readonly holdOutside: number;
}

/** What the bridge must know of an account; made once from the config. */
export interface Account {
  readonly id: AccountId;
  readonly address: Address;
  readonly name: string;
  readonly language: Language;
  /** Keys (`addressKey`) of every address that is this account's own. */
  readonly own: ReadonlySet<string>;
  readonly team: readonly Member[];
  readonly invite: 'everyone' | 'nobody' | readonly UserId[];
  /** Display name of From: `{name}` and `{account}` are filled in. */
  readonly from: string;
  /** Milliseconds. */
  readonly hold: { readonly after: number; readonly atMost: number };
  readonly writing: Writing;
  /** People of To and Cc who become ghosts in a room; the rest is named in its topic. */
  readonly people: number;
  /** What happens to a mail whose outcome is unknown. */
  readonly onUnknown: 'resend' | 'hold';
  readonly senders: SenderSettings;
  /** `plainEntry` where it is left out. */
  readonly entry?: EntrySettings;
  readonly delivery: DeliverySettings;
  /** Absent for the defaults. */
  readonly answering?: Answering;
  /** `plainDesk` where it is left out. */
  readonly desk?: DeskSettings;
  /** Whether mail names an address with the thread's token for answers (`thread-token.ts`). */
  readonly plusAddresses?: boolean;
  /** What the operator says of who may do what; absent as where nothing is said. */
  readonly permissions?: Permissions;
  /** Absent for the defaults. */
  readonly rooms?: RoomSettings;
  /** Mails that one person may write within a day, over all accounts; absent or 0 without bound. */
  readonly mailsPerUserDay?: number;
}

/** Whether an address is one of our own people's: this account's, its team's, or another account's. */
export function isInternalAddress(account: Account, address: Address): boolean {
  return (
    isOwnAddress(account, address) ||
    memberByAddress(account, address) !== null ||
    account.senders.internal.has(addressKey(address))
  );
}

/** Whether an address is the account's own, with or without a detail (`support+x@`, RFC 5233). */
export function isOwnAddress(account: Account, address: Address): boolean {
  return account.own.has(addressKey(address)) || account.own.has(addressKey(withoutDetail(address)));
}

/** The team member with this mail address, null where there is none. */
export function memberByAddress(account: Account, address: Address): Member | null {
  const key = addressKey(address);
  return account.team.find((member) => member.address !== null && addressKey(member.address) === key) ?? null;
}

export function memberByUser(account: Account, user: UserId): Member | null {
  return account.team.find((member) => member.user === user) ?? null;
}
