/** The answers of the HTTP interface, as they are on the wire. What a field means stands in `bridge/operations.ts` and `desk.ts`. */
import { z } from 'zod';
import { LEVELS } from '../bridge/permissions.ts';

const time = z.iso.datetime();

const account = z.object({
  account: z.string(),
  address: z.string(),
  name: z.string(),
  state: z.enum(['stopped', 'connecting', 'catching-up', 'connected', 'transient', 'bad-credentials']),
  since: time.nullable(),
  reason: z.string().nullable(),
  lastMailAt: time.nullable(),
});

const queue = z.object({
  account: z.string(),
  mails: z.object({ held: z.int(), leaving: z.int(), deferred: z.int(), failed: z.int() }),
  queues: z.array(z.object({ queue: z.string(), waiting: z.int(), quarantined: z.int(), oldestSeconds: z.number() })),
});

const item = z.object({
  number: z.string(),
  account: z.string().nullable(),
  kind: z.enum(['mail', 'job']),
  of: z.string().meta({ description: 'The mailbox of a mail, the queue of a piece of work.' }),
  reason: z.string(),
  at: time,
  size: z.int().nullable(),
  sha256: z.string().nullable(),
});

const thread = z.object({
  account: z.string(),
  thread: z.string(),
  room: z.string().nullable(),
  subject: z.string(),
  who: z.string().meta({ description: 'Who wrote last from outside.' }),
  state: z.enum(['open', 'snoozed', 'done']),
  waiting: z.enum(['us', 'them', 'nobody']),
  since: time,
  seconds: z.number(),
  claimedBy: z.string().nullable(),
});

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

export const schemas = {
  account,
  queue,
  item,
  quarantine: z.object({ items: z.array(item), total: z.int() }),
  threads: z.object({ threads: z.array(thread), total: z.int(), page: z.int(), pages: z.int() }),
  permissions: z.object({
    user: z.string(),
    accounts: z.array(
      z.object({ account: z.string(), team: z.boolean(), level: z.enum(LEVELS), may: z.array(z.string()) }),
    ),
  }),
  whoami: z.object({
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
  }),
  /** As the Matrix specification has errors. */
  error: z.object({ errcode: z.string(), error: z.string(), retry_after_ms: z.int().optional() }),
} as const;
