/** The work of a child of the pool: one task after the other, from the bytes of strangers to values. */
import { headerOf } from '../mail/mime/head.ts';
import { bundle } from '../mail/bundle.ts';
import { readFile, readFiles } from '../mail/mime/parse.ts';
import { describeMedia, mediaPrefix } from '../mail/media.ts';
import type { parseAndRender } from '../mail/render/render-mail.ts';
import type { Channel } from '../sandbox/channel.ts';
import type { checkMail } from './check-mail.ts';
import { DNS_RECORDS, MOST_QUESTIONS, toChild, window } from './protocol.ts';
import type { FromChild } from './from-child.ts';
import type { DnsAnswer, DnsRecords, Task } from './protocol.ts';

/** What a child has loaded; those that only read files do without what makes HTML fit for Matrix. */
export interface Tools {
  readonly parseAndRender?: typeof parseAndRender;
  readonly checkMail?: typeof checkMail;
}

/**
 * Does what it is told on this channel. An error here is a defect of ours, or a lack of memory: it is said, and ends
 * the process; the pool starts another.
 */
export function serve(channel: Channel, tools: Tools): void {
  let job: Job | null = null;
  channel.listen((value) => {
    const message = toChild(value);
    if (message.type === 'begin') {
      const begun = new Job(channel, message.number, tools);
      job = begun;
      begun.run(message.task).catch((error: unknown) => begun.broke(error));
    } else if (message.type === 'bytes') job?.give(message.bytes);
    else if (message.type === 'end') job?.finish();
    else if (message.type === 'answer') job?.answered(message.question, message.answer);
    else job?.taken();
  });
  process.on('uncaughtException', (error) => {
    if (job === null) process.exit(1);
    job.broke(error);
  });
}

/** Bytes of one message to the pool. */
const PIECE = 64 * 1024;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

type Said = FromChild extends infer One ? (One extends FromChild ? Omit<One, 'number'> : never) : never;

class Job {
  private readonly channel: Channel;
  private readonly number: number;
  private readonly tools: Tools;
  private readonly waiting: Uint8Array[] = [];
  private ended = false;
  private credit = window;
  /** Reading the mail and giving the file away may wait at the same time. */
  private sleepers: (() => void)[] = [];
  /** Questions to the DNS that wait for their answers. */
  private readonly questions = new Map<number, (answer: DnsAnswer) => void>();
  private asked = 0;

  constructor(channel: Channel, number: number, tools: Tools) {
    this.channel = channel;
    this.number = number;
    this.tools = tools;
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

  answered(question: number, answer: DnsAnswer): void {
    this.questions.get(question)?.(answer);
    this.questions.delete(question);
  }

  async run(task: Task): Promise<void> {
    switch (task.kind) {
      case 'parse':
        await this.parse(task);
        return;
      case 'file':
        await this.file(task);
        return;
      case 'bundle':
        await this.bundle(task);
        return;
      case 'media': {
        const { file, limits } = task;
        const stream = await readFile(this.source(), file.index, limits);
        this.say({ type: 'media', facts: stream === null ? null : await describeMedia(file, await beginning(stream)) });
        return;
      }
      case 'check': {
        const { checkMail: check } = this.tools;
        if (check === undefined) throw new Error('this child checks nobody');
        const ask = (name: string, record: string) => this.ask(name, record);
        this.say({ type: 'checked', answer: await check(this.source(), task.client, ask) });
      }
    }
  }

  broke(error: unknown): void {
    const text = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown error';
    // V8 and Node have two texts for it.
    const memory = error instanceof RangeError && /allocat/i.test(text);
    this.say({ type: 'broke', code: memory ? 'memory' : 'crash', detail: text });
    process.exitCode = 1;
    process.stdout.end(() => process.exit(1));
  }

  private async parse({ part, limits, language }: Extract<Task, { readonly kind: 'parse' }>): Promise<void> {
    const { parseAndRender: read } = this.tools;
    if (read === undefined) throw new Error('this child only reads files');
    const bytes = part === 'header' ? headerOf(this.source(), limits.header) : this.source();
    this.say({ type: 'parsed', parsed: await read(bytes, limits, language) });
  }

  private async file({ index, limits }: Extract<Task, { readonly kind: 'file' }>): Promise<void> {
    await this.giveAway(await readFile(this.source(), index, limits));
  }

  private async bundle({ parts, size, limits }: Extract<Task, { readonly kind: 'bundle' }>): Promise<void> {
    const indexes = parts.map(({ index }) => index);
    const found = await readFiles(this.source(), indexes, size, limits);
    const archive = found && bundle(found.map((bytes, at) => ({ bytes, name: parts[at]?.name ?? '' })));
    // Another program counted the files: these are not what was promised.
    await this.giveAway(archive?.length === size ? inPieces(archive) : null);
  }

  private async giveAway(file: AsyncIterable<unknown> | Iterable<unknown> | null): Promise<void> {
    this.say({ type: 'file', found: file !== null });
    for await (const piece of file ?? []) {
      while (this.credit === 0) await this.change();
      this.credit -= 1;
      this.say({ type: 'piece', bytes: piece as Uint8Array });
    }
    this.say({ type: 'done' });
  }

  private async ask(name: string, record: string): Promise<DnsRecords> {
    const known = DNS_RECORDS.find((one) => one === record);
    if (known === undefined || name.length > 255 || this.asked >= MOST_QUESTIONS) throw dnsError('EBADQUERY');
    this.asked += 1;
    const question = this.asked;
    const said = new Promise<DnsAnswer>((resolve) => this.questions.set(question, resolve));
    this.say({ type: 'ask', question, name, record: known });
    const answer = await said;
    if (!answer.ok) throw dnsError(answer.code);
    return answer.records;
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

  private say(message: Said): void {
    this.channel.send({ ...message, number: this.number });
  }
}

/** An error as `node:dns` throws it. */
function dnsError(code: string): Error {
  return Object.assign(new Error(`DNS: ${code}`), { code });
}

/** As many bytes of a file as say what it is. */
async function beginning(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    size += piece.length;
    // The first bytes say how many are wanted; the first piece may be shorter than they are.
    if (size >= mediaPrefix(pieces.length === 1 ? piece : Buffer.concat(pieces))) break;
  }
  return Buffer.concat(pieces);
}
