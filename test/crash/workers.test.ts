/** `mailroom run --workers N`: processes of one parent share accounts, work and ports, and any of them may die. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { programFile } from '../../tools/built.ts';
import { until } from '../../tools/servers/wait.ts';
import { alice, Site, type World } from '../support/world.ts';
import { rooms } from './paths.ts';

const main = programFile('main.ts');

const watched = z.object({ observability: z.object({ listen: z.object({ port: z.number() }) }) });
const ready = z.object({ status: z.string(), workers: z.record(z.string(), z.string()) });

function letter(world: World, subject: string): void {
  const lines = [
    'From: Bob <bob@outside.test>',
    'To: support@mailroom.test',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@outside.test>`,
    `Date: ${new Date().toUTCString()}`,
    '',
    `About ${subject}.`,
    '',
  ];
  world.imap.add(world.imap.inbox, lines.join('\r\n'));
}

/** `mailroom run` with workers, and its log. */
class Parent {
  readonly #child;
  readonly ended: Promise<unknown[]>;
  log = '';

  constructor(world: World, workers: number) {
    this.#child = spawn(process.execPath, [main, 'run', '--config', world.configFile(), '--workers', String(workers)], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.log += text));
    this.ended = once(this.#child, 'exit');
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  hears(pattern: RegExp): Promise<true> {
    return until(
      () => {
        if (this.#child.exitCode !== null || this.#child.signalCode !== null) throw new Error(`ended: ${this.log}`);
        return pattern.test(this.log);
      },
      { what: String(pattern), within: 60_000 },
    );
  }

  /** The process id of a worker that was started last. */
  worker(number: number): number {
    const found = [...this.log.matchAll(/Mailroom starts .*?\n/g)].flatMap(([line]) =>
      line.includes(` worker=${number} `) || line.includes(` worker=${number}\n`) ? [/ pid=(\d+)/.exec(line)?.[1]] : [],
    );
    return Number(found.at(-1));
  }
}

describe('workers of one parent', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const withWorkers = (test: (world: World, parent: Parent) => Promise<void>) =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      const parent = new Parent(world, 2);
      try {
        await parent.hears(/a worker is up .*worker=2/);
        await test(world, parent);
      } finally {
        parent.kill('SIGKILL');
        await parent.ended;
      }
    });
  const inRooms = (world: World, subject: string) =>
    world.homeserver.sent('m.room.message').filter(({ content }) => content['body'] === `About ${subject}.`);
  const watchers = async (world: World, path: string) => {
    const { observability } = watched.parse(JSON.parse(await readFile(world.configFile(), 'utf8')));
    return fetch(`http://127.0.0.1:${observability.listen.port}${path}`);
  };

  it('show mails and send answers once while each of them is killed, and end as one', () =>
    withWorkers(async (world, parent) => {
      letter(world, 'lamps');
      await world.see('the first mail', () => inRooms(world, 'lamps').length === 1);
      const { thread } = rooms(world);
      world.homeserver.rooms.member(thread, alice, alice, { membership: 'join', displayname: 'Alice' });
      for (const number of [1, 2]) {
        process.kill(parent.worker(number), 'SIGKILL');
        letter(world, `after${number}`);
        await parent.hears(new RegExp(`a worker ended and is started again .*worker=${number} how=SIGKILL`));
        await world.see('the next mail', () => inRooms(world, `after${number}`).length === 1);
        world.homeserver.say(thread, alice, { msgtype: 'm.text', body: `Answer ${number}.` });
        await world.see('the answer at the relay', () => world.relay.mails.length === number);
        await until(() => parent.log.split(`a worker is up worker=${number}`).length === 2, {
          ...{ what: 'the worker that was started again', within: 60_000 },
        });
      }
      for (const subject of ['lamps', 'after1', 'after2']) assert.equal(inRooms(world, subject).length, 1);
      parent.kill('SIGTERM');
      assert.deepEqual(await parent.ended, [0, null]);
      assert.equal(world.relay.mails.length, 2);
      const processes = await world.rows('SELECT FROM processes WHERE alive_until > now()');
      assert.equal(processes.length, 0, 'nobody says that it lives');
    }));

  it('are watched as one: what they counted is added up, what the database says stands once', () =>
    withWorkers(async (world, parent) => {
      letter(world, 'lamps');
      await world.see('the mail', () => inRooms(world, 'lamps').length === 1);
      await until(
        async () => {
          const page = ready.parse(await (await watchers(world, '/ready')).json());
          return page.status === 'ready' && Object.values(page.workers).every((status) => status === 'ready');
        },
        { what: 'both ready', within: 60_000 },
      );
      const text = await (await watchers(world, '/metrics')).text();
      assert.match(text, /^mailroom_mails_in_total\{account="support",outcome="stored"\} 1$/m);
      assert.match(text, /^mailroom_database_up 1$/m);
      assert.equal(text.match(/^mailroom_account_state\{/gm)?.length, 1);
      assert.equal((await watchers(world, '/health')).status, 200);

      // All of them have what one was told.
      parent.kill('SIGHUP');
      await parent.hears(/the config was read again .*generation=1/);
      await world.see('both have the config', async () => {
        const rows = await world.rows(`SELECT FROM process_configs JOIN processes USING (owner)
           WHERE alive_until > now() AND generation >= 1 AND refused IS NULL`);
        return rows.length === 2;
      });
    }));

  it('end with their parent, whose death nobody else has to notice', () =>
    withWorkers(async (_world, parent) => {
      const pids = [1, 2].map((number) => parent.worker(number));
      parent.kill('SIGKILL');
      await parent.ended;
      const gone = async (pid: number) =>
        readFile(`/proc/${pid}/stat`, 'utf8').then(
          (stat) => / Z /.test(stat),
          () => true,
        );
      await until(async () => (await Promise.all(pids.map(gone))).every(Boolean), {
        ...{ what: 'the end of both', within: 30_000 },
      });
    }));
});
