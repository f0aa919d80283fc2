import { spawn } from 'node:child_process';

/** What a finished command said. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run a command. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Given to its standard input. */
  readonly input?: string | Buffer;
}

/** Runs a command without a shell and resolves with its exit code and output; rejects only when it cannot be run. */
export function tryCommand(argv: readonly [string, ...string[]], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((done, fail) => {
    const [program, ...args] = argv;
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: 'pipe' });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A command that does not read its input to the end closes the pipe; its exit code tells what it thought of it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.once('error', fail);
    child.once('close', (code) => {
      done({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

/** Like `tryCommand`, but a missing program or an exit code other than 0 is an error with what the command said. */
export async function command(argv: readonly [string, ...string[]], options: CommandOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await tryCommand(argv, options);
  if (code !== 0)
    throw new Error(`${argv.slice(0, 4).join(' ')} … failed (exit code ${code}):\n${stderr.trim() || stdout.trim()}`);
  return stdout;
}
