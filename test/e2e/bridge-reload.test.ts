/** The config is read again while Mailroom runs, on the real servers: nobody restarts anything. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { programFile } from '../../tools/built.ts';
import type { AccountDraft } from '../../tools/demo/config.ts';
import { bot, field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

let later: AccountDraft | undefined;
const world = await World.start({
  configure: (draft) => {
    // Added while it runs.
    const { info, ...others } = draft.accounts;
    later = info;
    draft.accounts = others;
    draft.permissions = { '@carol:matrix.test': 'admin' };
  },
});
const { environment } = world;
const { server, configFile } = environment.mailroom;
const alice = await world.client();
const carol = await world.client('carol');

const within = (what: string) => ({ what, within: PATIENCE });
const hangUp = () => process.kill(server.pid, 'SIGHUP');

/** `mailroom ctl reload`, as an operator types it. */
function ctlReload(): Promise<{ readonly failed: boolean; readonly said: string }> {
  const argv = [programFile('main.ts'), 'ctl', 'reload', '--config', configFile];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, (error, out, err) => resolve({ failed: error !== null, said: `${out}${err}` }));
  });
}

describe('a reload', () => {
  it('shows the mail of an account that a SIGHUP added', async () => {
    const { pid } = server;
    await environment.reconfigure((draft) => {
      if (later !== undefined) draft.accounts['info'] = later;
    });
    hangUp();
    await until(
      async () => (await world.sql(`SELECT FROM accounts WHERE account = 'info' AND state = 'connected'`)).length === 1,
      within('that the new account is connected'),
    );
    const olga = await world.outsider('Olga Outside');
    const word = unique('New');
    await olga.write({ to: world.account('info').address, subject: word, text: 'Is anybody there?' });
    const room = await world.enter(word);
    await alice.say(room, 'Since a moment ago.');
    await olga.receives('Since a moment ago.');
    assert.equal(server.pid, pid);
  });

  it('changes nothing with a wrong file, and says where, to the shell and in Matrix, not what is there', async () => {
    const conversation = await world.conversation('Wrong');
    const right = await readFile(configFile, 'utf8');
    await writeFile(configFile, right.replace(/address: support@mailroom\.test/, 'address: not-an-address'));
    const { failed, said } = await ctlReload();
    assert.ok(failed);
    assert.match(said, /accounts\.support\.address: expected a mail address/);
    await world.space('Support', 'carol');
    const lobby = await until(async () => {
      const [row] = await world.sql<{ room: string }>(
        `SELECT room FROM rooms WHERE account = 'support' AND kind = 'inbox'`,
      );
      return row?.room;
    }, within('the inbox'));
    await carol.join(lobby);
    const mark = carol.mark();
    await carol.say(lobby, '!mail reload');
    const answer = await carol.waitFor(
      (event) => isMessage(event) && event.sender === bot && /config file is wrong/.test(field(event, 'body')),
      within('the refusal'),
      mark,
    );
    assert.match(field(answer, 'body'), /accounts\.support\.address/);
    assert.ok(!field(answer, 'body').includes('not-an-address'));
    await alice.say(conversation.room, 'We go on.');
    await conversation.outsider.receives('We go on.');
    await writeFile(configFile, right);
  });

  it('takes everything from a member at once, and mails nothing more of them', async () => {
    const { room, outsider } = await world.conversation('Bob');
    const bob = await world.client('bob');
    await world.space('Support', 'bob');
    await bob.join(room);
    await environment.reconfigure(({ accounts }) => {
      const { support } = accounts;
      if (support !== undefined) support.team = support.team.filter(({ user }) => user !== '@bob:matrix.test');
    });
    const { failed, said } = await ctlReload();
    assert.ok(!failed, said);
    assert.match(said, /No longer in the team of support: @bob:matrix\.test/);
    // He may have left already: then he says nothing at all.
    await bob.say(room, 'Bob is still here.').catch(() => undefined);
    await alice.say(room, 'Alice is.');
    await outsider.receives('Alice is.');
    const texts = (await outsider.mail.mails()).map(({ parsed }) => parsed.text ?? '');
    assert.ok(!texts.some((text) => text.includes('Bob is still here.')));
  });
});
