/** The config is read again while processes run: on a real SIGHUP, with processes that also die in the midst of it. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { programFile } from '../../tools/built.ts';
import { StandInImap } from '../support/imap-stand-in.ts';
import { alice, bot, Site, type World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';
import { letter } from './acts.ts';
import { alicesWord, assertAnswered, assertArrived, bobsMail, untilAnswered, untilArrived } from './paths.ts';
import { until } from '../../tools/servers/wait.ts';

const main = programFile('main.ts');
const ben = '@ben:matrix.test';

/** `mailroom ctl reload`, as a process of its own. */
function ctlReload(world: World): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'ctl', 'reload', '--config', world.configFile()], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, said: `${out}${err}` });
    });
  });
}

/** A second account of the config, with a mailbox of its own. */
async function salesIn(world: World, imap: StandInImap): Promise<void> {
  await world.changeConfig(({ accounts }) => {
    const { support } = accounts;
    accounts['sales'] = {
      ...support,
      address: 'sales@mailroom.test',
      name: 'Sales',
      imap: { host: '127.0.0.1', port: imap.port, security: 'none', user: 'sales', password: 'right' },
      first_start: { days: 30 },
    };
  });
}

function salesMail(imap: StandInImap, subject: string): void {
  const lines = [
    'From: Bob <bob@outside.test>',
    'To: sales@mailroom.test',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@outside.test>`,
    `Date: ${new Date().toUTCString()}`,
    '',
    'How much is it?',
    '',
  ];
  imap.add(imap.inbox, lines.join('\r\n'));
}

const named = (world: World, name: string) =>
  world.homeserver.sent('m.room.name').filter(({ content }) => content['name'] === name).length;
const epochs = async (world: World) =>
  (await world.rows(`SELECT account, epoch FROM accounts WHERE account = 'support'`)).map(({ epoch }) => epoch);
const taken = async (world: World, generation: number) =>
  (
    await world.rows(
      `SELECT FROM process_configs JOIN processes USING (owner)
     WHERE alive_until > now() AND generation >= ${String(generation)} AND refused IS NULL`,
    )
  ).length;

describe('a config that is read again', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  /** Runs with a mailbox of a second account, which ends with it. */
  const withSales = (test: (world: World, sales: StandInImap) => Promise<void>) =>
    site.in(async (world) => {
      const sales = await new StandInImap().start();
      try {
        await world.mailboxesBegun();
        await test(world, sales);
      } finally {
        await sales.stop();
      }
    });

  it('brings an account on a SIGHUP of "mailroom run", refuses a wrong file, and is ignored at the stop', () =>
    withSales(async (world, sales) => {
      const child = spawn(process.execPath, [main, 'run', '--config', world.configFile()], {
        stdio: ['ignore', 'inherit', 'pipe'],
      });
      let log = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
      const ended = once(child, 'exit');
      const hears = (pattern: RegExp) =>
        until(
          () => {
            if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended: ${log}`);
            return pattern.test(log);
          },
          { what: String(pattern), within: 60_000 },
        );
      try {
        await hears(/Mailroom starts/);
        // In the midst of its start.
        child.kill('SIGHUP');
        await hears(/Mailroom is up/);
        await hears(/the config was read again generation=1/);
        await world.see(
          'support connected',
          async () => (await world.rows(`SELECT FROM accounts WHERE state = 'connected'`)).length === 1,
        );
        const before = await epochs(world);

        salesMail(sales, 'Prices');
        await salesIn(world, sales);
        child.kill('SIGHUP');
        await world.see('the room of sales', () => named(world, 'Prices') === 1);
        await hears(/generation=2 accounts_added=\["sales"\]/);
        assert.deepEqual(await epochs(world), before, 'the watcher of the other account went on');

        const right = await readFile(world.configFile(), 'utf8');
        await writeFile(world.configFile(), right.replace('"password":"right"', '"password":{"fil":"hunter2"}'));
        child.kill('SIGHUP');
        await hears(/the config is wrong and was not taken/);
        assert.match(log, /accounts\.support\.imap\.password/);
        assert.ok(!log.includes('hunter2'));
        salesMail(sales, 'Again');
        await world.see('the account goes on', () => named(world, 'Again') === 1);
        child.kill('SIGTERM');
        child.kill('SIGHUP');
        const [code] = (await ended) as unknown[];
        assert.equal(code, 0);
      } finally {
        child.kill('SIGKILL');
        await ended;
      }
    }));

  it('is told by ctl: what changed, which processes have it, and where it is wrong', () =>
    withSales(async (world, sales) => {
      assert.deepEqual(await ctlReload(world).then(({ code, said }) => [code, /No bridge runs/.test(said)]), [0, true]);
      await world.begin().up();
      const second = world.begin(null, 'second');
      await second.up();
      await salesIn(world, sales);
      await world.changeAccount({ team: [{ user: ben }], hold: { after: '1s', at_most: '2s' } });
      const { code, said } = await ctlReload(world);
      // Their files are two, with ports of their own.
      assert.match(said, /^The config was read again by 2 processes\.\nAccounts added: sales\n/);
      assert.match(said, /Changed for support: hold\.after, hold\.at_most\n/);
      assert.match(
        said,
        /New in the team of support: @ben:matrix\.test\nNo longer in the team of support: @alice:matrix\.test\n/,
      );
      assert.equal(code, 0, said);

      await world.changeConfig(({ accounts }) => delete accounts['sales']);
      assert.match((await ctlReload(world)).said, /Accounts taken out: sales\./);

      const right = await readFile(world.configFile('second'), 'utf8');
      await writeFile(world.configFile('second'), right.slice(0, -5));
      const refused = await ctlReload(world);
      assert.match(refused.said, /goes on with the config of before.*\n• line 1, column \d+: no valid YAML/);
      assert.equal(refused.code, 1);
      await writeFile(world.configFile('second'), right);
      const wrong = await readFile(world.configFile(), 'utf8');
      await writeFile(world.configFile(), wrong.replace('"hold_outside":"0s"', '"hold_outside":"soon"'));
      const own = await ctlReload(world);
      assert.match(own.said, /accounts\.support\.hold_outside: expected a duration/);
      assert.equal(own.code, 1);
      await writeFile(world.configFile(), wrong);

      second.pause();
      await world.changeAccount({ hold: { after: '0s', at_most: '0s' } });
      const waiting = await ctlReload(world);
      // It hangs, and counts as living until its heartbeat has run out.
      assert.match(waiting.said, /The config was read again by/);
      second.goOn();
      await world.see('both have it', async () => (await taken(world, 5)) === 2, second);
    }));

  it('takes everything from a member at once who was taken out', () =>
    site.in(
      async (world) => {
        await world.mailboxesBegun();
        const life = world.begin();
        letter(world, { subject: 'The crane', id: 'one' });
        await world.see('the room', () => named(world, 'The crane') === 1, life);
        await world.calm(life);
        const [{ room } = { room: '' }] = await world.rows(`SELECT room FROM rooms WHERE kind = 'thread'`);
        for (const user of [alice, ben])
          world.homeserver.rooms.member(String(room), user, user, { membership: 'join' });
        await world.changeAccount({ team: [{ user: ben }] });
        assert.equal((await ctlReload(world)).code, 0);
        world.homeserver.say(String(room), alice, 'I am not to be mailed.');
        world.homeserver.say(String(room), ben, 'I am.');
        await world.see('the mail of the other', () => world.relay.mails.length > 0, life);
        await world.calm(life);
        assert.deepEqual(
          world.relay.mails.map(({ raw }) => /I am not/.test(raw.toString())),
          [false],
        );
        await life.stop();
      },
      { team: [{ user: alice }, { user: ben }] },
    ));

  it('lets a mail that is being fetched and one that is being sent end, once each', () =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      const mail = bobsMail(world, 2_000_000);
      const life = world.begin();
      await life.up();
      // Every mailbox connects anew, wherever it is with that mail.
      await world.changeConfig((config) => {
        config.times = { ...config.times, poll: '4m' };
      });
      life.hangUp();
      await world.see('the first reload', async () => (await taken(world, 1)) === 1, life);
      await untilArrived(world, life);
      await assertArrived(world, mail);
      world.relay.onTaken = async () => {
        world.relay.onTaken = () => undefined;
        await world.changeConfig((config) => {
          config.times = { ...config.times, smtp: '4m' };
        });
        await world.changeAccount({ name: 'Help' });
        life.hangUp();
        await world.see('the second reload', async () => (await taken(world, 2)) === 1, life);
      };
      const word = alicesWord(world);
      await untilAnswered(world, life);
      await assertAnswered(world, mail, word, { relayed: 1, told: false });
      await life.stop();
    }));

  it('is asked for in Matrix by an administrator, and by nobody else', () =>
    withSales(async (world, sales) => {
      await world.changeConfig((config) => {
        config.permissions = { [ben]: 'admin' };
      });
      await world.changeAccount({ team: [{ user: alice }, { user: ben }] });
      const life = world.begin();
      await life.up();
      letter(world, { subject: 'The crane', id: 'one' });
      await world.see('the room', () => named(world, 'The crane') === 1, life);
      await world.calm(life);
      const [{ room } = { room: '' }] = await world.rows(`SELECT room FROM rooms WHERE kind = 'inbox'`);
      for (const user of [alice, ben]) world.homeserver.rooms.member(String(room), user, user, { membership: 'join' });
      const answered = (words: RegExp) => () =>
        world.homeserver
          .sent('m.room.message', String(room))
          .some(({ sender, content }) => sender === bot && words.test(String(content['body'])));
      await salesIn(world, sales);
      world.homeserver.say(String(room), alice, '!mail reload');
      await world.see('a refusal', answered(/may not manage/), life);
      assert.equal(await taken(world, 1), 0);
      world.homeserver.say(String(room), ben, '!mail reload');
      await world.see(
        'the answer',
        answered(/^The config was read again by the one process that runs\.\nAccounts added: sales$/),
        life,
      );
      await writeFile(world.configFile(), '{ "accounts": {} }');
      world.homeserver.say(String(room), ben, '!mail reload');
      await world.see(
        'where it is wrong',
        answered(/The config file is wrong, so nothing was changed[^]*accounts: /),
        life,
      );
      await life.stop();
    }));

  for (const at of ['reload:checked', 'reload:served', 'reload:taken']) {
    it(`is taken by the next process where one dies at ${at}`, () =>
      withSales(async (world, sales) => {
        const first: Life = world.begin();
        await first.up();
        await world.calm(first);
        salesMail(sales, 'Prices');
        await salesIn(world, sales);
        await first.endAt({ at, nth: 1 });
        first.hangUp();
        assert.equal((await first.ended).signal, 'SIGKILL');
        const second = world.begin();
        await world.see('the room', () => named(world, 'Prices') === 1, second);
        await world.see('the generation', async () => (await taken(world, 1)) === 1, second);
        await second.stop();
        assert.equal(named(world, 'Prices'), 1);
      }));
  }
});
