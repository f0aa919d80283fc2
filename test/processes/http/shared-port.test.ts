import assert from 'node:assert/strict';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { after, describe, it } from 'node:test';
import { freePort } from '../../../tools/servers/ports.ts';

describe('a port that processes of one parent share', () => {
  const sockets: Socket[] = [];
  after(async () => {
    for (const socket of sockets) socket.destroy();
    const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
    const ended = workers.map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.process.kill();
    await Promise.all(ended);
  });

  it('closes what comes above the connections of all, instead of handing it round until one is free', async () => {
    const port = await freePort();
    cluster.setupPrimary({
      exec: fileURLToPath(new URL('../../fixtures/children/shared-port.ts', import.meta.url)),
      args: [String(port)],
    });
    const said: unknown[] = [];
    for (let started = 0; started < 2; started++) {
      const worker = cluster.fork();
      const up = once(worker, 'message');
      assert.deepEqual((await up)[0], 'up');
      worker.on('message', (message) => said.push(message));
    }
    const ends = Array.from({ length: 3 }, () => {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => undefined);
      return once(socket, 'close');
    });
    // Nobody says a word on any of them, so that none ends by itself.
    await Promise.race(ends);
    assert.equal(sockets.filter(({ destroyed }) => destroyed).length, 1);
    assert.deepEqual(said, ['full']);
  });
});
