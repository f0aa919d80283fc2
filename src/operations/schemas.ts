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

const listed = z.object({
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

const person = z.object({ name: z.string(), address: z.string() });

const recipient = z.object({
  address: z.string(),
  rung: z
    .enum(['waiting', 'deferred', 'accepted', 'refused', 'paused', 'delayed', 'bounced', 'delivered', 'read'])
    .meta({ description: 'How far it came, as the relay and proven reports say.' }),
  action: z.string().nullable().meta({ description: 'What the newest report says was done (RFC 3464).' }),
  reason: z.string().nullable(),
  status: z.string().nullable().meta({ description: 'An enhanced status code (RFC 3463).' }),
  words: z.string(),
  claimed: z.string().nullable().meta({ description: 'What a report says that nothing proves.' }),
});

const mail = z.object({
  outgoing: z.string().meta({ description: 'The key of the mail.' }),
  state: z.enum(['open', 'closed', 'frozen', 'trying', 'deferred', 'sent', 'failed', 'unknown', 'cancelled']),
  at: time,
  author: z.string(),
  whole: z
    .enum(['held', 'waiting', 'unknown'])
    .nullable()
    .meta({ description: 'How it stands as a whole, where its recipients have no standing of their own.' }),
  recipients: z.array(recipient),
});

const work = z.object({
  account: z.string(),
  thread: z.string(),
  room: z.string().nullable(),
  subject: z.string(),
  state: z.enum(['open', 'snoozed', 'done']),
  waiting: z.enum(['us', 'them', 'nobody']),
  claimedBy: z.string().nullable(),
  snoozeUntil: time.nullable(),
});

const rule = z.object({
  effect: z.enum(['block', 'allow']),
  pattern: z.string(),
  thread: z.string().nullable().meta({ description: 'Null where it holds for the account.' }),
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
  threads: z.object({ threads: z.array(listed), total: z.int(), page: z.int(), pages: z.int() }),
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
  mail,
  thread: work.extend({
    recipients: z.object({
      to: z.array(person),
      cc: z.array(person),
      bcc: z.array(person),
      why: z.string(),
    }),
    mails: z.array(mail),
  }),
  worked: work.extend({ changed: z.boolean().meta({ description: 'False where it was so already.' }) }),
  message: z.object({
    message: z.string(),
    messageId: z.string(),
    direction: z.enum(['in', 'out', 'colleague']),
    kind: z.string(),
    at: time,
    subject: z.string(),
    from: z.array(person),
    to: z.array(person),
    cc: z.array(person),
  }),
  begun: z.object({
    begun: z.boolean().meta({ description: 'False where this request had begun it before.' }),
    account: z.string(),
    thread: z.string(),
    room: z.string().nullable().meta({ description: 'Null until it is made.' }),
    alias: z.string(),
  }),
  stopped: z.object({
    account: z.string(),
    thread: z.string(),
    subject: z.string(),
    reason: z.string().nullable(),
    since: time,
    mails: z.int(),
  }),
  breaker: z.object({
    openedAt: time.nullable().meta({ description: 'Null while mail flows.' }),
    reason: z.enum(['volume', 'refusals']).nullable(),
    count: z.int().nullable(),
    waiting: z.int(),
    sent: z.int().meta({ description: 'Mails within the last ten minutes.' }),
  }),
  held: z.object({
    message: z.string(),
    account: z.string(),
    at: time,
    reason: z.string(),
    told: z.string().meta({ description: "What the account's lobby was told of it." }),
  }),
  rule,
  rules: z.object({
    rules: z.array(rule),
    count: z.int(),
    ofConfig: z.array(rule.omit({ thread: true })),
    notShown: z.array(z.object({ why: z.string(), count: z.int() })),
  }),
  entry: z.object({ thread: z.string(), entry: z.enum(['open', 'asked']) }),
  placed: z.object({ thread: z.string(), moved: z.int() }),
  why: z.object({
    message: z.string(),
    thread: z.string(),
    decision: z.string(),
    placedBy: z.string().nullable(),
    sender: z
      .object({
        verdict: z.string(),
        reason: z.string(),
        policy: z.string().nullable(),
        as: z.enum(['self', 'marked', 'bot']),
        marks: z.array(z.string()),
        evidence: z.array(z.object({ said: z.string(), by: z.string() })),
      })
      .nullable(),
  }),
  /** As the Matrix specification has errors. */
  error: z.object({ errcode: z.string(), error: z.string(), retry_after_ms: z.int().optional() }),
} as const;
