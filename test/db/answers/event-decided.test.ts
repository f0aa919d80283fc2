/**
 * What becomes of an event, whatever way it takes: an edit, a message behind a mention and a reply to anything are
 * decided as a plain message is.
 */
import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { EventId, JsonObject, RoomId, UserId } from '../../../src/bridge/types.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const carol = 'carol@outside.test';
const link = (user: string, name: string) => `<a href="https://matrix.to/#/${user}">${name}</a>`;
const bobAndCarol = `${link('@bob:matrix.test', 'Bob')}, ${link('@carol:matrix.test', 'Carol')}`;

interface Mail {
  readonly state: string;
  readonly to: string;
  readonly cc: string;
  readonly said: readonly string[];
}

describe('what becomes of an event', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;

  before(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
  });
  beforeEach(async () => {
    room = await rooms.room('support', 'thread');
    // Carol reads along, so that an answer to all and one to the sender differ.
    await test.db.query(
      `INSERT INTO thread_recipients (account, thread, address_key, address, name, field, decided_by, quoted_in)
       SELECT 'support', thread, $2, $2, '', 'cc', $3, '' FROM rooms WHERE room = $1`,
      [room, carol, alice],
    );
    await test.db.query(
      `INSERT INTO thread_people (account, thread, address, via, standing)
       SELECT 'support', thread, address, 'cc', 'participant' FROM rooms, unnest($2::text[]) AS a (address) WHERE room
       = $1`,
      [room, [carol, 'bob@outside.test']],
    );
  });

  /** The mails of the room in the order in which they were opened, without those that were cancelled. */
  async function mails(at = room): Promise<Mail[]> {
    const { rows } = await test.db.query<{
      state: string;
      recipients: Record<'to' | 'cc', { address: string }[]>;
      said: string[] | null;
    }>(
      `SELECT o.state, o.recipients, (
         SELECT json_agg(e.content -> 'content' ->> 'body' ORDER BY e.position) FROM outgoing_events e
         WHERE e.outgoing = o.outgoing AND e.state = 'in') AS said
       FROM outgoing o WHERE o.room = $1 AND o.state <> 'cancelled' ORDER BY o.opened_at, o.send_after`,
      [at],
    );
    const list = (people: { address: string }[]) => people.map(({ address }) => address).join();
    return rows.map(({ state, recipients: { to, cc }, said }) => ({
      state,
      to: list(to),
      cc: list(cc),
      said: said ?? [],
    }));
  }

  const say = (body: string, more: JsonObject = {}, by: UserId = alice) =>
    rooms.event(room, by, 'm.room.message', { msgtype: 'm.text', body, ...more });
  const lastEvent = async (): Promise<EventId> => {
    const { rows } = await test.db.query<{ event: EventId }>(
      'SELECT event FROM events ORDER BY received_at DESC LIMIT 1',
    );
    assert.ok(rows[0] !== undefined);
    return rows[0].event;
  };
  async function said(body: string, more: JsonObject = {}): Promise<EventId> {
    await say(body, more);
    return lastEvent();
  }
  const edit = async (of: EventId, body: string, more: JsonObject = {}) => {
    const fresh = { msgtype: 'm.text', body, ...more };
    const told = await say(`* ${body}`, {
      'm.new_content': fresh,
      'm.relates_to': { rel_type: 'm.replace', event_id: of },
    });
    return told.map((one) => one.body).join('\n');
  };
  const replyTo = (event: EventId) => ({ 'm.relates_to': { 'm.in_reply_to': { event_id: event } } });
  const all = { state: 'open', to: 'bob@outside.test', cc: carol };
  const alone = { state: 'open', to: 'bob@outside.test', cc: '' };

  describe('an edit is a new decision', () => {
    it('to the same people it replaces what was said, in its place', async () => {
      const first = await said('Dear al,');
      await said('The lamps are here.');
      await edit(first, 'Dear all,');
      assert.deepEqual(await mails(), [{ ...all, said: ['Dear all,', 'The lamps are here.'] }]);
    });

    it('to the sender alone it opens the mail anew, and nothing goes to all', async () => {
      const event = await said('Dear all, he is a liar.');
      const told = await edit(event, '!sender Dear Bob, he is a liar.');
      assert.match(told, /bob@outside\.test/);
      const after = await mails();
      assert.deepEqual(
        after.map(({ state, to, cc }) => ({ state, to, cc })),
        [alone],
      );
      assert.equal(after[0]?.said.length, 1);
      await edit(event, '!reply Dear all again.');
      assert.deepEqual(
        (await mails()).map(({ state, to, cc }) => ({ state, to, cc })),
        [all],
      );
    });

    it('to the sender alone it leaves the other lines of the mail where they were, with their hold', async () => {
      const first = await said('For Bob only?');
      await said('For everybody.');
      const due = await test.db.query('SELECT send_after FROM outgoing WHERE room = $1', [room]);
      await edit(first, '!sender For Bob only.');
      const [rest, single] = await mails();
      assert.deepEqual([rest?.cc, rest?.said], [carol, ['For everybody.']]);
      assert.deepEqual([single?.cc, single?.state], ['', 'open']);
      const still = await test.db.query(
        `SELECT send_after FROM outgoing WHERE room = $1 AND recipients::text LIKE '%carol%'`,
        [room],
      );
      assert.deepEqual(still.rows, due.rows);
    });

    it('to a note it is not mailed, plain or behind a mention', async () => {
      for (const note of ['!note not for them', 'Bob: !note not for them']) {
        const event = await said('Dear all, hello.');
        assert.match(await edit(event, note, { 'm.mentions': { user_ids: ['@bob:matrix.test'] } }), /not mailed/);
        assert.deepEqual(await mails(), []);
      }
    });

    it('to a command it is not mailed, nothing is run, and its author is told', async () => {
      const event = await said('Dear all, hello.');
      const told = await edit(event, '!mail cc +mallory@outside.test');
      assert.match(told, /edit.*command|command.*edit/i);
      assert.doesNotMatch(told, /mallory/);
      assert.deepEqual(await mails(), []);
      await say('Who gets this?');
      assert.deepEqual(
        (await mails()).map(({ cc }) => cc),
        [carol],
      );
    });

    it('to what begins like a command it is not mailed, and its author is told how it would be', async () => {
      const event = await said('Dear all, hello.');
      assert.match(await edit(event, '!claim'), /begins like a command/);
      assert.deepEqual(await mails(), []);
    });

    it('to a file that cannot be read here it is not mailed', async () => {
      const event = await said('Dear all, hello.');
      assert.match(await edit(event, 'a.png', { msgtype: 'm.image', file: { url: 'mxc://x/y' } }), /encrypted/i);
      assert.deepEqual(await mails(), []);
    });

    it('that does not say of what is not mailed with its fallback', async () => {
      for (const id of [undefined, 7, null]) {
        const relation: JsonObject = { rel_type: 'm.replace', ...(id === undefined ? {} : { event_id: id }) };
        const fresh = { msgtype: 'm.text', body: '!note x' };
        await say('* !note x', { 'm.new_content': fresh, 'm.relates_to': relation });
      }
      assert.deepEqual(await mails(), []);
    });

    it('of somebody else’s message, or from another room, changes nothing', async () => {
      const event = await said('Dear all, hello.');
      const fresh = {
        'm.new_content': { msgtype: 'm.text', body: '!note x' },
        'm.relates_to': { rel_type: 'm.replace', event_id: event },
      };
      await say('* !note x', fresh, '@guest:matrix.test' as UserId);
      const other = await rooms.room('support', 'thread');
      await rooms.event(other, alice, 'm.room.message', { msgtype: 'm.text', body: '* !note x', ...fresh });
      assert.deepEqual(await mails(), [{ ...all, said: ['Dear all, hello.'] }]);
    });
  });

  describe('behind a mention', () => {
    const mention = (user: string, name: string, body: string, rest: string): JsonObject => ({
      body,
      format: 'org.matrix.custom.html',
      formatted_body: `${link(user, name)}${rest}`,
      'm.mentions': { user_ids: [user] },
    });
    const notes: [string, JsonObject][] = [
      [
        'a name and a colon, with a pill',
        mention('@bob:matrix.test', 'Bob', 'Bob: !note Is he lying?', ': !note Is he lying?'),
      ],
      ['a user id', { body: '@bob:matrix.test !note Is he lying?', 'm.mentions': { user_ids: ['@bob:matrix.test'] } }],
      ['a user id, and no word of who is meant', { body: '@bob:matrix.test: !note Is he lying?' }],
      [
        'a link in the text, as Element X writes it',
        mention(
          '@bob:matrix.test',
          'Bob',
          '[Bob](https://matrix.to/#/@bob:matrix.test) !note Is he lying?',
          ' !note Is he lying?',
        ),
      ],
      [
        'two names',
        {
          body: 'Bob, Carol: !note Is he lying?',
          format: 'org.matrix.custom.html',
          formatted_body: `${bobAndCarol}: !note Is he lying?`,
          'm.mentions': { user_ids: ['@bob:matrix.test', '@carol:matrix.test'] },
        },
      ],
      [
        'a paragraph around it',
        mention('@bob:matrix.test', 'Bob', 'Bob: !NOTE Is he lying?', ':&nbsp;!NOTE Is he lying?'),
      ],
      ['the room', { body: '@room !note Is he lying?' }],
      [
        'a name with spaces',
        mention('@bob:matrix.test', 'Bob of the Lamps', 'Bob of the Lamps: !note Is he lying?', ': !note Is he lying?'),
      ],
    ];
    for (const [how, content] of notes) {
      it(`a note stays inside: ${how}`, async () => {
        await say('', content);
        assert.deepEqual(await mails(), []);
        const reply = await say('I think so.', replyTo(await lastEvent()));
        assert.deepEqual([reply, await mails()], [[], []], 'what answers a note is one');
      });
    }

    it('a note behind a name that only looks like one is not mailed either, and its author is told', async () => {
      const told = await say('Bob: !note Is he lying?');
      assert.match(told.map(({ body }) => body).join(), /Not mailed/);
      assert.deepEqual(await mails(), []);
    });

    for (const body of [
      '\u200b!note Is he lying?',
      '!\u200dnote Is he lying?',
      '\u2066!note Is he lying?\u2069',
      '\u202e!note Is he lying?',
      '！note Is he lying?',
      '!note: Is he lying?',
      '!note:Is he lying?',
      '! note Is he lying?',
      '\u2068Bob\u2069: !note Is he lying?',
      '@bob:matrix.test\u200b: !note Is he lying?',
      'Bob; !note Is he lying?',
      'Bob：！note Is he lying?',
      'Bob (support): !note Is he lying?',
      '@Bob !note Is he lying?',
      '[Bob](<https://matrix.to/#/@bob:matrix.test>) !note Is he lying?',
    ]) {
      it(`what people see as a note is not mailed, and its author is told: ${JSON.stringify(body)}`, async () => {
        const told = await say(body, { 'm.mentions': { user_ids: [] } });
        assert.match(told.map((one) => one.body).join(), /Not mailed, because it begins like a command/);
        assert.deepEqual(await mails(), []);
      });
    }

    it('a note in the caption of a file stays inside', async () => {
      await say('', {
        msgtype: 'm.image',
        url: 'mxc://x/y',
        filename: 'a.png',
        ...mention('@bob:matrix.test', 'Bob', 'Bob: !note look', ': !note look'),
      });
      assert.deepEqual(await mails(), []);
    });

    it('a command runs where the bot is called, and only there', async () => {
      const run = await say('', mention(bot, 'Mailroom', 'Mailroom: !mail cc', ': !mail cc'));
      assert.match(run.map(({ body }) => body).join(), /carol@outside\.test/);
      const told = await say(
        '',
        mention('@bob:matrix.test', 'Bob', 'Bob: !mail cc -carol@outside.test', ': !mail cc -carol@outside.test'),
      );
      assert.match(told.map(({ body }) => body).join(), /Not mailed.*!mail cc/);
      await say('Who gets this?');
      assert.deepEqual(
        (await mails()).map(({ cc }) => cc),
        [carol],
      );
    });

    it('what begins like a command is not mailed', async () => {
      const told = await say('', mention('@bob:matrix.test', 'Bob', 'Bob: !claim', ': !claim'));
      assert.match(told.map(({ body }) => body).join(), /Not mailed.*!mail claim/);
      assert.deepEqual(await mails(), []);
    });

    it('who is to get it is heard', async () => {
      await say('', mention('@bob:matrix.test', 'Bob', 'Bob: !sender Only you.', ': !sender Only you.'));
      assert.deepEqual(
        (await mails()).map(({ to, cc }) => ({ to, cc })),
        [{ to: 'bob@outside.test', cc: '' }],
      );
    });

    it('words with an exclamation mark are mailed', async () => {
      await say('Bob: !important is what he wrote, and I agree!');
      await say('Write !note in front of it, Bob, and: !note stays inside.');
      await say('To keep something inside we write the word first and then a colon: well!');
      assert.equal((await mails()).length, 1);
    });
  });

  describe('a reply', () => {
    it('to an event of another room quotes nothing, keeps nothing and changes nobody', async () => {
      const secret = await rooms.room('support', 'thread');
      await test.db.query(
        `UPDATE messages SET facts = replace(facts::text, 'bob@outside', 'secret@outside')::json WHERE thread = (SELECT
           thread FROM rooms WHERE room = $1)`,
        [secret],
      );
      await say('As you said.', replyTo(rooms.mailOf(secret)));
      assert.deepEqual(await mails(), [{ ...all, said: ['As you said.'] }]);
    });

    it('to a note of another room is no note', async () => {
      const here = room;
      room = await rooms.room('support', 'thread');
      const note = await said('!note Here only.');
      room = here;
      await say('As you said.', replyTo(note));
      assert.deepEqual(await mails(), [{ ...all, said: ['As you said.'] }]);
    });

    it('to what the bot says is not mailed, and its author is told', async () => {
      const [notice] = await say('!mail cc');
      assert.ok(notice !== undefined);
      await test.db.query(`UPDATE matrix_sends SET event = '$notice', state = 'sent' WHERE content ->> 'body' = $1`, [
        notice.body,
      ]);
      const told = await say('That is wrong.', replyTo('$notice' as EventId));
      assert.match(told.map(({ body }) => body).join(), /[Nn]ot mailed/);
      assert.deepEqual(await mails(), []);
    });
  });

  describe('the bound of a hold', () => {
    it('a line for which less than one hold is left opens a new mail, and the first keeps its time', async () => {
      await say('One.');
      await test.db.query(
        `UPDATE outgoing SET send_by = now() + interval '8 s', send_after = now() + interval '5 s' WHERE room = $1`,
        [room],
      );
      const { rows: before } = await test.db.query('SELECT send_after FROM outgoing WHERE room = $1', [room]);
      await say('Two.');
      const both = await mails();
      assert.deepEqual(
        both.map(({ said }) => said),
        [['One.'], ['Two.']],
      );
      assert.equal(both[1]?.state, 'open');
      const { rows } = await test.db.query<{ send_after: Date; hold: number }>(
        `SELECT send_after, extract(epoch FROM send_after - opened_at)::double precision AS hold FROM outgoing
         WHERE room = $1 ORDER BY opened_at`,
        [room],
      );
      assert.deepEqual(rows[0]?.send_after, before[0]?.['send_after']);
      assert.ok((rows[1]?.hold ?? 0) >= 10);
      // What stands in the first can still be taken back.
      const { rows: events } = await test.db.query<{ event: EventId }>(
        `SELECT event FROM outgoing_events WHERE content::text LIKE '%One.%' AND outgoing IN (SELECT outgoing FROM
           outgoing WHERE room = $1)`,
        [room],
      );
      await rooms.event(room, alice, 'm.room.redaction', { redacts: events[0]?.event ?? '' });
      assert.deepEqual(
        (await mails()).map(({ said }) => said),
        [['Two.']],
      );
    });
  });
});
