/** Whether somebody is invited into a room by their mail address. Pure: facts in, a decision with its reason out. */
import type { GuestState } from './guest.ts';

/** Invitations of one address within 24 hours, over all rooms: each is a mail to somebody who asked for none. */
const PERSON_DAY = 3;

export interface InvitationFacts {
  /** Whether the address is one of an account of ours. */
  readonly own: boolean;
  /** Whether the address is that of somebody of the team, who takes part in Matrix. */
  readonly member: boolean;
  /** What the room itself lets whoever invites do; null where it could not be seen. */
  readonly room: { readonly mayInvite: boolean; readonly encrypted: boolean } | null;
  /** As which the address is known in the room; null where it is not. */
  readonly state: GuestState | null;
  /** Whether the person wants no mails of any room. */
  readonly stopped: boolean;
  /** Within 24 hours. */
  readonly invitations: { readonly byMember: number; readonly byAll: number; readonly ofPerson: number };
  readonly bounds: { readonly perMemberDay: number; readonly perDay: number };
}

export type InvitationRefused =
  'own' | 'member' | 'no-power' | 'encrypted' | 'already' | 'stopped' | 'member-quota' | 'all-quota' | 'person-quota';

export type InvitationDecision = { readonly do: 'invite' } | { readonly do: 'refuse'; readonly why: InvitationRefused };

/**
 * Decides. In this order: the room's own word · whose address it is · the person's own word · who is there already ·
 * the bounds.
 */
export function decideInvitation(facts: InvitationFacts): InvitationDecision {
  const { room, state, invitations, bounds } = facts;
  if (room?.mayInvite !== true) return refuse('no-power');
  if (room.encrypted) return refuse('encrypted');
  if (facts.own) return refuse('own');
  if (facts.member) return refuse('member');
  if (facts.stopped) return refuse('stopped');
  if (state === 'invited' || state === 'active') return refuse('already');
  if (invitations.byMember >= bounds.perMemberDay) return refuse('member-quota');
  if (invitations.byAll >= bounds.perDay) return refuse('all-quota');
  if (invitations.ofPerson >= PERSON_DAY) return refuse('person-quota');
  return { do: 'invite' };
}

function refuse(why: InvitationRefused): InvitationDecision {
  return { do: 'refuse', why };
}
