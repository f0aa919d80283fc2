/**
 * What a 50 MB attachment costs in memory, each way: the highest resident size during its walk over the one before it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { ACCOUNT, MEMBER, until, type World } from './bench-world.ts';
import { openRooms } from './rates.ts';
import type { Row } from './rows.ts';

interface MemoryCost {
  readonly base: number;
  readonly peak: number;
}

const BYTES = 50 * 1024 * 1024;
const WANTED_MB = 80;

/** What a 50 MB attachment adds to the resident size, each way. */
export async function memoryRows(world: World): Promise<Row[]> {
  const row = (way: string, { base, peak }: MemoryCost): Row => ({
    what: `50 MB attachment ${way}, over a base of ${base.toFixed(0)} MB`,
    figure: peak - base,
    unit: ' MB',
    wanted: { atMost: WANTED_MB },
  });
  return [row('in', await memoryIn(world)), row('out', await memoryOut(world))];
}

/** A mail with an attachment arrives; until its bytes are on the homeserver. */
async function fileComesIn(world: World, size: number): Promise<void> {
  const base64 = randomBytes(size).toString('base64').replace(/.{76}/g, '$&\r\n');
  const raw =
    `From: Dora <dora@out.test>\r\nTo: ${ACCOUNT}\r\nSubject: large\r\nMessage-ID: <${randomUUID()}@out.test>\r\n` +
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n' +
    'see file\r\n--b\r\nContent-Type: application/octet-stream; name="large.bin"\r\n' +
    `Content-Disposition: attachment; filename="large.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n` +
    '--b--\r\n';
  await world.dovecot.save(ACCOUNT, 'INBOX', raw);
  await until('the attachment on the homeserver', () =>
    world.homeserver.effects.some((effect) => effect.kind === 'upload' && effect.size === size),
  );
}

/** The large one, after a small one has started the threads that both need: they belong to the base. */
async function memoryIn(world: World): Promise<MemoryCost> {
  await openRooms(world, 1);
  await fileComesIn(world, 10_000);
  return measured(world, () => fileComesIn(world, BYTES));
}

/** A member posts a file of that size; until the relay has the mail. */
async function memoryOut(world: World): Promise<MemoryCost> {
  const { rooms } = await openRooms(world, 1);
  const bytes = randomBytes(BYTES);
  const mxc = 'mxc://matrix.test/bench-large';
  world.homeserver.media.set(mxc, { bytes, type: 'application/octet-stream', name: 'large.bin' });
  const before = world.relayed.length;
  return measured(world, async () => {
    world.homeserver.say(rooms[0] ?? '', MEMBER, {
      msgtype: 'm.file',
      body: 'large.bin',
      filename: 'large.bin',
      url: mxc,
      info: { size: BYTES, mimetype: 'application/octet-stream' },
    });
    await until('the attachment at the relay', () => world.relayed.slice(before).some(({ size }) => size > BYTES));
  });
}

async function measured(world: World, walk: () => Promise<void>): Promise<MemoryCost> {
  const { now: base } = await world.bridge.memory();
  await world.bridge.forgetPeak();
  await walk();
  const { peak } = await world.bridge.memory();
  return { base, peak };
}
