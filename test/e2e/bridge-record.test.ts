/** One story on the real servers: what was done in rooms, by HTTP and in the shell stands in the record. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { programFile } from '../../tools/built.ts';
import { freePort } from '../../tools/servers/ports.ts';
import { bot, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const token = 'a token of thirty-two characters at least';
const port = await freePort();
const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) account.trusted_hosts = ['localhost'];
    Object.assign(draft, { provisioning: { token, listen: { host: '127.0.0.1', port } } });
  },
});
const { configFile, server } = world.environment.mailroom;
const alice = await world.client();

const within = (what: string) => ({ what, within: PATIENCE });

function mailroom(...args: string[]): Promise<{ readonly failed: boolean; readonly out: string }> {
  const argv = [programFile('main.ts'), ...args, '--config', configFile];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, (error, out, err) => resolve({ failed: error !== null, out: `${out}${err}` }));
  });
}

interface Shown {
  readonly act: string;
  readonly via: string;
  readonly who: { readonly name: string | null; readonly detail: string | null } | null;
  readonly whom: readonly { readonly name: string | null }[];
  readonly account: string | null;
  readonly thread: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

async function exported(): Promise<Shown[]> {
  const { failed, out } = await mailroom('audit', 'export');
  assert.ok(!failed, out);
  return out
    .split('\n')
    .filter((line) => line.startsWith('{"entry"'))
    .map((line) => JSON.parse(line) as Shown);
}

describe('the record', () => {
  it('says who did what, for whom and from where, by command, sign, HTTP, shell and reload, and is whole', async () => {
    const { room } = await world.conversation('Record');
    await alice.say(room, '!mail block mallory@outside.test');
    await until(async () => (await world.sql('SELECT FROM entry_rules')).length === 1, within('the rule'));

    const word = unique('boss');
    await world.forge({ from: { name: 'Carol', address: 'carol@mailroom.test' }, subject: word, text: word });
    const lobby = await until(async () => {
      await world.space('Support');
      const [row] = await world.sql<{ room: string }>(
        `SELECT room FROM rooms WHERE kind = 'lobby' AND account = 'support' AND state = 'active'`,
      );
      if (row !== undefined) await alice.join(row.room);
      return row?.room;
    }, within('the lobby'));
    const notice = await world.says(lobby, word, { by: bot });
    await alice.react(lobby, notice.event_id, '✅');
    await world.answered(notice.event_id, 'Accepted');

    const answer = await fetch(`http://127.0.0.1:${port}/_mailroom/v1/threads/${encodeURIComponent(room)}/claim`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ as: alice.userId }),
    });
    assert.equal(answer.status, 200, await answer.text());
    assert.ok(!(await mailroom('ctl', 'done', room, '--as', alice.userId)).failed);
    await world.environment.reconfigure((draft) => {
      draft.permissions = { '@carol:matrix.test': 'admin' };
    });
    process.kill(server.pid, 'SIGHUP');
    const all = await until(async () => {
      const shown = await exported();
      return shown.some(({ act }) => act === 'config.taken') ? shown : undefined;
    }, within('the reload in the record'));

    const one = (act: string): Shown => {
      const [found, second] = all.filter((entry) => entry.act === act);
      assert.ok(found !== undefined && second === undefined, act);
      return found;
    };
    const block = one('command.block');
    assert.deepEqual([block.who?.name, block.via, block.account], [alice.userId, 'room', 'support']);
    assert.deepEqual(block.whom, [{ ...block.whom[0], name: 'mallory@outside.test' }]);
    assert.ok(block.who?.detail?.startsWith(`${room} $`));
    const release = one('reaction.accept-mail');
    assert.deepEqual([release.who?.name, typeof release.facts['message']], [alice.userId, 'string']);
    assert.ok(release.who?.detail?.startsWith(lobby));
    const claim = one('operation.claim');
    assert.deepEqual(
      [claim.who?.name, claim.via, claim.who?.detail],
      [alice.userId, 'http', `http:127.0.0.1 thread=${room}`],
    );
    const done = one('operation.done');
    assert.deepEqual([done.who?.name, done.via], [alice.userId, 'shell']);
    assert.match(done.who?.detail ?? '', /^shell:\S+@/);
    assert.equal(one('config.wanted').facts['by'], 'SIGHUP');
    assert.equal(one('config.taken').facts['changed'], 'permissions');
    assert.equal(all[0]?.act, 'config.started');

    const { failed, out } = await mailroom('audit', 'verify');
    assert.ok(!failed, out);
    assert.match(out, /^whole$/m);
  });
});
