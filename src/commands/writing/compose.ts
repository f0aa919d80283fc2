import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { wholeText } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { readPeople } from '../../bridge/recipients/draft.ts';
import { keyed } from '../../bridge/recipients/recipients.ts';
import { knownThread } from '../../db/known-ids.ts';
import { findThreadRoom } from '../../db/room-tables/rooms.ts';
import { loadThread } from '../../db/thread-tables/threads.ts';
import { addressKey } from '../../mail/address.ts';
import type { Person } from '../../mail/types.ts';
import { beginCompose, beginConversation } from '../../begun/compose.ts';
import { accountByKey, actor, fields, NotPossible, operation } from '../../operations/operation.ts';
import { columns, lines } from '../../operations/plain.ts';
import { mailCommand } from '../framework/command.ts';
import { composingIn } from './composing.ts';

const people = z
  .array(z.string().max(1000))
  .max(50)
  .default([])
  .meta({ description: 'Addresses, with or without names.' });

const composeOperation = operation({
  id: 'compose',
  summary: 'Begins a conversation: its room is made, with its author in it, and the text is its first mail.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/compose',
  input: z.object({
    account: fields.oneAccount,
    as: fields.as,
    to: people,
    cc: people,
    bcc: people,
    subject: z.string().max(250).default(''),
    text: z
      .string()
      .max(200_000)
      .default('')
      .meta({ description: 'The first mail; without it the first message in the room is.' }),
    request: z.string().min(1).max(200).optional().meta({
      description: 'Names this request: repeated under the same name it is the same conversation, begun once.',
    }),
  }),
  result: z.object({
    begun: z.boolean().meta({ description: 'False where this request had begun it before.' }),
    account: z.string(),
    thread: z.string(),
    room: z.string().nullable().meta({ description: 'Null until it is made.' }),
    alias: z.string(),
  }),
  ctl: {
    words: 'compose',
    args: ['account'],
    example:
      'compose support --to bob@example.org --subject "Broken lamp" --text "It is on its way." --as @alice:example.org',
  },
  run: async (deps, input) => {
    const account = accountByKey(deps, input.account);
    const user = actor(deps, account, input.as, 'compose');
    const draft = {
      account: null,
      to: input.to.flatMap(readAll),
      cc: input.cc.flatMap(readAll),
      bcc: input.bcc.flatMap(readAll),
      subject: input.subject.trim(),
      body: input.text.trim(),
    };
    const others = keyed([...draft.to, ...draft.cc, ...draft.bcc]).filter(
      ({ address }) => !account.own.has(addressKey(address)),
    );
    if (others.length === 0) throw new NotPossible('to whom? A recipient is needed besides the account itself');
    const of = `request:${input.request ?? randomUUID()}`;
    return deps.db.transaction(async (tx) => {
      const known = await loadThread(tx, await knownThread(tx, deps.ids.begun(account.id, of)));
      const thread = known?.thread ?? (await beginConversation(tx, deps, { user, of }, account, draft));
      const room = await findThreadRoom(tx, thread);
      const alias = `#${room?.alias ?? deps.ids.threadAlias(thread, 0)}:${deps.ghosts.domain}`;
      return { begun: known === null, account: account.id, thread, room: room?.room ?? null, alias };
    });
  },
  plain: ({ begun, thread, alias }) =>
    lines([begun ? 'Begun.' : 'This request had begun it already.', columns(thread, alias)]),
});

/** `!mail compose`: begins a conversation. In the room of one the answers to its questions would be mail. */
export const mailCompose = mailCommand({
  name: 'compose',
  order: 80,
  args: wholeText('[to: ADDRESS, cc: ADDRESS, subject: TEXT, account: ACCOUNT]', 0, 10_000),
  needs: 'compose',
  scope: 'account',
  where: TEAM_ROOMS,
  example: 'compose to: bob@example.org, subject: Broken lamp',
  examples: [
    { says: ['compose subject: Lamps, account: elsewhere', 'cancel'] },
    { says: ['compose cc: bob@example.org, bcc: erin@example.org, subject: Lamps\nDear Bob,\nthe lamps.'] },
  ],
  outside: { operations: [composeOperation] },
  run: (tx, context, text) => beginCompose(tx, context, composingIn(context), text),
});

function readAll(text: string): Person[] {
  const found = readPeople(text);
  if (found.length === 0) throw new NotPossible(`${text} is no address`);
  return found;
}
