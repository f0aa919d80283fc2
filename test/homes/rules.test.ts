/** Rules of the homeservers that governments run which only some events or settings meet. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { programFile } from '../../tools/built.ts';
import { tryCommand } from '../../tools/servers/run.ts';
import { PATIENCE, signsOn, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const quarantined = (world: World) => world.sql(`SELECT queue FROM jobs WHERE state = 'quarantined'`);

it('sets the new sign beside the old one where TI-Messenger 1.2 lets nothing old be taken away', async () => {
  const world = await World.start({ homeserver: 'tim', redactionsUpTo: '1s' });
  const alice = await world.client();
  const { exim } = world.environment;
  const { outsider, room } = await world.conversation('Old signs');
  await exim.server.kill('SIGKILL');
  const said = await alice.say(room, 'Whenever you are back.');
  await world.signed(said, '⏳');
  await exim.server.start();
  await world.endPause(said);
  await outsider.receives('Whenever you are back.');
  await until(() => signsOn(alice.events, said).join() === '⏳,✔️', { what: 'both signs', within: PATIENCE });
  // What was refused is over: the room goes on, and nobody has to look after it.
  await world.signed(await alice.say(room, 'And the next one.'), '✔️');
  await outsider.receives('And the next one.');
  assert.deepEqual(await quarantined(world), []);
});

it('makes rooms of Tchap with the rule that the account asks for, and check finds it there', async () => {
  const world = await World.start({
    homeserver: 'tchap',
    configure: ({ accounts }) => {
      for (const account of Object.values(accounts)) account.access_rule = 'unrestricted';
    },
  });
  const { room } = await world.conversation('Open to others');
  const state = await (await world.client()).state(room);
  const rule = state.find(({ type }) => type === 'im.vector.room.access_rules');
  assert.deepEqual(rule?.content, { rule: 'unrestricted' });
  const { configFile } = world.environment.mailroom;
  const { code, stdout } = await tryCommand([
    process.execPath,
    programFile('main.ts'),
    'check',
    '--config',
    configFile,
  ]);
  assert.equal(code, 0, stdout);
  assert.doesNotMatch(stdout, /access/);
});
