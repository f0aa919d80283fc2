/**
 * Child processes for what reads strangers' bytes: an empty environment, no descriptor but the channel, Node's
 * permission model that lets them read their own code and nothing else, no function that reaches the network, and what
 * the system adds (`walls.ts`). Failure policy: a child that does not come up behind a wall of the system is started
 * without that one, and `walls` says so; without the permission model there is no child.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MailroomError } from '../base/errors.ts';
import { Channel } from './channel.ts';
import { allWalls, wallCommand } from './walls.ts';
import type { Wall, WallSettings } from './walls.ts';

/** Milliseconds after which a child that has not said that it is ready is given up; most need one second. */
const START_TIME = 60_000;

export interface SandboxOptions extends WallSettings {
  /** The program of the child; it calls `enterSandbox`. */
  readonly script: URL;
  readonly args?: readonly string[];
  /** Folders of ours that it may read, such as `mail`; packages it may read always. */
  readonly folders: readonly string[];
  /** Whether it may load native code, which Node's permission model does not bind. Default false. */
  readonly addons?: boolean;
  /** Its whole environment. Default empty. */
  readonly env?: Readonly<Record<string, string>>;
  /** Bytes of the largest value that it may say. */
  readonly largest: number;
}

/** Why a child ended. */
export interface SandboxEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child that is ready. */
export interface SandboxProcess {
  readonly channel: Channel;
  /** Resolves when it is gone; never rejects. */
  readonly ended: Promise<SandboxEnd>;
  /** Ends it at once. */
  kill(): void;
  /** Whether it keeps this process alive. */
  hold(hold: boolean): void;
}

/** What stands around the children, as `check` and the log tell it. */
export interface WallReport {
  readonly walls: readonly Wall[];
  readonly missing: readonly Wall[];
}

const readyCodec = z.object({ ready: z.object({ permission: z.boolean(), uid: z.number().nullable() }) });

/** Starts children of one kind. */
export class Sandbox {
  readonly #options: SandboxOptions;
  #walls: Promise<readonly Wall[]> | null = null;
  /** The child by which the walls were found, for who asks first. */
  #spare: SandboxProcess | null = null;

  constructor(options: SandboxOptions) {
    this.#options = options;
  }

  /** Rejects with a MailroomError where none can be started. */
  async start(): Promise<SandboxProcess> {
    const walls = await this.#found();
    const spare = this.#spare;
    this.#spare = null;
    return spare ?? launch(this.#options, walls);
  }

  /** Which walls stand: tried by a child, which is kept for the first `start`. */
  async standing(): Promise<WallReport> {
    const walls = await this.#found();
    return { walls, missing: allWalls.filter((wall) => !walls.includes(wall)) };
  }

  /** Ends the child that nobody took. */
  close(): void {
    this.#spare?.kill();
    this.#spare = null;
  }

  #found(): Promise<readonly Wall[]> {
    this.#walls ??= this.#find().catch((error: unknown) => {
      this.#walls = null;
      throw error;
    });
    return this.#walls;
  }

  /** All walls at once; where that fails, those that stand alone. */
  async #find(): Promise<readonly Wall[]> {
    if (!process.allowedNodeEnvironmentFlags.has('--permission')) {
      throw new MailroomError('no-permission-model', 'this Node has no permission model; Node 24 or newer is needed');
    }
    const possible = allWalls.filter((wall) => wallCommand(wall, this.#options) !== null);
    if (await this.#stands(possible)) return possible;
    const alone: Wall[] = [];
    for (const wall of possible) if (await this.#stands([wall])) alone.push(wall);
    if (await this.#stands(alone)) return alone;
    if (alone.length > 0 && (await this.#stands([]))) return [];
    throw new MailroomError('sandbox-failed', 'the process that reads mail does not start');
  }

  async #stands(walls: readonly Wall[]): Promise<boolean> {
    try {
      const child = await launch(this.#options, walls);
      this.close();
      this.#spare = child;
      return true;
    } catch (error) {
      if (error instanceof NotReady) return false;
      throw error;
    }
  }
}

/** A child ended before it was ready. */
class NotReady extends MailroomError {}

async function launch(options: SandboxOptions, walls: readonly Wall[]): Promise<SandboxProcess> {
  const node = [process.execPath, ...nodeFlags(options), fileURLToPath(options.script), ...(options.args ?? [])];
  const words = [...walls.flatMap((wall) => wallCommand(wall, options) ?? []), ...node];
  const [command = process.execPath, ...args] = words;
  const child = spawn(command, args, { cwd: '/', env: { ...options.env }, stdio: ['pipe', 'pipe', 'ignore'] });
  return ready(child, options.largest);
}

function ready(child: ChildProcess, largest: number): Promise<SandboxProcess> {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('a child has its streams');
  // A child that ends breaks its streams; that it ended is told by `ended`.
  stdin.on('error', () => undefined);
  stdout.on('error', () => undefined);
  const kill = (): void => {
    // Whoever ends it may wait until it is gone.
    child.ref();
    child.kill('SIGKILL');
  };
  const channel = new Channel(stdout, stdin, { largest, broken: kill });
  const ended = new Promise<SandboxEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  const hold = (wanted: boolean): void => {
    for (const one of [child, stdin, stdout].filter(isHeld)) {
      if (wanted) one.ref();
      else one.unref();
    }
  };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      kill();
      reject(new MailroomError('sandbox-late', 'a process that reads mail did not become ready'));
    }, START_TIME);
    let told = false;
    channel.listen((value) => {
      if (told) return;
      told = true;
      clearTimeout(late);
      const said = readyCodec.safeParse(value);
      if (said.success && said.data.ready.permission) {
        hold(false);
        resolve({ channel, ended, kill, hold });
        return;
      }
      kill();
      reject(new MailroomError('no-permission-model', 'a process that reads mail has no permission model around it'));
    });
    void ended.then(({ code, signal }) => {
      clearTimeout(late);
      reject(new NotReady('sandbox-failed', `a process that reads mail ended at its start: ${signal ?? code ?? '?'}`));
    });
  });
}

/** The streams of a child are sockets, though their type does not say so. */
function isHeld<T extends object>(one: T): one is T & { ref(): void; unref(): void } {
  return 'ref' in one && 'unref' in one;
}

function nodeFlags({ script, folders, heap, addons = false }: SandboxOptions): string[] {
  const own = fileURLToPath(new URL('..', import.meta.url));
  const readable = [
    fileURLToPath(script),
    join(own, '../package.json'),
    ...folders.map((folder) => join(own, folder, '*')),
    ...packageFolders(own).map((folder) => join(folder, '*')),
  ];
  return [
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    addons ? '--allow-addons' : '--no-addons',
    // The signal by which a process opens a debugger to whoever may send it.
    '--disable-sigusr1',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${heap}`,
    // Keeps what lies outside of the heap small: see `base/memory.ts`.
    '--max-semi-space-size=2',
    // Kilobytes of the 8 MB that the first thread of a process has; nested mails and HTML go deep.
    '--stack-size=3900',
  ];
}

/** Where Node seeks packages for our code: `node_modules` beside it and above. */
function packageFolders(own: string): string[] {
  const found: string[] = [];
  for (let at = dirname(own); ; at = dirname(at)) {
    const folder = at.endsWith('node_modules') ? at : join(at, 'node_modules');
    if (existsSync(folder)) found.push(folder);
    if (dirname(at) === at) return [...new Set(found)];
  }
}
