/** The settings of an account about what is done in its mailbox. Part of `config/schema.ts`. */
import { z } from 'zod';
import { text } from './values.ts';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function mailboxSection() {
  return {
    mailbox: z
      .enum(['off', 'follow'], { error: 'off or follow' })
      .default('off')
      .meta({
        description:
          'Whether the watched mailboxes follow what the team does, off or follow. With follow a mail that was read ' +
          'in Matrix is marked as read, and those of a conversation that is done are archived; what is read, ' +
          'archived or deleted in a mail program is remarked in the room. Nothing is ever deleted. Needs a ' +
          'registration with receive_ephemeral and a homeserver that pushes read receipts; `mailroom check` tells.',
      }),
    archive_mailbox: text('a mailbox name or auto')
      .default('auto')
      .meta({
        description:
          'Where mails of conversations that are done are moved with mailbox follow; auto finds the one that the ' +
          'server marks as archive. Where there is none, or the server cannot move (RFC 6851), they get \\Flagged.',
      }),
  };
}
