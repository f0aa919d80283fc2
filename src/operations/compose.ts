/** A new conversation from outside: what `!mail compose` does. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readPeople } from '../bridge/compose-draft.ts';
import { keyed } from '../bridge/recipients.ts';
import { loadThread } from '../db/threads.ts';
import { findThreadRoom } from '../db/rooms.ts';
import { beginConversation } from '../jobs/compose.ts';
import { addressKey } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import { accountOf, actor, fields, NotPossible, operation } from './operation.ts';
import type { Operation } from './operation.ts';
import { schemas } from './schemas.ts';

const people = z
  .array(z.string().max(1000))
  .max(50)
  .default([])
  .meta({ description: 'Addresses, with or without names.' });

export const COMPOSE_OPERATIONS: readonly Operation[] = [
  operation({
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
    result: schemas.begun,
    ctl: {
      words: 'compose',
      args: ['account'],
      example:
        'compose support --to bob@example.org --subject "Broken lamp" --text "It is on its way." --as @alice:example.org',
    },
    run: async (deps, input) => {
      const account = accountOf(deps, input.account);
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
        const known = await loadThread(tx, deps.ids.begun(account.id, of));
        const thread = known?.thread ?? (await beginConversation(tx, deps, { user, of }, account, draft));
        const room = await findThreadRoom(tx, thread);
        const alias = `#${room?.alias ?? deps.ids.threadAlias(thread, 0)}:${deps.ghosts.domain}`;
        return { begun: known === null, account: account.id, thread, room: room?.room ?? null, alias };
      });
    },
  }),
];

function readAll(text: string): Person[] {
  const found = readPeople(text);
  if (found.length === 0) throw new NotPossible(`${text} is no address`);
  return found;
}
