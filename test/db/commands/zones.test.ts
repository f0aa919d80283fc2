import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { updateOverview } from '../../../src/teamwork/overview.ts';
import { tellNews } from '../../../src/watch/account-news.ts';
import { findZone, UTC } from '../../../src/words/zones.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase } from '../../support/suite.ts';

const chat = '!chat:matrix.test' as RoomId;
const berlin = findZone('Europe/Berlin') ?? UTC;
const IN_BERLIN = /\d{4}-\d\d-\d\d \d\d:\d\d CES?T\b/;
const IN_NEW_YORK = /\d{4}-\d\d-\d\d \d\d:\d\d E[SD]T\b/;

describe('times in the zone of who reads them', () => {
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;
  let lobby: RoomId;
  eachDatabase(async (given) => {
    test = given;
    const team = [
      { user: alice, address: null, name: 'Alice' },
      { user: bob, address: null, name: 'Bob' },
    ];
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support', { zone: berlin, team })] }));
    room = await rooms.room('support', 'thread');
    lobby = await rooms.room('support', 'lobby');
    await rooms.event(chat, alice, 'm.room.member', { membership: 'invite', is_direct: true }, bot);
  });

  const heard = async (place: RoomId, user: UserId, text: string) =>
    (await rooms.say(place, user, text)).map(({ body }) => body).join('\n');
  const ask = (text: string) => heard(chat, alice, text);
  const told = async (purpose: string) => {
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends WHERE purpose = $1`,
      [purpose],
    );
    return rows.map(({ body }) => body).join('\n');
  };

  /** Says it as if it were that time; what is answered, and until when the conversation sleeps. */
  async function snoozedAt(user: UserId, now: string, text: string): Promise<[string, string | undefined]> {
    const event = await rooms.push({
      event_id: `$${now} ${text} ${user}`,
      room_id: room,
      type: 'm.room.message',
      sender: user,
      content: { msgtype: 'm.text', body: `!mail snooze ${text}` },
    });
    await test.db.query('UPDATE events SET received_at = $2 WHERE event = $1', [event, now]);
    await rooms.handle(event);
    const { rows } = await test.db.query<{ body: string; until: Date | null }>(
      `SELECT content ->> 'body' AS body, (SELECT snooze_until FROM thread_work LIMIT 1) AS until
       FROM matrix_sends WHERE purpose = 'answer' AND subject = $1`,
      [event],
    );
    return [rows[0]?.body ?? '', rows[0]?.until?.toISOString()];
  }

  it('are those of the account for who chose none, and theirs in every place for who did', async () => {
    assert.match(await ask('zone'), /no time zone[^]*Europe\/Berlin[^]*CES?T there now/);
    assert.match(await ask('zone new york'), /told times in America\/New_York\. It is .* E[SD]T there now/);
    assert.match(await ask('zone'), /^You are told times in America\/New_York/);
    assert.match(await ask('accounts'), IN_NEW_YORK);
    assert.match(await heard(lobby, alice, '!mail accounts'), IN_NEW_YORK);
    assert.match(await heard(lobby, bob, '!mail accounts'), IN_BERLIN);
    assert.match(await ask('zone Europe/Berlln'), /no time zone “Europe\/Berlln”\.\nDid you mean Europe\/Berlin\?/);
    assert.match(await ask('zone ../../etc/passwd'), /no time zone “\.\.\/\.\.\/etc\/passwd”\.\nName area/);
    assert.match(await ask('zone'), /America\/New_York/, 'what is no zone changes nothing');
    assert.match(await ask('zone account'), /time zone of the account/);
    assert.match(await ask('accounts'), IN_BERLIN);
  });

  it('are chosen apart from the language', async () => {
    await ask('zone America/New_York');
    await ask('language de');
    assert.match(await ask('zone'), /Ich nenne Ihnen Zeiten in America\/New_York/);
    await ask('zone account');
    assert.match(await ask('zone'), /keine Zeitzone gewählt/);
  });

  it('are those of the account where the zone that is stored is not known any more', async () => {
    await ask('zone America/New_York');
    await test.db.query(`UPDATE people SET time_zone = 'America/Atlantis'`);
    assert.match(await ask('accounts'), IN_BERLIN);
  });

  it('are theirs in what a person asks for', async () => {
    await test.db.query(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, reason)
       VALUES ('support', 'INBOX', 'watched', 1, 7, 2000, 'quarantined', 'parse-time: took too long')`,
    );
    await test.db.query(
      `INSERT INTO outgoing (outgoing, account, thread, room, author, recipients, message_id, state, settled_at,
         send_after, send_by)
       SELECT 'o1', 'support', thread, room, $2, '{"to":[{"name":"","address":"bob@outside.test"}],"cc":[]}', '<o1@x>',
         'sent', now(), now(), now() FROM rooms WHERE room = $1`,
      [room, alice],
    );
    await heard(room, alice, '!mail zone America/New_York');
    for (const [place, text] of [
      [chat, 'quarantine'],
      [lobby, '!mail quarantine'],
      [lobby, '!mail quarantine show 1'],
      [room, '!mail status'],
    ] as const) {
      assert.match(await heard(place, alice, text), IN_NEW_YORK, text);
      if (place !== chat) assert.match(await heard(place, bob, text), IN_BERLIN, text);
    }
  });

  it('are those of the account in what a room is told, whatever somebody in it chose', async () => {
    await ask('zone America/New_York');
    const account = rooms.deps.accounts.get('support' as AccountId);
    assert.ok(account);
    await test.db.query(`UPDATE accounts SET state = 'transient'`);
    const deps = { ...rooms.deps, graceMs: 0, failpoint: () => undefined };
    await tellNews(deps);
    assert.match(await told('account-state'), IN_BERLIN);
    await heard(room, bob, '!mail claim');
    await updateOverview(deps, account, 0);
    assert.match(await told('overview'), IN_BERLIN);
  });

  it('end a snooze by the clock of who said it, over a change of summer time', async () => {
    assert.deepEqual(await snoozedAt(bob, '2026-10-24T14:00:00Z', 'mon 08:00'), [
      'Laid aside until 2026-10-26 08:00 CET, or until a mail comes.',
      '2026-10-26T07:00:00.000Z',
    ]);
    assert.deepEqual(await snoozedAt(bob, '2026-10-24T14:00:00Z', 'tomorrow 2:30'), [
      'Laid aside until 2026-10-25 02:30 CEST, or until a mail comes.',
      '2026-10-25T00:30:00.000Z',
    ]);
    assert.deepEqual(await snoozedAt(bob, '2027-03-27T15:00:00Z', 'tomorrow 2:30'), [
      'Laid aside until 2027-03-28 03:30 CEST, or until a mail comes.',
      '2027-03-28T01:30:00.000Z',
    ]);
    await ask('zone America/New_York');
    assert.deepEqual(await snoozedAt(alice, '2026-10-24T14:00:00Z', 'mon 08:00'), [
      'Laid aside until 2026-10-26 08:00 EDT, or until a mail comes.',
      '2026-10-26T12:00:00.000Z',
    ]);
    assert.deepEqual(await snoozedAt(alice, '2026-10-31T14:00:00Z', 'tomorrow'), [
      'Laid aside until 2026-11-01 08:00 EST, or until a mail comes.',
      '2026-11-01T13:00:00.000Z',
    ]);
  });
});
