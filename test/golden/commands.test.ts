/**
 * What people are told when they use commands: every command, in every language, over a real database. Cases stand in
 * `commands-cases.ts`. UPDATE_GOLDEN=1 writes the answers anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { mayUse } from '../../src/bridge/commands.ts';
import { COMMANDS } from '../../src/bridge/commands-table.ts';
import type { CommandPlace, CommandSpec } from '../../src/bridge/commands-table.ts';
import { capabilities } from '../../src/bridge/permissions.ts';
import type { RoomId, UserId } from '../../src/bridge/types.ts';
import type { Language } from '../../src/mail/words.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../support/database.ts';
import { alice, bot, Rooms, teamAccount } from '../support/said.ts';
import { CASES, type CommandCase } from './commands-cases.ts';

const guest = '@guest:matrix.test' as UserId;
const chat = '!chat:matrix.test' as RoomId;

describe('the answers to commands', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  for (const command of COMMANDS) {
    it(`${command.name} answers in each language as it did`, async () => {
      for (const language of ['en', 'de', 'fr'] as const) {
        const file = join(import.meta.dirname, 'commands', `${command.name}.${language}.txt`);
        const made = await answers(server, command, language);
        if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, made);
        assert.equal(made, readFileSync(file, 'utf8'), file);
      }
    });
  }
});

/** Everything that is told about one command, as people read it. */
async function answers(server: TestServer, command: CommandSpec, language: Language): Promise<string> {
  const [first = 'thread'] = command.where;
  const [least] = command.takes;
  const plain = command.where.map((where): CommandCase => ({ says: [command.name], where }));
  const all: CommandCase[] = [
    ...(least === 0 ? plain : [{ says: [command.name] }]),
    ...(command.example === command.name ? [] : [{ says: [command.example] }]),
    { says: [`help ${command.name}`] },
    ...(CASES[command.name] ?? []),
  ];
  const test = await server.database();
  try {
    const rooms = await new Rooms(test, [teamAccount('support', { language })]).begin();
    const texts = [];
    for (const one of all) texts.push(await played(test, rooms, { ...one, where: one.where ?? first }, alice));
    if (!mayUse(command, capabilities('relay'))) {
      texts.push(await played(test, rooms, { says: [command.example], where: first }, guest));
    }
    return texts.join('\n');
  } finally {
    await test.close();
  }
}

/** One case in a room of its own. */
async function played(
  test: TestDatabase,
  rooms: Rooms,
  one: CommandCase & { readonly where: CommandPlace },
  user: UserId,
): Promise<string> {
  await test.db.query('DELETE FROM people');
  const room = await place(rooms, one.where, user);
  if (one.before !== undefined) await test.db.query(one.before);
  const lines: string[] = [];
  for (const text of one.says) {
    const written = one.where === 'management' ? text : `!mail ${text}`;
    const by = user === alice ? '' : ' (a guest)';
    lines.push(`> ${one.where}${by}${one.reply === true ? ' (as a reply)' : ''}: ${written}`);
    const heard = await rooms.say(room, user, written, one.reply === true ? rooms.mailOf(room) : null);
    lines.push(...heard.map(({ body }) => steady(body)), '');
  }
  return lines.join('\n');
}

async function place(rooms: Rooms, where: CommandPlace, user: UserId): Promise<RoomId> {
  if (where !== 'management') return rooms.room('support', where);
  await rooms.event(chat, user, 'm.room.member', { membership: 'invite', is_direct: true }, bot);
  return chat;
}

/** Times and ids differ from run to run. */
function steady(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'TIME').replace(/#mailroom_\w+|%23mailroom_\w+/g, 'ALIAS');
}
