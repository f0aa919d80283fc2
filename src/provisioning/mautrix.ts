/**
 * The paths that managers of mautrix bridges know (provisioning API, version 3), as far as they mean something here.
 */
import { z } from 'zod';
import type { UserId } from '../bridge/types.ts';
import { accountStandings } from '../db/intake-tables/accounts.ts';
import { managementRoomOf } from '../db/room-tables/management-rooms.ts';
import { findAccountRoom } from '../db/room-tables/rooms.ts';
import { accountsOfPerson } from '../commands/framework/operator.ts';
import { fields, operation } from '../operations/operation.ts';
import type { Operation, OperationDeps } from '../operations/operation.ts';

const login = z.object({
  id: z.string(),
  name: z.string(),
  profile: z.object({ email: z.string(), name: z.string() }),
  space_room: z.string().optional(),
  state: z.object({
    state_event: z.enum(['CONNECTING', 'CONNECTED', 'TRANSIENT_DISCONNECT', 'BAD_CREDENTIALS', 'UNKNOWN_ERROR']),
    timestamp: z.int().meta({ description: 'Milliseconds since 1970.' }),
    message: z.string().optional(),
  }),
});

const whoamiSchema = z.object({
  network: z.object({
    displayname: z.string(),
    network_url: z.string(),
    network_icon: z.string(),
    network_id: z.string(),
    beeper_bridge_type: z.string(),
  }),
  login_flows: z.array(z.never()),
  homeserver: z.string(),
  bridge_bot: z.string(),
  command_prefix: z.string(),
  management_room: z.string().optional(),
  logins: z.array(login),
});

export const MAUTRIX_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'whoami',
    summary: 'The bridge and the accounts of a person, as mautrix has it.',
    method: 'GET',
    path: '/_matrix/provision/v3/whoami',
    input: z.object({ user_id: fields.user }),
    result: whoamiSchema,
    ctl: null,
    run: (deps, input) => whoami(deps, input.user_id as UserId),
  }),
  operation({
    id: 'logins',
    summary: 'The keys of the accounts of a person, as mautrix has it.',
    method: 'GET',
    path: '/_matrix/provision/v3/logins',
    input: z.object({ user_id: fields.user }),
    result: z.object({ login_ids: z.array(z.string()) }),
    ctl: null,
    run: (deps, input) =>
      Promise.resolve({ login_ids: accountsOfPerson(deps, input.user_id as UserId).map(({ id }) => id) }),
  }),
  operation({
    id: 'login-flows',
    summary: 'None: accounts stand in the config.',
    method: 'GET',
    path: '/_matrix/provision/v3/login/flows',
    input: z.object({}),
    result: z.object({ flows: z.array(z.never()) }),
    ctl: null,
    run: () => Promise.resolve({ flows: [] }),
  }),
];

/** States as mautrix names them; what lasts until somebody acts is an error. */
const STATE_EVENTS = {
  connected: 'CONNECTED',
  'catching-up': 'CONNECTED',
  connecting: 'CONNECTING',
  transient: 'TRANSIENT_DISCONNECT',
  'bad-credentials': 'BAD_CREDENTIALS',
  stopped: 'UNKNOWN_ERROR',
} as const;

async function whoami(deps: OperationDeps, who: UserId) {
  const { db, ghosts } = deps;
  const standings = new Map((await accountStandings(db)).map((one) => [one.account, one]));
  const logins = [];
  for (const { id, name, address } of accountsOfPerson(deps, who)) {
    const standing = standings.get(id);
    const space = await findAccountRoom(db, id, 'space');
    logins.push({
      id,
      name: address,
      profile: { email: address, name },
      ...(space === null ? {} : { space_room: space.room }),
      state: {
        state_event: STATE_EVENTS[standing?.state ?? 'stopped'],
        timestamp: standing?.since.getTime() ?? 0,
        ...(standing?.reason === null || standing === undefined ? {} : { message: standing.reason }),
      },
    });
  }
  const chat = await managementRoomOf(db, who);
  return {
    network: {
      displayname: 'E-mail',
      network_url: 'https://www.rfc-editor.org/rfc/rfc5322',
      network_icon: '',
      network_id: 'email',
      beeper_bridge_type: 'mailroom',
    },
    login_flows: [],
    homeserver: ghosts.domain,
    bridge_bot: ghosts.bot,
    command_prefix: '!mail',
    ...(chat === null ? {} : { management_room: chat }),
    logins,
  };
}
