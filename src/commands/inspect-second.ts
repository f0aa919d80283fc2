/** The second opinion of `mailroom inspect`: a mail read once more with mailparser, in a thread with limits of its own. */
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { MailWarning, ParsedMail } from '../mail/types.ts';

/** A larger mail is not read twice, bytes: mailparser holds a mail whole. */
const LARGEST = 64 * 1024 * 1024;
/** Milliseconds; 1.5 MB of nested HTML cost mailparser 30 s. */
const TIME = 20_000;
/** MiB. */
const MEMORY = 512;

/** What the thread is given: the mail, and what we read in it. */
export interface SecondTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
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

/** Reads mails a second time, one after the other. `close` must be called. */
export class SecondReader {
  private worker: Worker | null = null;

  /**
   * What mailparser found in a mail that we did not, and where it gave up, as warnings. Rejects only with an error of the source.
   */
  async read(source: AsyncIterable<Uint8Array>, mail: ParsedMail): Promise<MailWarning[]> {
    if (mail.size > LARGEST) return [warning(`not asked: the mail is larger than ${LARGEST / 1024 / 1024} MiB`)];
    const pieces: Uint8Array[] = [];
    for await (const piece of source) pieces.push(piece);
    // A copy of its own, so that its memory can be handed over.
    const bytes = new Uint8Array(Buffer.concat(pieces));
    const files = mail.files.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 }));
    return this.ask({ bytes, text: mail.text, html: mail.html, subject: mail.subject, files });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private ask(task: SecondTask): Promise<MailWarning[]> {
    const worker = (this.worker ??= startThread());
    return new Promise((resolve) => {
      const end = (warnings: MailWarning[]): void => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', gone);
        resolve(warnings);
      };
      const giveUp = (detail: string): void => {
        this.worker = null;
        void worker.terminate();
        end([warning(detail)]);
      };
      const timer = setTimeout(() => giveUp(`mailparser took more than ${TIME / 1000} s`), TIME);
      const answered = (answer: unknown): void => end(answerCodec.parse(answer));
      const failed = (error: unknown): void =>
        giveUp(`mailparser brought its thread down: ${String(error).slice(0, 200)}`);
      const gone = (): void => giveUp('mailparser ended its thread');
      worker.on('message', answered).on('error', failed).on('exit', gone);
      worker.postMessage(task, [task.bytes.buffer]);
    });
  }
}

function startThread(): Worker {
  const script = import.meta.url.endsWith('.ts') ? './inspect-second-thread.ts' : './inspect-second-thread.js';
  return new Worker(new URL(script, import.meta.url), {
    name: 'second opinion',
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY, stackSizeMb: 4 },
  });
}

function warning(detail: string): MailWarning {
  return { code: 'second-opinion', detail };
}
