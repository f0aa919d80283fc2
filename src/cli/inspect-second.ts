/**
 * The second opinion of `mailroom inspect`: a mail read once more with mailparser, in a child with limits of its own.
 */
import { z } from 'zod';
import type { MailWarning, ParsedMail } from '../mail/types.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import type { SandboxProcess } from '../sandbox/sandbox.ts';

/** A larger mail is not read twice, bytes: mailparser holds a mail whole. */
const LARGEST = 48 * 1024 * 1024;
/** Milliseconds; 1.5 MB of nested HTML cost mailparser 30 s. */
const TIME = 20_000;
/** MiB. */
const MEMORY = 512;

/** What the child is given: the mail, and what we read in it. */
export interface SecondTask {
  readonly bytes: Uint8Array;
  readonly text: string | null;
  readonly html: string | null;
  readonly subject: string;
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
  }[];
}

const answerCodec = z.array(z.object({ code: z.string(), detail: z.string() }));

/** Reads mails a second time, in as many children as are wanted, first come first served. `close` must be called. */
export class SecondReader {
  private readonly sandbox = new Sandbox({
    script: new URL(
      import.meta.url.endsWith('.ts') ? './second-opinion-process.ts' : './second-opinion-process.js',
      import.meta.url,
    ),
    folders: ['base', 'words', 'mail', 'cli', 'sandbox'],
    heap: MEMORY,
    beside: MEMORY,
    largest: 16 * 2 ** 20,
  });
  private readonly idle: Child[] = [];
  private readonly busy = new Set<Child>();
  private readonly waiting: (() => void)[] = [];
  private free: number;

  /** @param children that may read at the same time */
  constructor(children: number) {
    this.free = children;
  }

  /**
   * What mailparser found in a mail that we did not, and where it gave up, as warnings. Rejects only with an error of
   * the source.
   */
  async read(source: AsyncIterable<Uint8Array>, mail: ParsedMail): Promise<MailWarning[]> {
    if (mail.size > LARGEST) return [warning(`not asked: the mail is larger than ${LARGEST / 1024 / 1024} MiB`)];
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of source) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      const files = mail.files.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 }));
      return await this.ask({ bytes, text: mail.text, html: mail.html, subject: mail.subject, files });
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }

  async close(): Promise<void> {
    this.sandbox.close();
    const children = [...this.idle.splice(0), ...this.busy];
    for (const { process } of children) process.kill();
    await Promise.all(children.map(({ process }) => process.ended));
  }

  private async ask(task: SecondTask): Promise<MailWarning[]> {
    const child = this.idle.pop() ?? new Child(await this.sandbox.start());
    this.busy.add(child);
    const found = await child.ask(task);
    this.busy.delete(child);
    if (typeof found === 'string') return [warning(found)];
    this.idle.push(child);
    return found;
  }
}

/** A process that reads one mail at a time. */
class Child {
  readonly process: SandboxProcess;
  private answered: (answer: MailWarning[] | string) => void = () => undefined;

  constructor(process: SandboxProcess) {
    this.process = process;
    process.channel.listen((value) => {
      const answer = answerCodec.safeParse(value);
      this.answered(answer.success ? answer.data : 'mailparser answered nonsense');
    });
    void process.ended.then(({ code, signal }) =>
      this.answered(`mailparser ended its process: ${signal ?? code ?? '?'}`),
    );
  }

  /** What it found, or why nothing can be asked of it any more. */
  async ask(task: SecondTask): Promise<MailWarning[] | string> {
    this.process.hold(true);
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve) => {
        this.answered = resolve;
        timer = setTimeout(() => {
          resolve(`mailparser took more than ${TIME / 1000} s`);
          this.process.kill();
        }, TIME);
        this.process.channel.send(task);
      });
    } finally {
      clearTimeout(timer);
      this.process.hold(false);
    }
  }
}

function warning(detail: string): MailWarning {
  return { code: 'second-opinion', detail };
}
