/**
 * The mails of an Outlook file (PST, OST), read by a child process that can be ended: the format is large, and what
 * reads it is not ours.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import { NO_MARKS, type Found } from './found.ts';
import { ArchiveError } from './spool.ts';

/** next: the next item. first: the bytes of the mail that came last, from their beginning. more: the bytes behind. */
export type PstRequest = 'next' | 'first' | 'more';

/** One to each request. */
export type PstAnswer =
  | {
      readonly is: 'mail';
      readonly folder: readonly string[];
      readonly item: string;
      readonly size: number;
      readonly seen: boolean;
      readonly draft: boolean;
    }
  | { readonly is: 'damaged' | 'passed'; readonly folder: readonly string[]; readonly reason: string }
  | { readonly is: 'piece'; readonly bytes: Uint8Array }
  | { readonly is: 'end' };

/** How long an answer may take, milliseconds. */
const PATIENCE = 60_000;
/** JavaScript heap of the child, MiB. */
const HEAP = 512;

export interface PstFile {
  readonly path: string;
  /** As it is told. */
  readonly told: readonly string[];
  /** The mail folder that it stands in. */
  readonly folder: readonly string[];
}

/** What is in it. Throws ArchiveError where the child ends or does not answer. */
export async function* itemsOfPst({ path, told, folder }: PstFile): AsyncGenerator<Found> {
  const child = new PstChild(path);
  try {
    for (;;) {
      const answer = await child.ask('next');
      if (answer.is === 'end' || answer.is === 'piece') return;
      const place = { path: [...told, ...(answer.folder.length === 0 ? [] : [answer.folder.join('/')])], offset: null };
      if (answer.is !== 'mail') {
        yield { is: answer.is, place, reason: answer.reason };
        continue;
      }
      const { seen, draft, size, item } = answer;
      yield {
        is: 'mail',
        mail: {
          place: { path: [...place.path, item], offset: null },
          folder: [...folder, ...answer.folder],
          size,
          marks: { ...NO_MARKS, seen, draft },
          delivered: null,
          composed: true,
          open: () => child.bytes(),
        },
      };
    }
  } finally {
    child.end();
  }
}

class PstChild {
  private readonly child: ChildProcess;

  constructor(path: string) {
    // The sources run as they are, and the build has compiled ones beside the same file.
    const script = fileURLToPath(
      new URL(import.meta.url.endsWith('.ts') ? './pst-process.ts' : './pst-process.js', import.meta.url),
    );
    const root = join(import.meta.dirname, '../../..');
    const readable = [join(root, 'node_modules'), join(root, 'package.json'), join(import.meta.dirname, '*'), path];
    this.child = fork(script, [path], {
      env: {},
      execArgv: [
        '--permission',
        ...readable.map((each) => `--allow-fs-read=${each}`),
        `--max-old-space-size=${HEAP}`,
        '--no-warnings',
      ],
      serialization: 'advanced',
      // What it writes is its library's: nobody reads it.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('error', () => undefined);
  }

  async ask(request: PstRequest): Promise<PstAnswer> {
    if (!this.child.connected) throw new ArchiveError('what reads it has ended');
    const done = new AbortController();
    const options = { signal: AbortSignal.any([done.signal, AbortSignal.timeout(PATIENCE)]) };
    try {
      const first = Promise.race([
        once(this.child, 'message', options).then(([answer]) => answer as PstAnswer),
        once(this.child, 'exit', options).then(() => null),
      ]);
      this.child.send(request, () => undefined);
      const answer = await first;
      if (answer === null) throw new ArchiveError('what reads it has ended');
      return answer;
    } catch (error) {
      if (error instanceof ArchiveError) throw error;
      throw new ArchiveError('what reads it does not answer', { cause: error });
    } finally {
      // Whichever of the two lost is let go.
      done.abort();
    }
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    for (let request: PstRequest = 'first'; ; request = 'more') {
      const answer = await this.ask(request);
      if (answer.is !== 'piece') return;
      yield answer.bytes;
    }
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}
