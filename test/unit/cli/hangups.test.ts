import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { keepHangups } from '../../../src/cli/hangups.ts';

describe('a hangup', () => {
  after(() => process.removeAllListeners('SIGHUP'));

  it('that comes before anybody listens is told to whoever does, once', () => {
    const listen = keepHangups();
    process.emit('SIGHUP');
    process.emit('SIGHUP');
    let heard = 0;
    listen(() => (heard += 1));
    assert.equal(heard, 1);
    process.emit('SIGHUP');
    assert.equal(heard, 2);
  });

  it('is told to nobody where none came', () => {
    let heard = 0;
    keepHangups()(() => (heard += 1));
    assert.equal(heard, 0);
  });
});
