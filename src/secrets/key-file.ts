/**
 * The file of the key that seals secrets: a version a line, its number and 32 bytes in base64. It lies apart from the
 * database, so that whoever has a copy of the one has nothing of the other. Read whenever it is needed: a version that
 * was added is known at once.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { errorCode } from '../base/errors.ts';
import { KEY_BYTES, SealFailure } from './sealing.ts';
import type { SealingKey } from './sealing.ts';

/** Larger is none of ours. */
const FILE_BYTES = 64 * 1024;
const LINE = /^([1-9]\d{0,8}) ([A-Za-z0-9+/]{43}=)$/;

export class KeyFile {
  /** Absolute. */
  readonly path: string;
  readonly #database: string | null;

  /** @param database the folder of an embedded database, where it may not lie */
  constructor(path: string, database: string | null) {
    this.path = path;
    this.#database = database;
  }

  /** All versions, the newest last; null where there is no file. Throws SealFailure where it may not be used. */
  async read(): Promise<SealingKey[] | null> {
    await this.#refuseInside();
    // Whatever else may stand there (a pipe) is not waited for.
    const handle = await open(this.path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null;
      throw this.#failure(`cannot be read (${errorCode(error)})`, error);
    });
    if (handle === null) return null;
    try {
      const found = await handle.stat();
      if (!found.isFile() || found.size > FILE_BYTES) throw this.#failure('is no file of keys of Mailroom');
      if (isOpenToOthers(found)) {
        throw this.#failure(`can be read or written by others: chmod 600 ${this.path}, and see who has read it`);
      }
      return this.#parsed(await handle.readFile('utf8'));
    } finally {
      await handle.close();
    }
  }

  /** Makes it with one version. Where another process was quicker, its file is what counts. */
  async make(version: number): Promise<SealingKey[]> {
    await this.#refuseInside();
    const draft = await this.#draft([newKey(version)]);
    try {
      // Unlike a rename, it replaces nothing.
      await link(draft, this.path);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw this.#failure(`cannot be made (${errorCode(error)})`, error);
    } finally {
      await rm(draft, { force: true });
    }
    await this.#syncFolder();
    const keys = await this.read();
    if (keys === null) throw this.#failure('was taken away again');
    return keys;
  }

  /** Writes it anew with these versions, as a whole or not at all. */
  async replace(keys: readonly SealingKey[]): Promise<void> {
    const draft = await this.#draft(keys);
    try {
      await rename(draft, this.path);
    } catch (error) {
      await rm(draft, { force: true });
      throw this.#failure(`cannot be written (${errorCode(error)})`, error);
    }
    await this.#syncFolder();
  }

  async #draft(keys: readonly SealingKey[]): Promise<string> {
    const draft = `${this.path}.${randomUUID()}`;
    const lines = keys.map(({ version, bytes }) => `${String(version)} ${Buffer.from(bytes).toString('base64')}\n`);
    const text = `# Seals the passwords in Mailroom's database. Keep a copy, apart from that of the database.\n`;
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile([text, ...lines].join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw this.#failure(`cannot be made (${errorCode(error)})`, error);
    }
    return draft;
  }

  async #syncFolder(): Promise<void> {
    const folder = await open(dirname(this.path), 'r');
    // Some file systems sync no folders.
    await folder.sync().catch(() => undefined);
    await folder.close();
  }

  /** Errors name a line by its number: it may hold a key. */
  #parsed(text: string): SealingKey[] {
    const keys: SealingKey[] = [];
    for (const [index, line] of text.split('\n').entries()) {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const [, version, bytes] = LINE.exec(trimmed) ?? [];
      if (version === undefined || bytes === undefined) throw this.#failure(`is damaged at line ${String(index + 1)}`);
      if (keys.some((key) => key.version === Number(version))) {
        throw this.#failure(`has version ${version} twice`);
      }
      keys.push({ version: Number(version), bytes: new Uint8Array(Buffer.from(bytes, 'base64')) });
    }
    if (keys.length === 0) throw this.#failure('holds no key: put it back from the backup');
    return keys.sort((a, b) => a.version - b.version);
  }

  /** Whoever copies the folder of the database would have both. */
  async #refuseInside(): Promise<void> {
    if (this.#database === null) return;
    const folder = await realpath(this.#database).catch(() => this.#database ?? '');
    const file = await realpath(this.path).catch(async () => {
      const above = await realpath(dirname(this.path)).catch(() => dirname(this.path));
      return join(above, basename(this.path));
    });
    if (!file.startsWith(`${folder}${sep}`)) return;
    throw this.#failure(`lies in the folder of the database (${folder}): name a place outside`);
  }

  #failure(what: string, cause?: unknown): SealFailure {
    return new SealFailure('file', `the file of the sealing key, ${this.path} (secrets.key_file), ${what}`, cause);
  }
}

export function newKey(version: number): SealingKey {
  return { version, bytes: new Uint8Array(randomBytes(KEY_BYTES)) };
}

/** As Postgres does it with its keys: one of root's may be read by a group, which is how containers are given files. */
function isOpenToOthers({ mode, uid }: { readonly mode: number; readonly uid: number }): boolean {
  const own = process.getuid?.();
  if (own === undefined) return false;
  return (mode & (uid === 0 && own !== 0 ? 0o037 : 0o077)) !== 0;
}
