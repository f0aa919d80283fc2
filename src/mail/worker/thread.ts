import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { readFile } from '../parse.ts';
import { toThread, window } from './protocol.ts';
import type { FromThread, Task } from './protocol.ts';

/**
 * The body of a thread of the pool: does one task after the other. An error here is a defect of ours; it ends the thread, and the pool
 * replaces it.
 */
function serve(port: MessagePort): void {
  let job: Job | null = null;
  port.on('message', (value: unknown) => {
    const message = toThread(value);
    if (message.type === 'begin') {
      job = new Job(port);
      void job.run(message.task);
    } else if (message.type === 'bytes') job?.give(message.bytes);
    else if (message.type === 'end') job?.finish();
    else job?.taken();
  });
}

class Job {
  private readonly port: MessagePort;
  private readonly waiting: Uint8Array[] = [];
  private ended = false;
  private credit = window;
  /** Reading the mail and giving the file away may wait at the same time. */
  private sleepers: (() => void)[] = [];

  constructor(port: MessagePort) {
    this.port = port;
  }

  give(bytes: Uint8Array): void {
    this.waiting.push(bytes);
    this.wake();
  }

  finish(): void {
    this.ended = true;
    this.wake();
  }

  taken(): void {
    this.credit += 1;
    this.wake();
  }

  async run(task: Task): Promise<void> {
    if (task.kind === 'parse') {
      // Loaded here, so that a thread that only reads files does not hold what makes HTML fit for Matrix.
      const { parseAndRender } = await import('./work.ts');
      this.say({ type: 'parsed', parsed: await parseAndRender(this.source(), task.limits, task.language) });
      return;
    }
    const file = await readFile(this.source(), task.index, task.limits);
    this.say({ type: 'file', found: file !== null });
    for await (const piece of file ?? []) {
      while (this.credit === 0) await this.change();
      this.credit -= 1;
      // A copy of its own, so that its memory can be handed over.
      const bytes = new Uint8Array(piece as Uint8Array);
      this.say({ type: 'piece', bytes }, [bytes.buffer]);
    }
    this.say({ type: 'done' });
  }

  private async *source(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = this.waiting.shift();
      if (next !== undefined) {
        yield next;
        this.say({ type: 'consumed' });
      } else if (this.ended) return;
      else await this.change();
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.sleepers.push(resolve));
  }

  private wake(): void {
    for (const resolve of this.sleepers.splice(0)) resolve();
  }

  private say(message: FromThread, transfer: ArrayBuffer[] = []): void {
    this.port.postMessage(message, transfer);
  }
}

if (parentPort !== null) serve(parentPort);
