import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { KeyFile, newKey } from '../../../src/secrets/key-file.ts';
import { SealFailure } from '../../../src/secrets/sealing.ts';

describe('the file of the sealing key', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-key-'));
    path = join(folder, 'secrets.key');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const saysWhere = (what: RegExp) => (error: unknown) => {
    assert.ok(error instanceof SealFailure);
    assert.equal(error.kind, 'file');
    assert.ok(error.message.includes(path), error.message);
    assert.match(error.message, what);
    return true;
  };

  it('is made once, for its user alone, and leaves no draft', async () => {
    const file = new KeyFile(path, null);
    assert.equal(await file.read(), null);
    const made = await file.make(1);
    assert.deepEqual(
      made.map(({ version, bytes }) => [version, bytes.length]),
      [[1, 32]],
    );
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ['secrets.key']);
    assert.deepEqual(await file.make(1), made);
  });

  it('is one file where many make it at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => new KeyFile(path, null).make(1)));
    for (const keys of all) assert.deepEqual(keys, all[0]);
    assert.deepEqual(await readdir(folder), ['secrets.key']);
  });

  it('has several versions, the newest last, in whatever order they stand there', async () => {
    const file = new KeyFile(path, null);
    const [one, two, ten] = [newKey(1), newKey(2), newKey(10)];
    await file.replace([ten, one, two]);
    assert.deepEqual(await file.read(), [one, two, ten]);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('is refused where others can read it, with what to do', async () => {
    const file = new KeyFile(path, null);
    await file.make(1);
    for (const mode of [0o604, 0o644, 0o640, 0o602]) {
      await chmod(path, mode);
      await assert.rejects(file.read(), saysWhere(/chmod 600/));
    }
    await chmod(path, 0o400);
    assert.equal((await file.read())?.length, 1);
  });

  it('is refused in the folder of the embedded database, also by a link', async () => {
    const data = join(folder, 'postgres');
    await mkdir(join(data, 'data'), { recursive: true });
    path = join(data, 'secrets.key');
    await assert.rejects(new KeyFile(path, data).make(1), saysWhere(/outside/));
    assert.deepEqual(await readdir(data), ['data']);
    path = join(folder, 'secrets.key');
    await new KeyFile(join(data, 'data', 'hidden'), null).make(1);
    await symlink(join(data, 'data', 'hidden'), path);
    await assert.rejects(new KeyFile(path, data).read(), saysWhere(/outside/));
    await rm(path);
    // A neighbour whose name begins alike is outside.
    path = join(folder, 'postgres-keys');
    assert.equal((await new KeyFile(path, data).make(1)).length, 1);
  });

  it('is refused damaged, with the line and nothing of what stands there', async () => {
    const key = Buffer.from(newKey(1).bytes).toString('base64');
    const damaged = ['', '# nothing\n', `1 ${key.slice(1)}\n`, `1 ${key}\n1 ${key}\n`, `0 ${key}\n`, `x ${key}`, key];
    for (const text of damaged) {
      await writeFile(path, text, { mode: 0o600 });
      await assert.rejects(new KeyFile(path, null).read(), (error: unknown) => {
        assert.ok(error instanceof SealFailure && !error.message.includes(key.slice(4, 20)));
        return true;
      });
    }
    await writeFile(path, `1 ${key}\r\n\r\n`);
    assert.equal((await new KeyFile(path, null).read())?.length, 1);
    await writeFile(path, 'x'.repeat(100_000));
    await assert.rejects(new KeyFile(path, null).read(), saysWhere(/no file of keys/));
  });

  it('is refused where it is no file or cannot be made', async () => {
    await mkdir(path);
    await assert.rejects(new KeyFile(path, null).read(), saysWhere(/no file of keys|cannot be read/));
    path = join(folder, 'nowhere', 'secrets.key');
    await assert.rejects(new KeyFile(path, null).make(1), saysWhere(/cannot be made \(ENOENT\)/));
  });

  it('keeps the old one whole where the new one cannot be written', async () => {
    const file = new KeyFile(path, null);
    await file.make(1);
    const before = await readFile(path, 'utf8');
    const blocked = new KeyFile(join(path, 'below'), null);
    await assert.rejects(blocked.replace([newKey(2)]), SealFailure);
    assert.equal(await readFile(path, 'utf8'), before);
  });
});
