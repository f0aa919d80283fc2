import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import type { MxcUri, RoomId, TxnId, UserId } from '../../../src/bridge/types.ts';
import { MatrixClient } from '../../../src/matrix/client.ts';
import { HomeserverUnreachableError, MatrixError } from '../../../src/matrix/errors.ts';
import { freePort } from '../../../tools/servers/ports.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';

const ghost = '@mail_bob=40outside.test:matrix.test' as UserId;

describe('MatrixClient', () => {
  let homeserver: StandInHomeserver;
  let client: MatrixClient;
  let room: RoomId;

  before(async () => {
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs', uploadLimit: 10_000_000 }).start();
    client = new MatrixClient({ url: homeserver.url, token: 'as', timeoutMs: 5_000 });
    await client.register('mailroom');
    await client.register('mail_bob=40outside.test');
    await client.createDevice(ghost, 'MAIL', 'Mail');
    const made = homeserver.rooms.create(
      homeserver.bot,
      { room_alias_name: 'mailroom_one', invite: [ghost] },
      (name) => `#${name}:matrix.test`,
    );
    room = made.id as RoomId;
    await client.join(room, { user: ghost });
  });
  after(async () => {
    client.close();
    await homeserver.stop();
  });

  it('gives the first event id again for a transaction id, after a homeserver lost its memory too', async () => {
    const txn = 'again' as TxnId;
    const actor = { user: ghost, device: 'MAIL' };
    const first = await client.send(room, 'm.room.message', txn, { body: 'one' }, actor);
    homeserver.restart({ loseQueue: true });
    assert.equal(await client.send(room, 'm.room.message', txn, { body: 'one' }, actor), first);
    assert.equal(homeserver.sent().filter((event) => event.txn === txn).length, 1);
  });

  it('sends with origin_server_ts and sees the event in the history', async () => {
    const event = await client.send(
      room,
      'm.room.message',
      'old' as TxnId,
      { body: 'old' },
      { user: ghost, ts: 1_000 },
    );
    const { events } = await client.messages(room, { limit: 3 });
    const found = events.find(({ event_id: id }) => id === event);
    assert.equal(found?.['origin_server_ts'], 1_000);
    assert.equal((await client.event(room, event))?.['sender'], ghost);
  });

  it('walks the history to its start', async () => {
    let page = await client.messages(room, { limit: 2 });
    const types = page.events.map(({ type }) => type);
    while (page.end !== null) {
      page = await client.messages(room, { from: page.end, limit: 2 });
      types.push(...page.events.map(({ type }) => type));
    }
    assert.equal(types.at(-1), 'm.room.create');
  });

  it('tells refusals by status and errcode, with the wait that was asked for', async () => {
    homeserver.failNext(/send/, { status: 429, errcode: 'M_LIMIT_EXCEEDED', retryAfterMs: 3_000 });
    await assert.rejects(client.send(room, 'm.room.message', 'slow' as TxnId, {}), (error) => {
      assert.ok(error instanceof MatrixError);
      assert.deepEqual([error.status, error.errcode, error.retryAfterMs], [429, 'M_LIMIT_EXCEEDED', 3_000]);
      return true;
    });
    await assert.rejects(client.send('!other:x' as RoomId, 'm.room.message', 'x' as TxnId, {}), {
      errcode: 'M_FORBIDDEN',
    });
    const large = { body: 'x'.repeat(70_000) };
    await assert.rejects(client.send(room, 'm.room.message', 'large' as TxnId, large), { errcode: 'M_TOO_LARGE' });
  });

  it('says whether a request without an answer may have had its effect', async () => {
    // Twice: a kept-alive connection that was cut is replaced once.
    homeserver.failNext(/send/, 'cut-after', 2);
    const txn = 'cut' as TxnId;
    await assert.rejects(client.send(room, 'm.room.message', txn, {}, { user: ghost, device: 'MAIL' }), (error) => {
      assert.ok(error instanceof HomeserverUnreachableError);
      return error.maybeDone;
    });
    await client.send(room, 'm.room.message', txn, {}, { user: ghost, device: 'MAIL' });
    assert.equal(homeserver.sent().filter((event) => event.txn === txn).length, 1);
    const away = new MatrixClient({ url: 'http://127.0.0.1:9', token: 'as' });
    await assert.rejects(away.whoami(), (error) => error instanceof HomeserverUnreachableError && !error.maybeDone);
    away.close();
  });

  it('tells once that the homeserver is away, and once that it is back', async () => {
    const seen: string[] = [];
    const port = await freePort();
    const watcher = new MatrixClient({
      url: `http://127.0.0.1:${port}`,
      token: 'as',
      timeoutMs: 5_000,
      onAway: () => seen.push('away'),
      onBack: () => seen.push('back'),
    });
    for (let n = 0; n < 2; n++) await assert.rejects(watcher.versions(), HomeserverUnreachableError);
    assert.deepEqual(seen, ['away']);
    const late = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs', port }).start();
    for (let n = 0; n < 2; n++) await watcher.versions();
    assert.deepEqual(seen, ['away', 'back']);
    late.failNext(/versions/, { status: 502 });
    await assert.rejects(watcher.versions(), MatrixError);
    await watcher.versions();
    assert.deepEqual(seen, ['away', 'back', 'away', 'back']);
    watcher.close();
    await late.stop();
  });

  it('ends a request that gets no answer in time', async () => {
    homeserver.putDelayMs = 2_000;
    const hasty = new MatrixClient({ url: homeserver.url, token: 'as', timeoutMs: 50 });
    await assert.rejects(hasty.send(room, 'm.room.message', 'late' as TxnId, {}), (error) => {
      return error instanceof HomeserverUnreachableError && error.maybeDone;
    });
    hasty.close();
    homeserver.putDelayMs = 0;
  });

  it('names no room, user or alias in the text of an error', async () => {
    await assert.rejects(client.getState('!secret:x' as RoomId, 'm.room.name'), (error) => {
      return error instanceof MatrixError && !error.message.includes('secret');
    });
  });

  it('uploads a stream to a media id once, and streams it back', async () => {
    const bytes = Buffer.alloc(3_000_000, 'mail');
    const mxc = await client.createMedia();
    const facts = { name: 'a b.bin', type: 'application/x-test', size: bytes.length };
    await client.uploadTo(mxc, Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)]), facts);
    await client.uploadTo(mxc, Readable.from([bytes]), facts);
    const download = await client.download(mxc);
    assert.deepEqual([download.type, download.size], ['application/x-test', bytes.length]);
    assert.ok(bytes.equals(await buffer(download.stream)));
    assert.equal(homeserver.effects.filter(({ kind }) => kind === 'upload').length, 1);
    assert.equal(homeserver.media.get(mxc)?.name, 'a b.bin');
  });

  it('uploads what a stranger names, whatever the name and the type are', async () => {
    const mxc = await client.createMedia();
    const type = `x/y\r\nX-Evil: ${'✓'.repeat(20_000)}`;
    await client.uploadTo(mxc, Readable.from([Buffer.alloc(3)]), { name: `${'a'.repeat(20_000)}\r\n`, type, size: 3 });
    const { type: given, name } = homeserver.media.get(mxc) ?? {};
    assert.deepEqual([given, name], ['application/octet-stream', 'a'.repeat(255)]);
  });

  it('refuses ids that no homeserver has before it asks, as one that is refused for good', async () => {
    for (const id of ['..', `!${'x'.repeat(300)}:x`, '!\ud800:x', '!a\r\nb:x']) {
      await assert.rejects(client.getState(id as RoomId, 'm.room.name'), { status: 400, errcode: 'M_INVALID_PARAM' });
      const actor = { user: id as UserId };
      await assert.rejects(client.leave(room, actor), { status: 400, errcode: 'M_INVALID_PARAM' });
    }
  });

  it('refuses an upload above the limit and an id that expired', async () => {
    const facts = { name: 'big', type: 'x/y', size: 11_000_000 };
    const mxc = await client.createMedia();
    await assert.rejects(client.uploadTo(mxc, Readable.from([Buffer.alloc(11_000_000)]), facts), {
      errcode: 'M_TOO_LARGE',
    });
    const gone = 'mxc://matrix.test/gone' as MxcUri;
    await assert.rejects(client.uploadTo(gone, Readable.from([Buffer.alloc(3)]), { ...facts, size: 3 }), {
      errcode: 'M_NOT_FOUND',
    });
    await assert.rejects(client.download(gone), { errcode: 'M_NOT_FOUND' });
    assert.equal(await client.uploadLimit(), 10_000_000);
  });

  it('ends an upload whose stream breaks or is not as long as announced, with what was wrong', async () => {
    const mxc = await client.createMedia();
    const broken = new Readable({
      read() {
        this.destroy(new Error('the chunk is gone'));
      },
    });
    const facts = { name: 'x', type: 'x/y', size: 10 };
    await assert.rejects(client.uploadTo(mxc, broken, facts), /the chunk is gone/);
    await assert.rejects(client.uploadTo(mxc, Readable.from([Buffer.alloc(9)]), facts), /fewer bytes/);
    await assert.rejects(client.uploadTo(mxc, Readable.from([Buffer.alloc(11)]), facts), /more bytes/);
    assert.equal(homeserver.media.get(mxc)?.bytes, null);
  });

  it('takes a user that exists, a missing alias and missing state as answers, not errors', async () => {
    await client.register('mail_bob=40outside.test');
    assert.equal(await client.resolveAlias('#nothing:matrix.test'), null);
    assert.equal(await client.getState(room, 'm.room.topic'), null);
    assert.equal(await client.resolveAlias('#mailroom_one:matrix.test'), room);
    assert.deepEqual(await client.members(room), ['@mailroom:matrix.test', ghost]);
    assert.equal(await client.whoami(), '@mailroom:matrix.test');
    assert.equal(await client.defaultRoomVersion(), '11');
  });
});
