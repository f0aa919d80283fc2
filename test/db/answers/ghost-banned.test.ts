/** A ghost that people ban from a room: nothing of the conversation goes to its person, and nothing is lost. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { RoomId, UserId } from '../../../src/bridge/types.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const bobsGhost = '@mail_bob=40outside.test:matrix.test' as UserId;

describe('a ghost that is banned', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;

  beforeEach(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
    room = await rooms.room('support', 'thread');
  });

  const member = (membership: string, sender: UserId = alice) =>
    rooms.event(room, sender, 'm.room.member', { membership }, bobsGhost);
  /** Bob writes again: the same mail, later. */
  const writesAgain = () =>
    test.db.query(
      `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts)
       SELECT 'again' || count(*), 'support', thread, 'in', '<again' || count(*) || '@outside.test>', 'y', 'y',
         (array_agg(facts))[1] FROM messages GROUP BY thread`,
    );
  const said = async (body: string) => (await rooms.say(room, alice, body)).map((heard) => heard.body).join('\n');
  const recipients = () => said('!mail to');

  it('gets no more mails, also when they write again; the words have no code and offer a block', async () => {
    const heard = await member('ban');
    assert.equal(heard.length, 1);
    const [told] = heard;
    assert.match(told?.body ?? '', /^bob@outside\.test is banned from this room\. They get no more mails/);
    assert.match(told?.body ?? '', /nothing that they write is lost: I show it here in their place\./);
    assert.match(told?.body ?? '', /!mail to \+bob@outside\.test\. .*!mail block bob@outside\.test$/s);
    assert.doesNotMatch(told?.body ?? '', /M_|403|FORBIDDEN/);
    await writesAgain();
    assert.match(await recipients(), /Nobody would get an answer/);
    const answer = await said('Hello, Bob?');
    assert.match(answer, /Not mailed: everybody who would get it is banned from this room \(bob@outside\.test\)\./);
    assert.match(answer, /lift the ban or write !mail to \+bob@outside\.test/);
    assert.deepEqual((await test.db.query('SELECT FROM outgoing')).rows, []);
  });

  it('leaves the others their mails', async () => {
    await said('!mail cc +carol@elsewhere.test');
    await member('ban');
    await writesAgain();
    const shown = await recipients();
    assert.match(shown, /carol@elsewhere\.test/);
    assert.doesNotMatch(shown, /goes to.*bob@/);
  });

  it('is a recipient again when the ban is lifted', async () => {
    await member('ban');
    await writesAgain();
    const [told] = await member('leave');
    assert.match(told?.body ?? '', /bob@outside\.test is no longer banned from this room, and gets the mails/);
    assert.match(await recipients(), /bob@outside\.test/);
  });

  it('is a recipient again by !mail to, and stays one when the ban is lifted after that', async () => {
    await member('ban');
    assert.match(await said('!mail to +bob@outside.test'), /bob@outside\.test/);
    assert.match(await recipients(), /bob@outside\.test/);
    assert.deepEqual(await member('leave'), [], 'nothing changes by it');
    assert.match(await recipients(), /bob@outside\.test/);
  });

  it('is one again by an invitation', async () => {
    await member('ban');
    await member('leave');
    await member('invite');
    assert.match(await recipients(), /bob@outside\.test/);
  });

  it('is told apart from one that is removed, who is in again when they write, as the words say', async () => {
    const [told] = await member('leave');
    assert.match(told?.body ?? '', /gets no more mails of this conversation until they write again\./);
    assert.match(await recipients(), /Nobody would get an answer/);
    await writesAgain();
    assert.match(await recipients(), /bob@outside\.test/);
  });

  it('is nothing to speak of where the bot itself acts', async () => {
    assert.deepEqual(await member('ban', bot), []);
    assert.match(await recipients(), /bob@outside\.test/);
  });
});
