/** The settings of an account's rooms. Part of `config/schema.ts`. */
import { z } from 'zod';
import { LISTED_MOST } from '../bridge/helpdesk/space-order.ts';
import { INVITE_UP_TO } from '../bridge/room/entry.ts';
import { integer, text, timeZone, userId } from './values.ts';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function rooms() {
  return {
    time_zone: timeZone()
      .prefault('UTC')
      .meta({
        description:
          'Time zone of the times in its rooms and in the quotations of its mails, by its name in the tz database, ' +
          'such as Europe/Berlin. Who is elsewhere says `!mail zone`.',
      }),
    inbox: z
      .union([z.boolean(), z.literal('all')], { error: 'true, false or all' })
      .default(true)
      .meta({
        description:
          'Whether the account has an inbox room, where each new conversation is one line: who, subject, first words ' +
          'and a link to its room; all: each mail that others answer with too.',
      }),
    room_name: text('a template with {subject}, {people} or {account}')
      .regex(/^(?:[^{}]|\{subject\}|\{people\}|\{account\})*$/, {
        error: 'a template whose only fields are {subject}, {people} and {account}',
      })
      .default('{subject}')
      .meta({
        description:
          'How the room of a conversation is named: {subject} without Re and Fwd (its people where there is none), ' +
          '{people} (the first three) and {account}.',
      }),
    access_rule: z
      .enum(['restricted', 'unrestricted'], { error: 'restricted or unrestricted' })
      .nullable()
      .default(null)
      .meta({
        description:
          'On a homeserver with the rules of Tchap, the rule that new rooms begin with ' +
          '(im.vector.room.access_rules): unrestricted lets people of the servers for externals in. Rooms that ' +
          'exist keep theirs, and `mailroom check` names them. null leaves it to the homeserver.',
      }),
  };
}

/** The keys that say who is invited to the rooms of conversations. */
export function invitations() {
  return {
    invite: z
      .union([z.enum(['automatic', 'everyone', 'when-claimed', 'nobody']), z.array(userId())], {
        error: 'automatic, everyone, when-claimed, nobody or a list of Matrix users',
      })
      .prefault('automatic')
      .meta({
        description:
          'Who of the team is invited to each new room: everyone, nobody (they join through the space), a list of ' +
          'Matrix users, or when-claimed: whoever takes a conversation, is given it or is mentioned in it, until it ' +
          'is done. automatic: everyone, and when-claimed as soon as there were more new rooms within a day than ' +
          'invite_up_to.',
      }),
    invite_up_to: integer('a number of rooms', 1, 1_000_000)
      .default(INVITE_UP_TO)
      .meta({ description: 'New rooms within a day to which `invite: automatic` invites everyone.' }),
    listed_rooms: integer('a number of rooms', 0, 10_000)
      .default(LISTED_MOST)
      .meta({
        description:
          'Open conversations that the account space lists at most: those that somebody has, then those that wait ' +
          'for us, the longest first. The others are found by the inbox and `!mail list`. 0: none.',
      }),
  };
}
