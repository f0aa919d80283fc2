import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { checkRooms } from '../../../src/check/rooms.ts';
import { roomFinding } from '../../../src/check/room-advice.ts';
import { parseConfig } from '../../../src/config/config.ts';
import { MatrixClient } from '../../../src/matrix/client.ts';
import { MatrixError } from '../../../src/matrix/errors.ts';
import { makeRegistration } from '../../../src/matrix/registration.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';

const bot = '@mailroom:matrix.test';
const ghost = '@mail_check=40mailroom.invalid:matrix.test';

describe('a room that is made to see what the homeserver refuses', () => {
  let homeserver: StandInHomeserver;
  let client: MatrixClient;
  beforeEach(async () => {
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    client = new MatrixClient({ url: homeserver.url, token: 'as' });
  });
  afterEach(async () => {
    client.close();
    await homeserver.stop();
  });

  const account = (address: string, more: object = {}) => ({
    address,
    name: 'Support',
    imap: { host: 'imap.test', user: 'support', password: 'x' },
    smtp: { host: 'smtp.test' },
    team: [{ user: '@alice:matrix.test' }],
    ...more,
  });
  const check = async (
    accounts: Record<string, object> = { support: account('support@mailroom.test') },
    more: object = {},
  ) => {
    const draft = {
      homeserver: { url: homeserver.url, domain: 'matrix.test', ...more },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'x'.repeat(40),
      database: { embedded: './data' },
      accounts,
    };
    const sources = { folder: '/etc/mailroom', readFile: () => '', env: {} };
    const config = parseConfig(stringify(draft), '/etc/mailroom/config.yaml', sources);
    const facts = { url: 'http://127.0.0.1:1', domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' };
    const registration = makeRegistration(facts, { as_token: 'as', hs_token: 'hs' });
    const found = await checkRooms(config, client, registration);
    return found.map(({ state, what, text }) => `${state} ${what} ${text}`);
  };
  /** Nobody is left in any room, and no alias leads to one. */
  const isLeft = () => {
    assert.deepEqual([...homeserver.rooms.aliases.keys()], []);
    for (const { id } of homeserver.rooms.byId.values()) {
      assert.deepEqual([...homeserver.rooms.members(id, 'join'), ...homeserver.rooms.members(id, 'invite')], [], id);
    }
  };

  it('is made, used as rooms are, and left with nothing behind', async () => {
    assert.deepEqual(await check(), [
      'ok rooms made a space and a room of version 11, with a ghost in it, its message, the signs and a redaction; ' +
        'both were left again',
    ]);
    const [space, room] = [...homeserver.rooms.byId.values()];
    assert.equal(space?.state.get('m.room.create\0')?.content['type'], 'm.space');
    const said = room?.timeline.filter(({ type }) => type === 'm.room.message').map(({ sender }) => sender);
    assert.deepEqual(said, [ghost]);
    assert.equal(room?.timeline.filter(({ type }) => type === 'm.reaction').length, 7);
    assert.equal(room.timeline.filter(({ type }) => type === 'm.room.redaction').length, 1);
    const people = [...homeserver.rooms.byId.values()].flatMap(({ timeline }) =>
      timeline.flatMap((event) => (event.type === 'm.room.member' ? [event.state_key] : [])),
    );
    assert.deepEqual([...new Set(people)].sort(), [ghost, bot], 'nobody of the team is asked');
    isLeft();
  });

  it('is of the version that the config asks for', async () => {
    assert.match((await check(undefined, { room_version: 10 }))[0] ?? '', /^ok .* version 10,/);
    assert.deepEqual([...new Set([...homeserver.rooms.byId.values()].map(({ version }) => version))], ['10']);
  });

  it('is made for each account whose rooms begin otherwise', async () => {
    const found = await check({
      support: account('support@mailroom.test'),
      info: account('info@mailroom.test'),
      press: account('press@mailroom.test', { access_rule: 'unrestricted' }),
    });
    assert.deepEqual(
      found.map((line) => line.slice(0, 40)),
      ['ok rooms support: made a space and a roo', 'ok rooms press: made a space and a room '],
    );
    assert.equal(homeserver.rooms.byId.size, 4);
    isLeft();
  });

  const refusals: readonly (readonly [what: string, path: RegExp, status: number, errcode: string, told: RegExp])[] = [
    [
      'rooms',
      /createRoom/,
      400,
      'M_FORBIDDEN',
      /^fail rooms it does not make an account's space \(400 M_FORBIDDEN.*room_version/s,
    ],
    [
      'the version',
      /createRoom/,
      400,
      'M_UNSUPPORTED_ROOM_VERSION',
      /^fail .*give a version that it has as homeserver\.room_version/s,
    ],
    ['the invitation', /\/invite$/, 500, 'M_UNKNOWN', /^fail .*does not let the bot invite a ghost.*federation list/s],
    ['the ghost', /member\/@mail_/, 403, 'M_FORBIDDEN', /^fail .*does not let a ghost into a room/s],
    [
      'what a ghost says',
      /send\/m\.room\.message/,
      403,
      'M_FORBIDDEN',
      /^fail .*does not let a ghost speak.*policy server/s,
    ],
    [
      'signs',
      /send\/m\.reaction/,
      400,
      'M_BAD_JSON',
      /warn .*does not take the signs ✉️ ✔️ ⏳ ⚠️ ❓ ☑️ 👁️ \(400 M_BAD_JSON/s,
    ],
    ['a redaction', /\/redact\//, 403, 'M_FORBIDDEN', /warn .*does not let a sign be taken away.*keeps its old signs/s],
  ];
  for (const [what, path, status, errcode, told] of refusals) {
    it(`says what to do where it refuses ${what}, and leaves nothing behind`, async () => {
      homeserver.failNext(path, { status, errcode }, 1_000);
      const found = await check();
      assert.match(found.join('\n'), told);
      homeserver.endFaults();
      isLeft();
    });
  }

  it('that is refused when it is there already is completed, and each piece that is refused named', async () => {
    const create = homeserver.rooms.create.bind(homeserver.rooms);
    homeserver.rooms.create = (creator, body, local) => {
      const room = create(creator, body, local);
      if (!room.state.has('m.room.create\0') || body['creation_content'] === undefined) return room;
      if ((body['creation_content'] as { type?: string }).type === 'm.space') return room;
      room.state.delete('m.room.topic\0');
      throw new Error('as ePA: refused with the room half made');
    };
    homeserver.failNext(/state\/m\.room\.topic/, { status: 400, errcode: 'M_INVALID_ROOM_STATE' }, 1);
    const found = await check();
    assert.match(
      found.join('\n'),
      /^warn rooms it does not take a piece of what rooms begin with: m\.room\.topic \(400 M_INVALID_ROOM_STATE/m,
    );
    assert.match(found[0] ?? '', /^ok rooms/);
    isLeft();
  });

  it('that cannot be removed is named', async () => {
    homeserver.failNext(/^DELETE .*directory/, { status: 403, errcode: 'M_FORBIDDEN' }, 1_000);
    assert.match(
      (await check()).join('\n'),
      /^warn rooms could not be removed after the try: #mailroom_check_\w+:matrix\.test, /m,
    );
  });
});

describe('the words of a homeserver', () => {
  it('stand on one line, without what would speak to a terminal, and short', () => {
    const text = `no\u001b[31m\r\nFAIL  database \u202e${'x'.repeat(9_000)}`;
    const error = new MatrixError({ status: 403, errcode: 'M_FORBIDDEN', text, retryAfterMs: null, request: '' });
    const [first = ''] = roomFinding('room', error).text.split('\n');
    assert.match(first, /\(403 M_FORBIDDEN: no \[31m FAIL database x+\)$/);
    assert.ok(first.length < 300);
  });
});
