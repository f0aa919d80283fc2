/**
 * Who left the team, and who has power over a room of their own: over a real database, with a homeserver that says
 * they have all power.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leastLevel, LEVELS } from '../../../src/bridge/account/permissions.ts';
import type { Level } from '../../../src/bridge/account/permissions.ts';
import { needsConfig } from '../../../src/bridge/command/spec.ts';
import { readPlainCommand } from '../../../src/bridge/command/parse-command.ts';
import type { EventId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { COMMANDS } from '../../../src/commands/all.ts';
import type { MailCommand } from '../../../src/commands/framework/command.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

/** Was of the team once; the rooms still give her the power that she had. */
const eve = '@eve:matrix.test' as UserId;
const evesAddress = 'eve@mailroom.test';
const allPower = { powerOf: () => Promise.resolve(100) };

let test: TestDatabase;

eachDatabase((given) => {
  test = given;
});

async function all<T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await test.db.query<T>(sql, [...values])).rows;
}

const react = (rooms: Rooms, at: RoomId, who: UserId, of: EventId, key: string) =>
  rooms.event(at, who, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: of, key } });

/** A forged mail that waits, and the notice about it in a room. */
async function forgedMailWaits(at: RoomId, thread: string | null): Promise<EventId> {
  await test.db.query(
    `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, message)
     VALUES ('support', 'INBOX', 'watched', 1, 1, 1, 'held', 'forged')`,
  );
  await test.db.query(
    `INSERT INTO matrix_sends (send, account, thread, room, message, purpose, subject, sender, kind, type, content,
       state, event)
     VALUES ('held', 'support', $1, $2, 'forged', 'suspected', 'held', $3, 'event', 'm.room.message',
       '{"msgtype":"m.notice","body":"Suspected."}', 'sent', '$held')`,
    [thread, thread === null ? at : null, bot],
  );
  return '$held' as EventId;
}

const held = () => all('SELECT state, released_by FROM mails');

describe('who leaves the team', () => {
  const team = teamAccount('support').team;
  const withEve = [...team, { user: eve, address: evesAddress as never, name: 'Eve' }];

  it('decides nothing from the next start on, in rooms that still give her the power she had', async () => {
    const [named, unnamed] = [teamAccount('support', { team: withEve }), teamAccount('support')];
    const accounts = new Map([[named.id, named]]);
    const { rooms } = await handlerWorld({ test, accounts: [named], eventIn: { ...allPower, accounts } });
    const lobby = await rooms.room('support', 'lobby');
    const room = await rooms.room('support', 'thread');
    const notice = await forgedMailWaits(lobby, null);
    assert.match((await rooms.say(lobby, eve, '!mail accept'))[0]?.body ?? '', /as a reply/);
    accounts.set(unnamed.id, unnamed);
    for (const key of ['✅', '❌']) assert.deepEqual(await react(rooms, lobby, eve, notice, key), []);
    for (const command of ['!mail accept', '!mail refuse']) {
      assert.match((await rooms.say(lobby, eve, command, notice))[0]?.body ?? '', /permission “moderator”/);
    }
    for (const command of ['!mail entry open', '!mail block bob@outside.test here', '!mail brake reset', '!mail why']) {
      assert.match((await rooms.say(room, eve, command))[0]?.body ?? '', /permission “(moderator|user)”/, command);
    }
    assert.deepEqual(await held(), [{ state: 'held', released_by: null }]);
    assert.deepEqual(await all('SELECT pattern FROM entry_rules'), []);
    await react(rooms, lobby, alice, notice, '✅');
    assert.deepEqual(await held(), [{ state: 'stored', released_by: alice }]);
  });

  it('has no power in a room that we made in place of one of hers', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')], eventIn: allPower });
    const hers = await rooms.madeBy(await rooms.room('support', 'thread'), eve);
    assert.match((await rooms.say(hers, eve, '!mail entry'))[0]?.body ?? '', /This room is not open/);
    const upgraded = '!upgraded:matrix.test' as RoomId;
    const ours = '!ours:matrix.test' as RoomId;
    for (const [room, alias, generation] of [
      [upgraded, hers, 1],
      [ours, 'mail_another', 2],
    ] as const) {
      await test.db.query(
        `INSERT INTO rooms (room, account, kind, thread, alias, state, generation)
         SELECT $1, account, kind, thread, $2, 'active', $3 FROM rooms WHERE room = $4`,
        [room, alias, generation, hers],
      );
    }
    assert.match((await rooms.say(upgraded, eve, '!mail entry'))[0]?.body ?? '', /This room is not open/);
    assert.match((await rooms.say(ours, eve, '!mail entry'))[0]?.body ?? '', /permission “moderator”/);
  });
});

describe('who has power over a room of their own', () => {
  const guest = '@guest:matrix.test' as UserId;

  it('decides by a sign what concerns its conversation, and nothing of the account', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')], eventIn: allPower });
    const room = await rooms.madeBy(await rooms.room('support', 'thread'), guest);
    const [at] = await all<{ thread: string }>('SELECT thread FROM rooms WHERE room = $1', [room]);
    const notice = await forgedMailWaits(room, at?.thread ?? '');
    for (const key of ['✅', '❌']) assert.deepEqual(await react(rooms, room, guest, notice, key), []);
    assert.deepEqual(await held(), [{ state: 'held', released_by: null }]);
    await test.db.query(
      `INSERT INTO matrix_sends (send, account, thread, message, purpose, subject, sender, kind, type, content, state,
         event)
       VALUES ('new', 'support', $1, $2, 'new-participant', 'new', $3, 'event', 'm.room.message', '{}', 'sent',
         '$new')`,
      [at?.thread, `m${at?.thread ?? ''}`, bot],
    );
    assert.match((await react(rooms, room, guest, '$new' as EventId, '❌'))[0]?.body ?? '', /not shown in this room/);
    assert.deepEqual(await all('SELECT thread, effect, pattern FROM entry_rules'), [
      { thread: at?.thread, effect: 'block', pattern: 'bob@outside.test' },
    ]);
  });

  for (const command of COMMANDS) {
    const place = command.where.includes('thread') ? 'thread' : command.where[0];
    const below = LEVELS.slice(1, LEVELS.indexOf(leastLevel(command.needs)));
    if (place === undefined || place === 'management' || below.length === 0) continue;
    it(`!mail ${command.name} is refused to who stands below it, by level and by scope`, async () => {
      const accounts = below.flatMap((level) =>
        ['', 'power'].map((power) => {
          const permissions = new Map<string, Level>([['matrix.test', level]]);
          return teamAccount(`${level}${power}`, { permissions });
        }),
      );
      const { rooms } = await handlerWorld({ test, accounts, eventIn: allPower });
      for (const { id } of accounts) {
        const room = await rooms.room(id, place);
        const powerful = id.endsWith('power');
        if (powerful) await rooms.madeBy(room, guest);
        for (const text of usesOf(command)) {
          // With all power over the room, who may not by the config may do what concerns the conversation alone.
          if (powerful && !needsConfig(command.scopeOf(readPlainCommand(text), place))) continue;
          const [told] = await rooms.say(room, guest, `!mail ${text}`);
          assert.match(told?.body ?? '', /permission “/, `${id}: ${text}`);
        }
      }
      for (const table of ['entry_rules', 'outgoing', 'thread_work']) {
        const rows = await all(`SELECT * FROM ${table}`);
        assert.deepEqual(table === 'thread_work' ? rows.filter(({ state }) => state !== 'open') : rows, [], table);
      }
    });
  }

  /** All uses that a command names, with as many words as it takes. */
  function usesOf({ name, example, examples, takes: [least, most] }: MailCommand): string[] {
    const uses = [name, example, ...examples.flatMap(({ says }) => says)];
    return uses.filter((text) => {
      const call = readPlainCommand(text);
      return call.name === name && call.args.length >= least && call.args.length <= most;
    });
  }
});
