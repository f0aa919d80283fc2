import type { FloodLimits } from '../admission/flood.ts';
import { addressKey, withoutDetail } from '../../mail/address.ts';
import type { Trust } from '../../mail/authentication/verdict.ts';
import type { Address } from '../../mail/types.ts';
import type { Language } from '../../words/words.ts';
import type { TimeZone } from '../../words/zones.ts';
import type { ManyPolicy } from '../loops/effects.ts';
import type { PreparedAnswer } from '../to-mail/prepared-answer.ts';
import type { AnswerMode, ToColleagues } from '../recipients/notes.ts';
import type { AdmissionRule } from '../admission/admission.ts';
import type { GuestSettings } from '../guest/guest.ts';
import type { Permissions } from './permissions.ts';
import type { DeliverySettings } from '../delivery/status.ts';
import type { AccountId, UserId } from '../types.ts';

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

/** Whose word on a sender counts, and how those are shown whom nobody vouches for (`bridge/admission/sender.ts`). */
export interface SenderSettings extends Omit<Trust, 'isInternal'> {
  readonly authentication: 'none' | 'receiver' | 'own';
  readonly failing: 'marked' | 'bot';
  /** Keys (`addressKey`) of our own people's addresses besides this account's: other accounts and their teams. */
  readonly internal: ReadonlySet<string>;
  /** What ours are called besides this account and its team (`app/settings.ts`); absent for nothing. */
  readonly names?: readonly OurName[];
}

/** A name that a stranger must not look like, and whose it is; null for nobody who writes mail (the bot, a room). */
export interface OurName {
  readonly name: string;
  readonly address: Address | null;
}

/**
 * Who may enter by mail, and what becomes of mail to many (`bridge/admission/admission.ts`, `bridge/loops/effects.ts`).
 */
export interface AdmissionSettings {
  readonly newcomers: 'shown' | 'refused';
  /** Whether every room is open to anybody with a pass. */
  readonly open: boolean;
  /** Of the config; those that people gave in rooms are in the database. */
  readonly rules: readonly AdmissionRule[];
  /** Whether a sender is told by mail that a mail was refused. */
  readonly refusals: 'told' | 'silent';
  /** Domains that many share, besides those that everybody knows (`bridge/thread/organisation.ts`). */
  readonly shared: readonly string[];
  readonly many: ManyPolicy;
}

/** The defaults of the config. */
export const plainAdmission: AdmissionSettings = {
  newcomers: 'shown',
  open: false,
  rules: [],
  refusals: 'told',
  shared: [],
  many: { lists: 'thread', bulk: 'digest' },
};

/** How the account's rooms look. */
export interface RoomSettings {
  /** Whether each new conversation is a line in the account's inbox; `all`: each answer of others too. */
  readonly inbox: boolean | 'all';
  /** `{subject}`, `{people}` and `{account}` are filled in. */
  readonly name: string;
  /** Tchap's rule of who may be in them; null, and left out: the homeserver's own. */
  readonly accessRule?: 'restricted' | 'unrestricted' | null;
}

/** The defaults of the config. */
export const plainRooms: RoomSettings = { inbox: true, name: '{subject}' };

/** How a team works on the account's threads (`bridge/helpdesk/team-work.ts`). Milliseconds; null for never. */
export interface HelpdeskSettings {
  /** Where a room shows who has its conversation; `auto`: in its name, up to so many open conversations. */
  readonly claim: 'auto' | 'name' | 'topic' | 'hidden';
  /** Of `auto`. */
  readonly claimRooms: number;
  readonly claimFor: number | null;
  readonly remindAfter: number | null;
  readonly archiveAfter: number | null;
  /** `auto`: where names do not show who has what. */
  readonly overview: boolean | 'auto';
}

/** Claims that are shown and never run out, no reminders, no overview. */
export const plainHelpdesk: HelpdeskSettings = {
  claim: 'name',
  claimRooms: 100,
  claimFor: null,
  remindAfter: null,
  archiveAfter: null,
  overview: false,
};

/** What of an account's rooms is mailed, and when. */
export interface Answering {
  readonly mode: AnswerMode;
  /** What becomes of a message that begins with the name of one of ours: it is asked about, kept, or mailed without. */
  readonly toColleagues: ToColleagues;
  /** Milliseconds that the first mail to somebody who had no part in a thread waits at least. */
  readonly holdOutside: number;
  /** Whether each mail needs the yes of somebody who did not write it; absent for no. */
  readonly fourEyes?: boolean;
  /** Texts that somebody prepared, by name; absent for none. */
  readonly answers?: Readonly<Record<string, PreparedAnswer>>;
}

/** What the bridge must know of an account; made once from the config. */
export interface Account {
  readonly id: AccountId;
  /** The Matrix user whose own mailbox it is: it is nobody else's, whatever the config says. Null for one of a team. */
  readonly owner?: UserId | null;
  readonly address: Address;
  readonly name: string;
  readonly language: Language;
  /** In which times are told in its rooms and written in its mails. */
  readonly zone: TimeZone;
  /** Keys (`addressKey`) of every address that is this account's own. */
  readonly own: ReadonlySet<string>;
  readonly team: readonly Member[];
  /** Who of the team enters the rooms of conversations, and when (`bridge/room/entry.ts`). */
  readonly invite: 'automatic' | 'everyone' | 'when-claimed' | 'nobody' | readonly UserId[];
  /** New rooms within a day above which `automatic` is `when-claimed`; `INVITE_UP_TO` where it is left out. */
  readonly inviteUpTo?: number;
  /** Conversations that its space lists at most; `LISTED_MOST` where it is left out. */
  readonly listedRooms?: number;
  /** Display name of From: `{name}` and `{account}` are filled in. */
  readonly from: string;
  /** Milliseconds. */
  readonly hold: { readonly after: number; readonly atMost: number };
  readonly writing: Writing;
  /** People of To and Cc who become ghosts in a room; the rest is named in its topic. */
  readonly people: number;
  /** Whether its mailbox follows what is read and done in its rooms; absent for no (`helpdesk/mailbox-follow.ts`). */
  readonly follows?: boolean;
  /** What happens to a mail whose outcome is unknown. */
  readonly onUnknown: 'resend' | 'hold';
  readonly senders: SenderSettings;
  /** `plainAdmission` where it is left out. */
  readonly entry?: AdmissionSettings;
  readonly delivery: DeliverySettings;
  /** Absent for the defaults. */
  readonly answering?: Answering;
  /**
   * Whether mails that are reactions become reactions in rooms (`in`), and those of the team leave as mails too
   * (`both`); `in` where it is left out.
   */
  readonly reactions?: 'off' | 'in' | 'both';
  /** Of the account that writes to guests; absent for every other. */
  readonly guests?: GuestSettings;
  /** `plainHelpdesk` where it is left out. */
  readonly desk?: HelpdeskSettings;
  /** Whether mail names an address with the thread's token for answers (`thread-token.ts`). */
  readonly plusAddresses?: boolean;
  /** What the operator says of who may do what; absent as where nothing is said. */
  readonly permissions?: Permissions;
  /** What other living processes say of it while their config is another: the lowest level counts; absent for none. */
  readonly alsoPermissions?: readonly Permissions[];
  /** Absent for the defaults. */
  readonly rooms?: RoomSettings;
  /** How many rooms and ghosts strangers may make; absent for any number. */
  readonly flood?: FloodLimits;
  /** Mails older than the account that come in as new within an hour; `OLD_MAILS` where it is left out. */
  readonly oldMails?: number;
  /** Mails that one person may write within a day, over all accounts; absent or 0 without bound. */
  readonly mailsPerUserDay?: number;
}

/** The default of the config for `Account.oldMails`. */
export const OLD_MAILS = 10;

/** What an account and the members of its team are called, as far as the config says. */
export function namesOf({ name, address, team }: Pick<Account, 'name' | 'address' | 'team'>): OurName[] {
  return [
    { name, address },
    ...team.flatMap((member) => (member.name === null ? [] : [{ ...member, name: member.name }])),
  ];
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
