/** What must go well on a homeserver that people may run: a conversation with everything that hangs on it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { programFile } from '../../tools/built.ts';
import type { HomeserverKind } from '../../tools/servers/homeserver.ts';
import { tryCommand } from '../../tools/servers/run.ts';
import { conversationTests } from './conversation.ts';
import { AT_ONCE, World } from './e2e.ts';
import { holdTests } from './hold.ts';

/** What a homeserver other than plain Synapse lets Mailroom do. */
interface Home {
  readonly homeserver: HomeserverKind;
  /** How it is called in the names of the tests. */
  readonly where: string;
  /** `invited`: nobody enters a room without an invitation, whatever space they are in. */
  readonly entry: 'space' | 'invited';
}

/** Starts a bridge on this homeserver and adds the tests of it. */
export async function homeTests({ homeserver, where, entry }: Home): Promise<void> {
  const world = await World.start({
    homeserver,
    configure: ({ accounts }) => {
      // Long enough for an edit or a redaction on a busy machine to come in time.
      for (const account of Object.values(accounts)) account.hold = { after: '10s', at_most: '30s' };
    },
  });
  const alice = await world.client();

  describe(`check on ${where}`, () => {
    it('makes a room, and says what rooms there do without', async () => {
      const { configFile } = world.environment.mailroom;
      const main = programFile('main.ts');
      const { code, stdout } = await tryCommand([process.execPath, main, 'check', '--config', configFile]);
      assert.equal(code, 0, stdout);
      assert.match(stdout, /^ok {4}rooms {9}(?:support: )?made a space and a room of version 10, with a ghost in it/m);
      assert.doesNotMatch(stdout, /^FAIL/m);
      // All signs are taken everywhere; of the state with which rooms begin only what lets people in through the space.
      const refused = [...stdout.matchAll(/^warn {2}rooms {9}.*$/gm)].map(([line]) => line);
      assert.equal(refused.length, entry === 'invited' ? 1 : 0, stdout);
      assert.ok(refused.every((line) => line.includes('m.room.join_rules')));
    });
  });
  conversationTests(where, world, alice, { entry });
  describe(`the hold on ${where}`, { concurrency: AT_ONCE }, () => {
    holdTests(world, alice);
  });
}
