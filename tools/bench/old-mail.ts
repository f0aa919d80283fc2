/**
 * Old mail into rooms (`mailroom import`): the rate next to the bare PUTs of the same run, memory, and whether the
 * hundred thousandth mail costs what the first did. Compiled, on a homeserver stand-in and a durable Postgres, without
 * a Mailroom beside it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { RoomId, TxnId } from '../../src/bridge/types.ts';
import { MatrixClient } from '../../src/matrix/client.ts';
import { makeRegistration, registrationYaml } from '../../src/matrix/registration.ts';
import { startTestServer } from '../../test/support/database.ts';
import { StandInHomeserver } from '../../test/support/homeserver.ts';
import { processorSeconds } from '../servers/process.ts';
import { build } from '../build.ts';
import { projectRoot } from '../servers/paths.ts';
import type { Row } from './rows.ts';

const ROOMS = 10;
const DELAY_MS = 20;
const SHARE = 0.6;
const PEAK_MB = 250;
/** By how much a mail of the last tenth may cost more than one of the first. */
const GROWTH = 1.3;
/** From how many on the growth counts: in fewer the first tenth are the people who come into the rooms. */
const GROWS_FROM = 10_000;
/** Mails of a conversation, and people who write. */
const CONVERSATION = 5;
const PEOPLE = 5;
const PUTS = 2_000;
const TEXT = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n'.repeat(35);

/** Imports of so many mails, one after the other, each into a database of its own. */
export async function oldMailRows(sizes: readonly number[], say: (line: string) => void): Promise<Row[]> {
  // As it is shipped: what strips types holds 80 MB.
  await build(join(projectRoot, 'dist'));
  const rows: Row[] = [];
  for (const size of sizes) {
    const { bare, rate, growth, peakMb, core, heldMb, readSeconds, seconds } = await importOf(size);
    const what = `import of ${String(size)} mails into ${String(ROOMS)} rooms at ${String(DELAY_MS)} ms`;
    say(
      `${what}: read within ${readSeconds.toFixed(1)} s, all within ${seconds.toFixed(1)} s; ` +
        `${(size / seconds).toFixed(0)} a second from the start of the process to its end; ` +
        `${heldMb.toFixed(0)} MB in the database`,
    );
    rows.push(
      { what, figure: rate, unit: '/s' },
      { what: `${what}, share of ${bare.toFixed(0)} bare PUTs/s`, figure: rate / bare, wanted: { atLeast: SHARE } },
      { what: `${what}, processor time of its process a mail`, figure: (1000 * core) / size, unit: ' ms' },
      { what: `${what}, memory of its process`, figure: peakMb, unit: ' MB', wanted: { atMost: PEAK_MB } },
      {
        what: `${what}, the last tenth by the first`,
        figure: growth,
        ...(size < GROWS_FROM ? {} : { wanted: { atMost: GROWTH } }),
      },
    );
  }
  return rows;
}

interface Figures {
  /** A second. */
  readonly bare: number;
  readonly rate: number;
  /** What a mail of the last tenth took by one of the first. */
  readonly growth: number;
  readonly peakMb: number;
  /** Processor time of its process, seconds. */
  readonly core: number;
  /** What the database has grown by. */
  readonly heldMb: number;
  /** Until the first event, and until the end of the process. */
  readonly readSeconds: number;
  readonly seconds: number;
}

async function importOf(mails: number): Promise<Figures> {
  const state = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
  const server = await startTestServer({ durable: true });
  const database = await server.database();
  const url = 'http://127.0.0.1:9';
  const registration = makeRegistration({ url, domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' });
  const homeserver = await new StandInHomeserver({
    ...{ asToken: registration.as_token, hsToken: registration.hs_token, putDelayMs: DELAY_MS },
  }).start();
  try {
    const source = join(state, 'old');
    await writeOldMail(source, mails);
    const { rows: before } = await database.db.query<{ size: number }>(
      'SELECT pg_database_size(current_database()) AS size',
    );
    const empty = before[0]?.size ?? 0;
    await writeFile(join(state, 'registration.yaml'), registrationYaml(registration));
    const config = join(state, 'config.yaml');
    await writeFile(config, JSON.stringify(configOf(homeserver.url, url, database.url)));
    const began = performance.now();
    const ran = runImport(config, [source]);
    const times: number[] = [];
    let at = 0;
    const run = { isOver: false };
    const watched = (async () => {
      for (;;) {
        const { effects } = homeserver;
        for (; at < effects.length; at += 1) {
          const effect = effects[at];
          if (effect?.kind !== 'event' || effect.event.type !== 'm.room.message') continue;
          times.push(performance.now());
        }
        if (run.isOver) return;
        await delay(5);
      }
    })();
    const { peakMb, core, imported } = await ran.finally(() => (run.isOver = true));
    await watched;
    const seconds = (performance.now() - began) / 1000;
    if (imported !== mails || times.length !== mails) {
      throw new Error(`${String(imported)} of ${String(mails)} imported, ${String(times.length)} events`);
    }
    const { rows: held } = await database.db.query<{ size: number }>(
      'SELECT pg_database_size(current_database()) AS size',
    );
    const heldMb = ((held[0]?.size ?? 0) - empty) / 1_000_000;
    const rooms = new Set(homeserver.sent().map(({ room_id: room }) => room as RoomId));
    const bare = await barePuts(homeserver.url, registration.as_token, [...rooms]);
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const tenth = Math.ceil(mails / 10);
    const firstTenth = (times[tenth - 1] ?? 0) - first;
    return {
      ...{ bare, peakMb, core, heldMb, seconds, readSeconds: (first - began) / 1000 },
      rate: ((mails - 1) * 1000) / (last - first),
      growth: (last - (times[mails - tenth] ?? 0)) / firstTenth,
    };
  } finally {
    await homeserver.stop();
    await database.close();
    await server.stop();
    await rm(state, { recursive: true, force: true });
  }
}

function configOf(homeserver: string, url: string, database: string): unknown {
  return {
    homeserver: { url: homeserver, domain: 'matrix.test' },
    appservice: { listen: { port: 9 }, url, registration: './registration.yaml' },
    secret: 'bench-bench-bench-bench-bench-bench',
    database: { url: database },
    logging: { level: 'warn' },
    accounts: {
      support: {
        ...{ address: 'support@bench.test', name: 'Support', authentication: 'none', sent: { copy: 'never' } },
        imap: { host: '127.0.0.1', port: 9, security: 'none', user: 'support', password: 'bench' },
        smtp: { host: '127.0.0.1', port: 9, security: 'none' },
        team: [{ user: '@alice:matrix.test', name: 'Alice' }],
      },
    },
  };
}

const reported = z.object({ imported: z.object({ mails: z.number() }), set_aside: z.object({ mails: z.number() }) });

/** `mailroom import` to its end. */
export async function runImport(
  config: string,
  more: readonly string[],
): Promise<{ readonly peakMb: number; readonly core: number; readonly imported: number }> {
  const args = [join(projectRoot, 'dist/main.js'), 'import', '--json', '--into', 'folder', '--config', config, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  let [peakMb, core] = [0, 0];
  const run = { isOver: false };
  const ended = once(child, 'close').finally(() => (run.isOver = true));
  // The highest that the process ever had (proc(5), VmHWM), without those that it started, as long as it is there.
  while (!run.isOver) {
    const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8').catch(() => '');
    peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
    core = Math.max(core, coreOf(child.pid ?? 0));
    await Promise.race([delay(200), ended]);
  }
  const report = reported.parse(JSON.parse(out));
  return { peakMb, core, imported: report.imported.mails };
}

/** Seconds of processor time that a process has taken; 0 where it has ended. */
function coreOf(pid: number): number {
  try {
    return processorSeconds(pid);
  } catch {
    return 0;
  }
}

async function barePuts(url: string, token: string, rooms: readonly RoomId[]): Promise<number> {
  const client = new MatrixClient({ url, token });
  const content = { msgtype: 'm.text', body: TEXT };
  const each = Math.ceil(PUTS / rooms.length);
  const began = performance.now();
  await Promise.all(
    rooms.map(async (room) => {
      for (let n = 0; n < each; n++) await client.send(room, 'm.room.message', randomUUID() as TxnId, content);
    }),
  );
  client.close();
  return (rooms.length * each * 1000) / (performance.now() - began);
}

/** An mbox a room, with conversations of a few mails each. */
export async function writeOldMail(folder: string, mails: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let room = 0; room < ROOMS; room += 1) {
    const file = createWriteStream(join(folder, `room${String(room)}`));
    for (let nth = room; nth < mails; nth += ROOMS) {
      if (!file.write(oldMail(room, Math.floor(nth / ROOMS)))) await once(file, 'drain');
    }
    file.end();
    await finished(file);
  }
}

function oldMail(room: number, nth: number): string {
  const within = nth % CONVERSATION;
  const id = (of: number): string => `<${String(room)}.${String(of)}@old.test>`;
  const person = String(nth % PEOPLE);
  const date = new Date(Date.UTC(2010, 0, 1) + nth * 60_000 + room * 1_000);
  return [
    `From person${person}@old.test ${date.toUTCString()}`,
    `From: Person ${person} <person${person}@old.test>`,
    'To: support@bench.test',
    `Subject: ${within === 0 ? '' : 'Re: '}Conversation ${String(room)}.${String(nth - within)}`,
    `Message-ID: ${id(nth)}`,
    ...(within === 0 ? [] : [`In-Reply-To: ${id(nth - 1)}`, `References: ${id(nth - within)} ${id(nth - 1)}`]),
    `Date: ${date.toUTCString()}`,
    ...['Content-Type: text/plain; charset=utf-8', ''],
    ...[`Mail ${String(room)} ${String(nth)}`, TEXT, ''],
  ].join('\n');
}
