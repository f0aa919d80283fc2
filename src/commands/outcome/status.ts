import { z } from 'zod';
import { noArguments } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { renderStatus } from '../../bridge/delivery/outcome-told.ts';
import { deliveryLines } from '../../bridge/delivery/status-told.ts';
import { leftOutOf } from '../../bridge/recipients/left-out.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { relayStatusLines } from '../../bridge/relay/relay-told.ts';
import { accountStandings } from '../../db/intake-tables/accounts.ts';
import type { AccountStanding, AccountState } from '../../db/intake-tables/accounts.ts';
import { mailFigures } from '../../db/mail-tables/outgoing.ts';
import type { Person } from '../../mail/types.ts';
import { whoGets } from '../../answers/recipients-in.ts';
import { threadMeant } from '../../operations/meant.ts';
import { fields, operation } from '../../operations/operation.ts';
import { lines, peopleLine, PLAIN_READER } from '../../operations/plain.ts';
import { personSchema } from '../../operations/schemas.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { viewWork, workLines, workSchema } from '../working/worked.ts';
import { threadDelivery } from './thread-delivery.ts';
import type { MailWithDelivery } from './thread-delivery.ts';

/** How many mails of a conversation are told. */
const TOLD = 5;

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
  at: z.iso.datetime(),
  author: z.string(),
  whole: z
    .enum(['held', 'waiting', 'unknown'])
    .nullable()
    .meta({ description: 'How it stands as a whole, where its recipients have no standing of their own.' }),
  recipients: z.array(recipient),
});

type Recipient = MailWithDelivery['recipients'][number];
type WireMail = Omit<MailWithDelivery, 'recipients'> & {
  readonly recipients: readonly (Omit<Recipient, 'delivery'> & { readonly rung: Recipient['delivery'] })[];
};

/** A mail as it is answered, where the delivery status of a recipient is called `rung`. */
function toWire(one: MailWithDelivery): WireMail {
  return { ...one, recipients: one.recipients.map(({ delivery: rung, ...rest }) => ({ rung, ...rest })) };
}

function fromWire(one: WireMail): MailWithDelivery {
  return { ...one, recipients: one.recipients.map(({ rung, ...rest }) => ({ ...rest, delivery: rung })) };
}

const threadOperation = operation({
  id: 'thread',
  summary: 'One conversation: who has it, whose turn it is, who gets the next mail, how far the last ones came.',
  method: 'GET',
  path: '/_mailroom/v1/threads/{thread}',
  input: z.object({ thread: fields.thread }),
  result: workSchema.extend({
    recipients: z.object({
      to: z.array(personSchema),
      cc: z.array(personSchema),
      bcc: z.array(personSchema),
      paused: z
        .array(personSchema)
        .meta({ description: 'Who is left out since their address is paused: `unpause` brings them back.' }),
      why: z.string(),
    }),
    mails: z.array(mail),
  }),
  ctl: { words: 'thread', args: ['thread'], example: 'thread !room:example.org' },
  run: ({ db, ...deps }, input) =>
    db.transaction(async (tx) => {
      const on = await threadMeant(tx, { db, ...deps }, input.thread);
      const next = await whoGets(tx, on, on.thread, null);
      const { to, cc, bcc = [], why } = next;
      const mails = await threadDelivery(tx, { thread: on.thread, event: null }, TOLD, on.account);
      const people = { to: [...to], cc: [...cc], bcc: [...bcc], paused: leftOutOf(next), why: why.kind };
      return { ...(await viewWork(tx, on)), recipients: people, mails: mails.map(toWire) };
    }),
  plain: (one) =>
    lines([
      ...workLines(one),
      ...recipientLines(one.recipients),
      ...deliveryLines(one.mails.map(fromWire), PLAIN_READER),
    ]),
});

const mailsOperation = operation({
  id: 'mails',
  summary: 'How far the mails of ours in a conversation came at each recipient, the newest first.',
  method: 'GET',
  path: '/_mailroom/v1/threads/{thread}/mails',
  input: z.object({ thread: fields.thread, limit: fields.limit }),
  result: z.object({ mails: z.array(mail) }),
  ctl: { words: 'status', args: ['thread'], example: 'status !room:example.org' },
  run: (deps, input) =>
    deps.db.transaction(async (tx) => {
      const { thread, account } = await threadMeant(tx, deps, input.thread);
      const mails = await threadDelivery(tx, { thread, event: null }, input.limit, account);
      return { mails: mails.map(toWire) };
    }),
  plain: ({ mails }) =>
    lines(
      mails.flatMap((one) => [`${one.outgoing} (${one.state})`, ...deliveryLines([fromWire(one)], PLAIN_READER)]),
    ) || 'No mail of ours yet.',
});

function recipientLines({
  to,
  cc,
  bcc,
  paused,
}: {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly paused: readonly Person[];
}): string[] {
  const given = Object.entries({ To: to, Cc: cc, Bcc: bcc, 'Left out (paused)': paused }).filter(
    ([, list]) => list.length > 0,
  );
  return given.length === 0 ? ['To: nobody'] : given.map(([name, list]) => `${name}: ${peopleLine(list)}`);
}

/** `!mail status`: how the account stands, and the mails of the room. */
export const mailStatus = mailCommand({
  name: 'status',
  order: 100,
  args: noArguments,
  needs: 'read',
  scope: { all: ['thread', 'account'], of: (_nothing, place) => (place === 'thread' ? 'thread' : 'account') },
  where: ACCOUNT_ROOMS,
  example: 'status',
  examples: [{ says: ['status now'] }],
  outside: { operations: [threadOperation, mailsOperation] },
  run: async (tx, { account, thread, event, operator }, _nothing, { replyTo }) => {
    const figures = await mailFigures(tx, account.id, thread, event.sender);
    const standing = (await accountStandings(tx)).find((one) => one.account === account.id);
    const relay = relayTold(standing);
    const facts = { account: account.address, state: shownState(standing?.state), relay, ...figures };
    const status = renderStatus(facts, operator);
    const told =
      thread === null
        ? []
        : deliveryLines(await threadDelivery(tx, { thread, event: replyTo }, TOLD, account), operator);
    if (replyTo !== null && told.length > 0)
      return renderLines(relay === null ? told : [...relayStatusLines(relay, operator), ...told]);
    const more = renderLines(replyTo === null ? told : [words(operator.language)('delivery-status-reply-unknown')]);
    if (more.body === '') return status;
    return { body: `${status.body}\n${more.body}`, html: `${status.html}<br>${more.html}` };
  },
});

function relayTold(standing: AccountStanding | undefined) {
  const { reason, since, words: said } = standing?.out ?? { reason: null, since: null, words: null };
  if (reason === null || since === null) return null;
  return { trouble: reason, words: said ?? '', since };
}

function shownState(state: AccountState | undefined): 'ready' | 'connecting' | 'stopped' {
  switch (state) {
    case 'connected':
    case 'catching-up':
      return 'ready';
    case 'bad-credentials':
    case 'stopped':
      return 'stopped';
    case 'connecting':
    case 'transient':
    case undefined:
      return 'connecting';
  }
}
