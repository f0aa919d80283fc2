/** An import as a process of its own, which can be killed, and the old mail that it brings in. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../crash/import-program.ts', import.meta.url));

/** Between two looks whether it is to die, milliseconds. */
const LOOK_MS = 2;

export interface EndedImport {
  readonly signal: string | null;
  readonly out: string;
  /** What it said on standard error, and how it ended. */
  readonly err: string;
}

/** Runs until it ends by itself, or is killed when `dies` says so. */
export function runImport(args: readonly string[], dies?: () => boolean): Promise<EndedImport> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const look = () => dies?.() === true && child.kill('SIGKILL');
    const watch = dies === undefined ? undefined : setInterval(look, LOOK_MS);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ signal, out, err: `${err}, ended with ${String(code ?? signal)}` });
    });
  });
}

/** A new folder with a Maildir of so many conversations, each of so many mails. */
export async function oldMaildir(
  conversations: number,
  mails: number,
  mail: (of: number, at: number) => string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-import-'));
  await mkdir(join(folder, 'cur'));
  for (let of = 0; of < conversations; of += 1) {
    for (let at = 0; at < mails; at += 1) {
      await writeFile(join(folder, 'cur', `${String(at)}.${String(of)}:2,S`), mail(of, at));
    }
  }
  return folder;
}
