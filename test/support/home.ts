/** What must go well on a homeserver that people may run: a conversation with everything that hangs on it. */
import { describe } from 'node:test';
import type { HomeserverKind } from '../../tools/servers/homeserver.ts';
import { conversationTests } from './conversation.ts';
import { AT_ONCE, World } from './e2e.ts';
import { holdTests } from './hold.ts';

/** Starts a bridge on this homeserver and adds the tests of it. `where` names it. */
export async function homeTests(homeserver: HomeserverKind, where: string): Promise<void> {
  const world = await World.start({
    homeserver,
    configure: ({ accounts }) => {
      // Long enough for an edit or a redaction on a busy machine to come in time.
      for (const account of Object.values(accounts)) account.hold = { after: '6s', at_most: '20s' };
    },
  });
  const alice = await world.client();
  conversationTests(where, world, alice, { entry: homeserver === 'epa' ? 'invited' : 'space' });
  describe(`the hold on ${where}`, { concurrency: AT_ONCE }, () => {
    holdTests(world, alice);
  });
}
