import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { choosePorts } from '../servers/ports.ts';
import { processStart } from '../servers/process.ts';

const lockRecord = z.object({ pid: z.number(), started: z.string() });

/** Another starter lives in the state folder. */
export class StateInUse extends Error {
  override readonly name = 'StateInUse';
}

/** What the state folder remembers between runs: ports and secrets; and that one starter at a time uses it. */
export class State {
  readonly folder: string;
  readonly #secrets: Map<string, string>;

  private constructor(folder: string, secrets: Map<string, string>) {
    this.folder = folder;
    this.#secrets = secrets;
  }

  /** Opens the folder, made when missing. Rejects with `StateInUse` while a living process has it open. */
  static async open(folder: string): Promise<State> {
    await mkdir(folder, { recursive: true });
    await lock(join(folder, 'lock.json'));
    const stored = await readJson(join(folder, 'secrets.json'), z.record(z.string(), z.string()));
    return new State(folder, new Map(Object.entries(stored ?? {})));
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** A random text of 24 digits and letters, the same at every start. It is on disk before it is used for anything. */
  secret(name: string): string {
    const known = this.#secrets.get(name);
    if (known !== undefined) return known;
    const made = randomBytes(12).toString('hex');
    this.#secrets.set(name, made);
    const file = this.path('secrets.json');
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(this.#secrets), null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return made;
  }

  /** A loopback port for each name: those of the last start where they are free. */
  async ports<Name extends string>(names: readonly Name[]): Promise<Record<Name, number>> {
    const file = this.path('ports.json');
    const stored = (await readJson(file, z.record(z.string(), z.number()))) ?? {};
    const remembered: Partial<Record<Name, number>> = {};
    for (const name of names) if (stored[name] !== undefined) remembered[name] = stored[name];
    const ports = await choosePorts(names, remembered);
    await writePrivate(file, JSON.stringify(ports, null, 2));
    return ports;
  }

  /** Lets the next starter in. */
  async close(): Promise<void> {
    await rm(this.path('lock.json'), { force: true });
  }
}

async function lock(file: string): Promise<void> {
  const own = JSON.stringify({ pid: process.pid, started: processStart(process.pid) ?? '' });
  for (;;) {
    try {
      await writeFile(file, own, { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = await readJson(file, lockRecord);
    if (holder !== null && processStart(holder.pid) === holder.started) {
      throw new StateInUse(`${file}: process ${holder.pid} runs these servers already`);
    }
    await rm(file, { force: true });
  }
}

/** The file's value; null where there is none or it is something else. */
async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null || text === '') return null;
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** Replaces the file in one step; readable by its owner alone. */
export async function writePrivate(file: string, text: string): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, `${text.trimEnd()}\n`, { mode: 0o600 });
  await rename(draft, file);
}
