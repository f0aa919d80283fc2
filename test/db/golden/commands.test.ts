/**
 * What people are told when they use commands: every command, in the languages that were reviewed, and a sample in the
 * others, over a real database. Each is used
 * without arguments where it may have none, with its example, as its further examples say, by somebody who may not use
 * it, and with its help. UPDATE_GOLDEN=1 writes the answers anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { mayUse } from '../../../src/bridge/command/parse-command.ts';
import type { CommandExample, CommandPlace, CommandSpec } from '../../../src/bridge/command/spec.ts';
import { COMMANDS } from '../../../src/commands/all.ts';
import { capabilities } from '../../../src/bridge/account/permissions.ts';
import type { RoomId, UserId } from '../../../src/bridge/types.ts';
import { LANGUAGES, UNREVIEWED } from '../../../src/words/keys.ts';
import type { Language } from '../../../src/words/words.ts';
import type { TestServer } from '../../support/database.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const guest = '@guest:matrix.test' as UserId;
const chat = '!chat:matrix.test' as RoomId;

/** What makes true what an example takes for given. */
const GIVEN: Readonly<Record<NonNullable<CommandExample['given']>, string>> = {
  'a mail in quarantine': `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, reason)
    VALUES ('support', 'INBOX', 'watched', 1, 7, 2000, 'quarantined', 'parse-time: took too long')`,
};

const REVIEWED = LANGUAGES.filter((language) => !UNREVIEWED.includes(language));
/** What is played in languages that were not reviewed. */
const SAMPLE: ReadonlySet<string> = new Set(['help', 'language', 'list', 'block', 'quarantine']);

describe('the answers to commands', () => {
  const server = suiteServer();

  for (const command of COMMANDS) {
    it(`${command.name} answers in each language as it did`, async () => {
      for (const language of SAMPLE.has(command.name) ? LANGUAGES : REVIEWED) {
        const file = join(import.meta.dirname, 'commands', `${command.name}.${language}.txt`);
        const made = await answers(server, command, language);
        if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, made);
        assert.equal(made, readFileSync(file, 'utf8'), file);
      }
    });
  }
});

/** Everything that is told about one command, as people read it. */
async function answers(
  server: Pick<TestServer, 'database'>,
  command: CommandSpec,
  language: Language,
): Promise<string> {
  const [first = 'thread'] = command.where;
  const [least] = command.takes;
  const plain = command.where.map((where): CommandExample => ({ says: [command.name], where }));
  const all: CommandExample[] = [
    ...(least === 0 ? plain : [{ says: [command.name] }]),
    ...(command.example === command.name ? [] : [{ says: [command.example] }]),
    { says: [`help ${command.name}`] },
    ...command.examples,
  ];
  const test = await server.database();
  try {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support', { language })] });
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
  one: CommandExample & { readonly where: CommandPlace },
  user: UserId,
): Promise<string> {
  await test.db.query('DELETE FROM people');
  const room = await place(rooms, one.where, user);
  if (one.given !== undefined) await test.db.query(GIVEN[one.given]);
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

/** Times, durations and ids differ from run to run. */
function steady(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d (?:UTC|CES?T|E[SD]T)/g, 'TIME')
    .replace(/\b(?:\d+ ms|\d{2,} s)\b/g, 'DURATION')
    .replace(/#mailroom_\w+|%23mailroom_\w+/g, 'ALIAS');
}
