/**
 * What people do in a room while Mailroom is down and the holds of their mails end: an upgrade is enough. The
 * homeserver pushes nothing afterwards either until all is settled, so that only the look at the rooms can tell.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { bot, PATIENCE, World } from '../support/e2e.ts';
import { startProxy } from '../support/e2e-proxy.ts';
import type { Proxy } from '../support/e2e-proxy.ts';
import { until } from '../support/servers.ts';
import { matrixRequest } from '../../tools/servers/homeserver.ts';
import { choosePorts } from '../../tools/servers/ports.ts';

const behind = await choosePorts(['bridge']);
let starting: Promise<Proxy> | null = null;
after(async () => (await starting)?.close());

const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) account.hold = { after: '5m', at_most: '10m' };
    const { listen } = draft.appservice;
    starting = startProxy(() => `http://${listen.host}:${String(behind.bridge)}`, listen.port);
    listen.port = behind.bridge;
  },
});
const alice = await world.client();
const { synapse, mailroom } = world.environment;
const asToken = z
  .object({ as_token: z.string() })
  .parse(parse(await readFile(mailroom.registrationFile, 'utf8'))).as_token;

const outgoing = (event: string) =>
  world.sql<{ state: string }>(
    'SELECT o.state FROM outgoing o JOIN outgoing_events e USING (outgoing) WHERE e.event = $1',
    [event],
  );
const stateOf = async (event: string, state: string) =>
  until(async () => (await outgoing(event)).some((row) => row.state === state), {
    what: `a mail that is ${state}`,
    within: PATIENCE,
  });

/** Somebody of ours goes out of a room, as an operator makes them. */
const leave = (room: string, user: string) =>
  matrixRequest(synapse.url, {
    method: 'POST',
    path: `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/leave?user_id=${encodeURIComponent(user)}`,
    token: asToken,
    body: {},
  });

describe('a hold that ends while Mailroom is down', () => {
  it('mails nothing that was deleted, and the new words of what was edited', async () => {
    const pushes = await starting;
    assert.ok(pushes);
    const talks = [];
    for (const title of ['Deleted', 'Edited', 'Stopped', 'Untouched', 'Far back', 'Left']) {
      talks.push(await world.conversation(title));
    }
    const [deleted, edited, stopped, untouched, far, left] = talks;
    assert.ok(deleted && edited && stopped && untouched && far && left);
    const said = new Map<object, string>();
    for (const talk of talks) said.set(talk, await alice.say(talk.room, `Words of ${talk.subject}`));
    const of = (talk: object) => said.get(talk) ?? assert.fail();
    for (const event of said.values()) await stateOf(event, 'open');
    // What is owed to a room would bring the bot back into it.
    const idle = async () => (await world.sql(`SELECT FROM jobs WHERE queue <> 'mail-out'`)).length === 0;
    await until(idle, { what: 'an end of all other work', within: PATIENCE });

    await mailroom.server.kill('SIGKILL');
    await alice.redact(deleted.room, of(deleted));
    await alice.edit(edited.room, of(edited), 'Not these words.');
    await alice.edit(edited.room, of(edited), 'The last words.');
    await alice.react(stopped.room, of(stopped), '❌');
    await alice.redact(far.room, of(far));
    await Promise.all(Array.from({ length: 20 }, () => manyNotes(far.room)));
    for (const user of [bot, left.ghost]) await leave(left.room, user);
    await world.sql(`UPDATE outgoing SET send_after = now(), send_by = now() WHERE state = 'open'`);
    await world.sql(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out'`);
    pushes.judge(({ path }) =>
      path.includes('/transactions/') ? { do: 'answer', status: 502, body: {} } : { do: 'pass' },
    );
    await mailroom.server.start();

    await edited.outsider.receives('The last words.');
    await untouched.outsider.receives('Words of Untouched');
    for (const talk of [deleted, stopped, far]) await stateOf(of(talk), 'cancelled');
    for (const talk of [edited, untouched]) await stateOf(of(talk), 'sent');
    await stateOf(of(left), 'closed');
    pushes.wellAgain();
    // A start ends the homeserver's patience with a bridge that refused its pushes.
    await world.crashBridge();
    const asked = await world.says(null, 'I can no longer read the room', { by: bot });
    assert.equal((await left.outsider.mail.mails()).length, 0);
    await alice.react(asked.room_id, asked.event_id, '✅');
    await left.outsider.receives('Words of Left');

    const [{ parsed } = assert.fail(), ...more] = await edited.outsider.mail.mails();
    assert.equal(more.length, 0);
    assert.doesNotMatch(parsed.text ?? '', /Words of|Not these/);
    for (const { outsider } of [deleted, stopped, far]) assert.equal((await outsider.mail.mails()).length, 0);
    const log = await readFile(mailroom.logFile, 'utf8');
    assert.doesNotMatch(log, /begun its transactions anew/, 'the homeserver has only repeated what it had');
  });

  async function manyNotes(room: string): Promise<void> {
    for (let n = 0; n < 55; n += 1) await alice.say(room, `!note ${String(n)}`);
  }
});
