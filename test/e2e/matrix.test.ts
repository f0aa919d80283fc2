import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId, TxnId, UserId } from '../../src/bridge/types.ts';
import { loadEvent } from '../../src/db/intake-tables/events.ts';
import { findRoom } from '../../src/db/room-tables/rooms.ts';
import type { RoomRow } from '../../src/db/room-tables/rooms.ts';
import type { Address, Person } from '../../src/mail/types.ts';
import { DurableAppService } from '../../src/matrix/appservice.ts';
import { storePushed } from '../../src/matrix/intake.ts';
import { readRoomBack } from '../../src/matrix/read-back.ts';
import { makeRegistration, registrationYaml } from '../../src/matrix/registration.ts';
import { classifyRefusal, repair } from '../../src/matrix/repair.ts';
import { MatrixUser, until } from '../support/servers.ts';
import { installServers } from '../../tools/servers/install.ts';
import { choosePorts } from '../../tools/servers/ports.ts';
import { startSynapse } from '../../tools/servers/synapse.ts';
import type { Synapse } from '../../tools/servers/synapse.ts';
import { startTestServer } from '../support/database.ts';
import type { TestDatabase, TestServer } from '../support/database.ts';
import { quiet, testAccount } from '../support/handlers/fixtures.ts';
import { matrixWorld } from '../support/handlers/matrix.ts';
import type { MatrixWorld } from '../support/handlers/matrix.ts';

const carol: Person = { name: 'Carol Outside', address: 'carol+x@outside.test' as Address };
const account = testAccount({ team: [{ user: '@alice:matrix.test' as UserId, address: null, name: null }] });

describe('the matrix side against Synapse', () => {
  let folder: string;
  let server: TestServer;
  let test: TestDatabase;
  let synapse: Synapse;
  let world: MatrixWorld;
  let service: DurableAppService;
  let alice: MatrixUser;
  const fallen: string[] = [];
  let listening = true;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-synapse-'));
    server = await startTestServer();
    test = await server.database();
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    const installed = await installServers({ yes: true, report: () => undefined });
    assert.ok(installed.homeserver.kind === 'synapse');
    const ports = await choosePorts(['synapse', 'appservice']);
    const url = `http://127.0.0.1:${ports.appservice}`;
    const facts = { url, domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' };
    const registration = makeRegistration(facts);
    const file = join(folder, 'registration.yaml');
    await writeFile(file, registrationYaml(registration));
    synapse = await startSynapse({
      python: installed.homeserver.python,
      home: join(folder, 'synapse'),
      port: ports.synapse,
      serverName: 'matrix.test',
      registrationSecret: 'throwaway',
      registrations: [file],
    });
    world = matrixWorld(synapse.url, test, registration);
    service = new DurableAppService({
      hsToken: registration.hs_token,
      store: (txn, transaction) => {
        if (!listening) return Promise.reject(new Error('away'));
        return storePushed({ db: test.db, codec: world.codec, followers: () => new Map() }, txn, transaction);
      },
      aliasExists: () => Promise.resolve(false),
      userExists: () => Promise.resolve(false),
      onFallen: (fell) => fallen.push(fell),
      log: quiet,
    });
    await world.bridge.listen(service, ports.appservice, '127.0.0.1');
    await world.ghosts.startBot('Mailroom');
    alice = await MatrixUser.connect(synapse.url, await synapse.register('alice', 'throwaway'));
  });
  after(async () => {
    await alice.close();
    await synapse.server.stop();
    await world.close();
    await test.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function newRoom(name: string, people: readonly Person[] = [carol]) {
    const thread = createHash('sha256').update(name).digest('hex').slice(0, 32) as ThreadId;
    await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, 'support', '', '')`, [
      thread,
    ]);
    const ensure = () => world.threadRooms.room(account, thread, () => Promise.resolve({ subject: name, people }));
    const row = await ensure();
    await world.threadRooms.welcome(account, row, people);
    const { room: space } = await world.threadRooms.space(account);
    return { row, space, ensure, thread };
  }
  const ghost = () => world.codec.ghost(carol.address);
  const speaker = () => world.ghosts.ensure(ghost(), carol.address);
  const send = async (room: RoomId, txn: string, body = txn) =>
    world.client.send(room, 'm.room.message', txn as TxnId, { msgtype: 'm.text', body }, await speaker());
  const stored = (event: string) =>
    until(() => loadEvent(test.db, event as EventId), { what: 'the event in the database', within: 20_000 });

  it('answers the ping that the homeserver makes for us', async () => {
    await world.client.ping('mailroom', 'a-ping');
  });

  it('makes a room in the space that the team can join, and finds it again without a database', async () => {
    const { row, space, ensure } = await newRoom('Printer');
    await alice.waitForInvite((invite) => invite.room_id === row.room, { what: 'the invitation' });
    await alice.join(space);
    await alice.join(row.room);
    const state = await alice.state(row.room);
    const find = (type: string, key = '') =>
      state.find((event) => event.type === type && event.state_key === key)?.content;
    assert.equal(find('m.room.name')?.['name'], 'Printer');
    assert.equal(find('m.room.join_rules')?.['join_rule'], 'restricted');
    assert.equal(find('m.room.guest_access')?.['guest_access'], 'forbidden');
    assert.deepEqual(find('m.room.member', ghost()), { membership: 'join', displayname: 'Carol Outside' });
    assert.ok(state.some(({ type }) => type === 'uk.half-shot.bridge'));
    await test.db.query('TRUNCATE rooms, members, ghosts');
    assert.equal((await ensure()).room, row.room);
    await send(row.room, 'after-the-loss');
  });

  it('lets a member of the space into a room without an invitation', async () => {
    const thread = 'f'.repeat(32) as ThreadId;
    await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, 'support', '', '')`, [
      thread,
    ]);
    const uninvited = testAccount({ ...account, invite: 'nobody' });
    const facts = () => Promise.resolve({ subject: 'No invitation', people: [carol] });
    const row = await world.threadRooms.room(uninvited, thread, facts);
    await alice.join(row.room);
  });

  it('stores what people say, with U+0000, and gets its own events back as echoes', async () => {
    const { row } = await newRoom('Talk');
    await alice.join(row.room);
    const said = await alice.say(row.room, 'a\0b');
    const event = await stored(said);
    assert.equal(event.account, 'support');
    assert.equal((JSON.parse(event.body.toString('utf8')) as { content: { body: string } }).content.body, 'a\0b');
    const sent = await send(row.room, 'echo');
    assert.equal((await stored(sent)).sender, ghost());
  });

  it('gives the same event for the same transaction id after the homeserver was killed', async () => {
    const { row } = await newRoom('Killed');
    const first = await send(row.room, 'same');
    await stored(first);
    await synapse.server.kill('SIGKILL');
    await assert.rejects(send(row.room, 'same'), { code: 'homeserver-unreachable' });
    await synapse.server.start();
    assert.equal(await send(row.room, 'same'), first);
    const history = await world.client.messages(row.room, {});
    assert.equal(history.events.filter(({ type }) => type === 'm.room.message').length, 1);
  });

  it('reads back what was said while nobody listened, before the homeserver pushes it', async () => {
    const { row } = await newRoom('Lost');
    await alice.join(row.room);
    await stored(await alice.say(row.room, 'known'));
    listening = false;
    const lost = await alice.say(row.room, 'lost');
    const found: number[] = [];
    const deps = {
      ...{ ...world, db: test.db, log: quiet, signal: new AbortController().signal, keepMs: 86_400_000 },
      onFound: (events: number) => found.push(events),
    };
    const soon = new Date(Date.now() + 60_000);
    assert.equal(await readRoomBack(deps, { room: row.room, before: soon, began: new Date(), lastEvent: null }), 1);
    assert.deepEqual(found, [1]);
    assert.equal((await loadEvent(test.db, lost as EventId))?.room, row.room);
    listening = true;
    await world.client.ping('mailroom', 'wake-up');
    await stored(await alice.say(row.room, 'later'));
  });

  it('sees the transaction ids fall when the homeserver was killed', async () => {
    const { row } = await newRoom('Fallen');
    await alice.join(row.room);
    await stored(await alice.say(row.room, 'before'));
    const before = fallen.length;
    await synapse.server.kill('SIGKILL');
    await synapse.server.start();
    await stored(await alice.say(row.room, 'after'));
    await until(() => fallen.length > before, { what: 'transaction ids that fell', within: 10_000 });
    assert.deepEqual(new Set(fallen), new Set(['anew']));
  });

  it('streams 20 MB up and down with equal bytes, once', async () => {
    const bytes = randomBytes(20_000_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = {
      account: account.id,
      sha256,
      name: 'Größe 20 MB.bin',
      type: 'application/octet-stream',
      size: bytes.length,
      open: () => Readable.from(slices(bytes)),
    };
    const mxc = await world.media.ensure(file, ghost());
    await world.client.uploadTo(mxc, file.open(), file, { user: ghost() });
    const download = await world.client.download(mxc);
    const hash = createHash('sha256');
    for await (const piece of download.stream as AsyncIterable<Buffer>) hash.update(piece);
    assert.equal(hash.digest('hex'), sha256);
    assert.equal(download.size, bytes.length);
  });

  it('sorts the refusals that Synapse really makes', async () => {
    const { row } = await newRoom('Refusals');
    const refusal = async (work: Promise<unknown>) =>
      work.then(
        () => 'accepted',
        (error: unknown) => classifyRefusal(error),
      );
    const event = await send(row.room, 'target');
    const reaction = { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key: '✓' } };
    const react = async (txn: string) =>
      world.client.send(row.room, 'm.reaction', txn as TxnId, reaction, await speaker());
    await react('one');
    assert.equal(await refusal(react('two')), 'duplicate-annotation');
    assert.equal(await refusal(send(row.room, 'large', 'x'.repeat(70_000))), 'too-large');
    const actor = { user: ghost(), device: 'NO_SUCH_DEVICE' };
    assert.equal(await refusal(world.client.send(row.room, 'm.room.message', 'x' as TxnId, {}, actor)), 'device');
    const stranger = { user: world.codec.ghost('stranger@x.test' as Address) };
    assert.equal(await refusal(world.client.send(row.room, 'm.room.message', 'y' as TxnId, {}, stranger)), 'join');
    const nowhere = '!nowhere:matrix.test' as RoomId;
    assert.ok(['join', 'room-gone'].includes(await refusal(send(nowhere, 'z'))));
  });

  interface Made {
    readonly row: RoomRow;
    readonly space: RoomId | null;
  }
  const mend = async (made: Made, sender: UserId, failed: Promise<unknown>) => {
    const error: unknown = await failed.then(
      () => assert.fail('was not refused'),
      (reason: unknown) => reason,
    );
    const refusal = classifyRefusal(error);
    assert.ok(refusal === 'join' || refusal === 'room-gone', refusal);
    const deps = { ...world, log: quiet, bot: world.codec.bot };
    return repair(deps, {
      refusal,
      row: made.row,
      space: made.space,
      sender,
      senderName: 'Carol',
      type: 'm.room.message',
    });
  };

  it('joins a ghost again that was removed, and makes its device again', async () => {
    const made = await newRoom('Removed');
    await alice.join(made.row.room);
    await world.client.kick(made.row.room, ghost());
    assert.equal((await mend(made, ghost(), send(made.row.room, 'k'))).do, 'again');
    await send(made.row.room, 'k');
  });

  it('follows an upgraded room', async () => {
    const made = await newRoom('Upgraded');
    await alice.join(made.row.room);
    const upgraded = await upgrade(made.row.room);
    assert.equal((await mend(made, ghost(), send(made.row.room, 'u'))).do, 'moved');
    const now = await made.ensure();
    assert.equal(now.room, upgraded);
    await world.ghosts.join(now, await speaker(), 'Carol');
    await send(now.room, 'u');
    assert.equal((await findRoom(test.db, made.row.room))?.successor, upgraded);
  });

  it('makes a linked successor where the room was shut down by an administrator', async () => {
    const made = await newRoom('Shut down');
    await synapse.admin('DELETE', `/_synapse/admin/v1/rooms/${encodeURIComponent(made.row.room)}`, { purge: true });
    assert.equal((await mend(made, ghost(), send(made.row.room, 's'))).do, 'moved');
    const now = await made.ensure();
    assert.notEqual(now.room, made.row.room);
    await world.threadRooms.welcome(account, now, [carol]);
    await send(now.room, 's');
    const create = await world.client.getState(now.room, 'm.room.create');
    assert.equal((create?.['predecessor'] as { room_id: string }).room_id, made.row.room);
  });

  it('makes a successor where the bot was removed for good, and a space where that is lost too', async () => {
    const made = await newRoom('Bot out');
    await world.client.leave(made.space);
    await world.client.leave(made.row.room);
    const bot = await world.ghosts.bot();
    const say = world.client.send(made.row.room, 'm.room.message', 'b' as TxnId, {}, bot);
    assert.equal((await mend(made, bot.user, say)).do, 'moved');
    const now = await made.ensure();
    const { room: space } = await world.threadRooms.space(account);
    assert.notEqual(now.room, made.row.room);
    assert.notEqual(space, made.space);
    assert.ok(await world.client.getState(space, 'm.space.child', now.room));
  });

  async function upgrade(room: RoomId): Promise<string> {
    const answer = await fetch(`${synapse.url}/_matrix/client/v3/rooms/${encodeURIComponent(room)}/upgrade`, {
      method: 'POST',
      headers: { authorization: `Bearer ${asToken()}` },
      body: JSON.stringify({ new_version: '12' }),
    });
    const { replacement_room: next } = (await answer.json()) as { replacement_room?: string };
    assert.ok(next, `upgrade: ${answer.status}`);
    return next;
  }
  const asToken = () => world.asToken;
});

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
