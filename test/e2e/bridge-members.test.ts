/** The config is changed and Mailroom restarted, on the real servers: people, an account, the key of an account. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../tools/servers/paths.ts';
import { bot, field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';
import type { SeenEvent } from '../support/servers.ts';

const run = promisify(execFile);
const world = await World.start({
  configure: (draft) => {
    draft.times = { ...draft.times, account_trouble: '1s' };
  },
});
const { mailroom } = world.environment;
const alice = await world.client('alice');
const carol = await world.client('carol');
const carolId = '@carol:matrix.test';
const bobId = '@bob:matrix.test';

const configShape = z.looseObject({
  accounts: z.record(z.string(), z.looseObject({ team: z.array(z.looseObject({ user: z.string() })) })),
});
type ConfigShape = z.infer<typeof configShape>;

const read = async (): Promise<ConfigShape> => configShape.parse(parse(await readFile(mailroom.configFile, 'utf8')));
const first = await read();

/** The config of the start, with this difference. */
const write = async (change: (config: ConfigShape) => void): Promise<void> => {
  const config = structuredClone(first);
  change(config);
  await writeFile(mailroom.configFile, stringify(config));
};

/** Mailroom runs with another config from now on. */
async function reconfigure(change: (config: ConfigShape) => void): Promise<void> {
  await mailroom.server.stop();
  await write(change);
  await mailroom.server.start();
  await mailroom.untilReady();
}

const without =
  (...users: string[]) =>
  ({ accounts }: ConfigShape): void => {
    const support = accounts['support'];
    if (support !== undefined) support.team = support.team.filter(({ user }) => !users.includes(user));
  };

const within = (what: string) => ({ what, within: PATIENCE });
const stateOf = async (room: string, type: string, key: string) =>
  (await alice.state(room)).find((event) => event.type === type && event.state_key === key);
const isOut = async (room: string, user: string) =>
  (await stateOf(room, 'm.room.member', user))?.content['membership'] === 'leave';
const levelOf = async (room: string, user: string) => {
  const shape = z.object({ users: z.record(z.string(), z.number()) });
  return shape.parse((await stateOf(room, 'm.room.power_levels', ''))?.content).users[user];
};
const told = (text: string | RegExp, mark = 0): Promise<SeenEvent> =>
  alice.waitFor(
    (event) => isMessage(event) && event.sender === bot && new RegExp(text).test(field(event, 'body')),
    within(`"${String(text)}" of the bot`),
    mark,
  );

describe('a config that changes', () => {
  it('takes a member out of space and rooms, gives their claims back, and tells the lobby with numbers', async () => {
    const space = await world.space('Support');
    await world.space('Support', 'carol');
    const { room, shown, subject } = await world.conversation('Out');
    await carol.join(room);
    await carol.react(room, shown.event_id, '👀');
    await until(
      async () => (await world.sql('SELECT FROM thread_work WHERE claimed_by = $1', [carolId])).length === 1,
      within('that Carol has it'),
    );
    await reconfigure(without(carolId));
    // Made for this word.
    await world.enter('Support – Moderators');
    await told(/^Carol is no longer of the team: \d+ rooms left, one conversation given back\.$/);
    for (const one of [space, room]) {
      assert.equal(await isOut(one, carolId), true);
      assert.equal(await levelOf(one, carolId), undefined);
    }
    assert.equal(await levelOf(room, bobId), 50);
    await until(async () => {
      const now = await stateOf(room, 'm.room.name', '');
      return now !== undefined && field(now, 'name') === subject;
    }, within('the name without the mark'));
    // The other account has the same people, and is left alone.
    const others = await world.sql(`SELECT FROM team_members WHERE account = 'info' AND standing <> 'member'`);
    assert.equal(others.length, 0);
  });

  it('lets a guest stay in the room that somebody asked them into, without rights', async () => {
    const { room, outsider } = await world.conversation('Guest');
    await alice.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/invite`, { user_id: carolId });
    await carol.join(room);
    const other = await world.conversation('Elsewhere');
    let mark = alice.mark();
    await reconfigure(() => undefined);
    await told(/^Carol is of the team now: asked into \d+ rooms, moderator in \d+\.$/, mark);
    await carol.join(other.room);
    await until(async () => (await levelOf(room, carolId)) === 50, within('the level of Carol'));
    mark = alice.mark();
    await reconfigure(without(carolId));
    await told(/^Carol is no longer of the team/, mark);
    assert.equal(await isOut(other.room, carolId), true);
    assert.equal(await isOut(room, carolId), false);
    assert.equal(await levelOf(room, carolId), undefined);
    await carol.say(room, 'Not to be mailed.');
    await alice.say(room, 'To be mailed.');
    await outsider.receives('To be mailed.');
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('waits for a yes where a typo takes out more than a third of a team, and stops where it is mended', async () => {
    const { room } = await world.conversation('Typo');
    await (await world.client('bob')).join(room);
    let mark = alice.mark();
    await reconfigure(without(bobId, carolId));
    await told(/Bob is no longer of this team in the config/, mark);
    await until(async () => (await levelOf(room, bobId)) === undefined, within('no level of Bob'));
    assert.equal(await isOut(room, bobId), false);
    mark = alice.mark();
    await reconfigure(without(carolId));
    await told(/^Bob is of the team now/, mark);
    assert.equal(await levelOf(room, bobId), 50);
    assert.equal(await isOut(room, bobId), false);
    mark = alice.mark();
    await reconfigure(without(bobId, carolId));
    const asked = await told(/Bob is no longer of this team in the config/, mark);
    await alice.react(asked.room_id, asked.event_id, '✅');
    await told(/^Bob is no longer of the team: /, mark);
    assert.equal(await isOut(room, bobId), true);
    await reconfigure(() => undefined);
  });

  it('answers in the rooms of an account that it has no more, mails nothing, and asks when it is back', async () => {
    const { room, outsider } = await world.conversation('Unserved', { to: world.account('info').address });
    await reconfigure(({ accounts }) => delete accounts['info']);
    const said = await alice.say(room, 'Is anybody there?');
    await alice.say(room, 'Hello?');
    await world.says(room, 'does not look after the account Info at the moment');
    const mark = alice.mark();
    await reconfigure(() => undefined);
    await alice.waitFor(
      (event) => event.room_id === room && field(event, 'body').includes('had not looked after this account'),
      within('the question'),
      mark,
    );
    assert.equal((await outsider.mail.mails()).length, 0);
    const answers = (await world.messages(room)).filter((event) =>
      field(event, 'body').includes('does not look after'),
    );
    assert.equal(answers.length, 1);
    await alice.react(room, said, '✅');
    await outsider.receives('Is anybody there?');
  });

  it('refuses a key that was changed in the config alone, and keeps the conversation once it is renamed', async () => {
    const { room, outsider } = await world.conversation('Renamed');
    await alice.say(room, 'Before.');
    const answer = await outsider.receives('Before.');
    const rename = (config: ConfigShape): void => {
      config.accounts = Object.fromEntries(
        Object.entries(config.accounts).map(([key, account]) => [key === 'support' ? 'helpdesk' : key, account]),
      );
    };
    await mailroom.server.stop();
    await write(rename);
    const main = join(projectRoot, 'src/main.ts');
    const cli = (...args: string[]) => run(process.execPath, [main, ...args, '--config', mailroom.configFile]);
    await assert.rejects(cli('run'), ({ stderr }: { stderr: string }) =>
      stderr.includes('mailroom account rename support helpdesk'),
    );
    const { stdout } = await cli('account', 'rename', 'support', 'helpdesk');
    assert.match(stdout, /"support" is "helpdesk" now/);
    await mailroom.server.start();
    await mailroom.untilReady();
    const word = unique('after');
    await outsider.answer(answer, word);
    await world.says(room, word);
    await alice.say(room, 'After.');
    const next = await outsider.receives('After.');
    assert.ok(next.parsed.references?.includes(answer.parsed.messageId ?? 'none'));
    const spaces = await world.sql(`SELECT FROM rooms WHERE account = 'helpdesk' AND kind = 'space'`);
    assert.equal(spaces.length, 1);
  });
});
