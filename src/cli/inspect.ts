import { availableParallelism } from 'node:os';
import { receiverOf } from '../config/senders-section.ts';
import { addressKey, parseAddress } from '../mail/address.ts';
import { judgeByReceiver } from '../mail/authentication/verdict.ts';
import type { ClaimedMail, Receiver, SenderVerdict, Trust } from '../mail/authentication/verdict.ts';
import { mayBeMedia, withMedia } from '../bridge/to-matrix/files.ts';
import type { JsonObject } from '../bridge/types.ts';
import type { Address, ParsedMail } from '../mail/types.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import { errorText } from '../base/errors.ts';
import { workInOrder } from '../base/in-order.ts';
import { EXIT, readArgsAndFiles, UsageError, type Command, type ExitCode, type Io } from './command.ts';
import { inspectedAccount, Ledger, type Placed } from '../inspect/ledger.ts';
import { page, progressLine, Tally } from '../inspect/page.ts';
import { jsonLine, record, unreadRecord, type InspectRecord } from '../inspect/record.ts';
import type { SecondReader } from './inspect-second.ts';
import { listInputs, type Source } from '../inspect/sources.ts';

const OPTIONS = {
  account: { type: 'string' },
  receiver: { type: 'string' },
  json: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  'second-opinion': { type: 'boolean', default: false },
} as const;

/**
 * Mails that are parsed at the same time: one a core, as far as one process that decides keeps up with them (a mail
 * costs it about as much as its parser).
 */
const PARSERS = Math.min(availableParallelism(), 16);
/** Mails that may be ahead of the one that is shown next, so that a slow one keeps no core waiting. */
const AHEAD = 8 * PARSERS;
/** Bytes of all mails that are ahead; one alone may have more. */
const BYTES_AHEAD = 64 * 2 ** 20;
/** Between two pictures of the progress line, milliseconds. */
const PROGRESS_MS = 200;

/** `mailroom inspect` */
export const inspectCommand: Command = {
  summary: 'show what mails would become, without a database or homeserver',
  help: `Usage: mailroom inspect [OPTIONS] FILE…

Shows what each mail would become in Matrix, and why: its kind, sender, thread, text, what is cut, files, events. FILE
is a mail (.eml), an mbox, a Maildir, a folder of .eml files, or - for standard input. The mails are decided as if they
had arrived in this order in one account. Nothing is sent, fetched or stored, and no config is read.

      --account ADDRESS  the account's own address: mail from it is a colleague's
      --receiver NAME    who writes the Authentication-Results that count: gmail, exchange-online, or an authserv-id
      --json             one JSON object a line for each mail (docs/inspect.md); the summary goes to standard error
      --full             show long texts, and what is cut, whole
      --second-opinion   read each mail with mailparser too, and warn where it found text or files that we did not

Exit codes: 0 every mail could be read, 1 one could not, 2 the command line is wrong.
`,
  async run(args, io) {
    const { values, files } = readArgsAndFiles(args, OPTIONS);
    if (files.length === 0) throw new UsageError('Which files? (- is standard input)');
    const address = parseAddress(values.account ?? 'account@mailroom.invalid');
    if (address === null) throw new UsageError('--account must be a mail address.');
    const stopping = new AbortController();
    void io.stopped.then((reason) => stopping.abort(reason));
    const inputs = await listInputs(files, process.stdin, stopping.signal);
    const pool = createParsePool({ size: PARSERS, readers: PARSERS });
    const second = values['second-opinion'] ? new (await import('./inspect-second.ts')).SecondReader(PARSERS) : null;
    const receiver = values.receiver === undefined ? null : receiverOf(values.receiver);
    const tools = {
      pool,
      second,
      ledger: new Ledger(inspectedAccount(address, receiver)),
      judge: judgeFor(address, receiver),
    };
    try {
      return await inspectAll(inputs.mails(), tools, {
        io,
        stop: stopping.signal,
        size: inputs.size,
        show: values.json ? jsonLine : (one) => page(one, values.full),
        summary: values.json ? io.err : io.out,
      });
    } finally {
      await Promise.all([pool.close(), second?.close(), inputs.close()]);
    }
  },
};

export interface InspectTools {
  readonly pool: ParsePool;
  readonly second: SecondReader | null;
  readonly ledger: Ledger;
  readonly judge: (mail: ClaimedMail) => SenderVerdict;
}

/** The verdict by what the receiver wrote; without one nobody is believed. Our own check would ask the DNS. */
function judgeFor(account: Address, receiver: Receiver | null): (mail: ClaimedMail) => SenderVerdict {
  const own = addressKey(account);
  const trust: Trust = {
    receiver,
    hosts: [],
    sealers: [],
    isInternal: (address) => addressKey(address) === own,
  };
  return (mail) => judgeByReceiver(mail, trust);
}

interface Output {
  readonly io: Io;
  /** Ends the work after the mails under way. */
  readonly stop: AbortSignal;
  /** Bytes of all mails. */
  readonly size: number;
  readonly show: (record: InspectRecord) => string;
  readonly summary: (text: string) => void;
}

/** What was read of a mail. */
interface Read {
  /** Null where the source failed. */
  readonly parsed: Parsed | null;
  readonly error: string;
  /** Wall time from its first byte on, milliseconds. */
  readonly ms: number;
}

/**
 * Parsing goes on ahead on all cores, each mail is decided when those before it are, and what is shown comes in order.
 * Its tests give it children of their own.
 */
export async function inspectAll(mails: AsyncIterable<Source>, tools: InspectTools, output: Output): Promise<ExitCode> {
  const started = performance.now();
  const tally = new Tally();
  const progress = new Progress(output.io, output.size, started);
  let turn: Promise<unknown> = Promise.resolve();
  const work = async (source: Source): Promise<{ readonly one: InspectRecord; readonly size: number }> => {
    const read = readMail(source, tools.pool);
    const decided = turn.then(async () => decide(source, await read, tools));
    turn = decided.catch(() => undefined);
    const settled = await decided;
    return { one: settled.read ? await recordOf(settled, source, tools) : settled.record, size: source.size };
  };
  const ahead = { most: AHEAD, weight: { of: ({ size }: Source) => size, most: BYTES_AHEAD } };
  for await (const { one, size } of workInOrder(until(output.stop, mails), ahead, work)) {
    tally.add(one);
    if (output.io.terminal?.out === true) progress.wipe();
    output.io.out(output.show(one));
    progress.draw({ mails: tally.mails, bytes: size });
  }
  progress.wipe();
  if (tally.mails === 0) output.io.err('No mail is there.\n');
  if (tally.mails > 1) output.summary(tally.text(tools.ledger.size, (performance.now() - started) / 1000));
  return tally.failed > 0 || output.stop.aborted ? EXIT.failed : EXIT.ok;
}

/** The mails until somebody wants it to end. */
async function* until(stop: AbortSignal, mails: AsyncIterable<Source>): AsyncGenerator<Source> {
  for await (const source of mails) {
    if (stop.aborted) return;
    yield source;
  }
}

async function readMail(source: Source, pool: ParsePool): Promise<Read> {
  if (source.error !== null) return { parsed: null, error: source.error, ms: 0 };
  // Its turn comes when its bytes are asked for.
  let started = performance.now();
  const ms = (): number => Math.round((performance.now() - started) * 10) / 10;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    started = performance.now();
    yield* source.open();
  }
  try {
    return { parsed: await pool.parse(bytes()), error: '', ms: ms() };
  } catch (error) {
    return { parsed: null, error: `cannot be read: ${errorText(error)}`, ms: ms() };
  }
}

/** A mail that was decided; what its files are is not known yet. */
interface Decided {
  readonly read: true;
  readonly place: Place;
  readonly parsed: Extract<Parsed, { readonly ok: true }>;
  /** As it counts: where a group wrote it, who asked the group to. */
  readonly mail: ParsedMail;
  readonly placed: Placed;
  readonly verdict: SenderVerdict;
}

type Place = Pick<InspectRecord, 'file' | 'index' | 'ms'>;

/** To be called for one mail after the other, in their order. */
function decide(
  { file, index }: Source,
  { parsed, error, ms }: Read,
  { ledger, judge }: InspectTools,
): Decided | { readonly read: false; readonly record: InspectRecord } {
  const place = { file, index, ms };
  if (parsed === null) return { read: false, record: unreadRecord(place, error) };
  if (!parsed.ok) {
    return { read: false, record: unreadRecord(place, `${parsed.failure.code}: ${parsed.failure.detail}`) };
  }
  const judged = judge(parsed.mail);
  const { mail, verdict } = ledger.seen(parsed.mail, judged);
  const placed = ledger.add(parsed, judged);
  const shown = verdict?.reason === 'group' ? verdict : judged;
  return { read: true, place, parsed, mail, placed, verdict: shown };
}

async function recordOf(decided: Decided, source: Source, { pool, second }: InspectTools): Promise<InspectRecord> {
  const { place, parsed, mail, placed, verdict } = decided;
  const events = await eventsOf(placed, source, pool);
  const opinion = second === null ? [] : await second.read(source.open(), parsed.mail);
  return record(place, { ...parsed, mail }, placed, events, verdict, opinion);
}

/** The events as they would be sent: what is a picture, sound or a film its bytes say, as in the bridge. */
async function eventsOf({ sends }: Placed, source: Source, pool: ParsePool): Promise<JsonObject[]> {
  const events: JsonObject[] = [];
  for (const { content, files } of sends) {
    const [file] = files;
    const isFile = file !== undefined && content['url'] === file.placeholder;
    const facts =
      isFile && file.source.kind === 'part' && mayBeMedia(file)
        ? await pool.describe(source.open(), {
            index: file.source.index,
            type: file.type,
            name: file.name,
            size: file.size,
          })
        : null;
    events.push(facts === null || file === undefined ? content : withMedia(content, file, facts, null));
  }
  return events;
}

/** A line on standard error that is drawn over itself, where somebody watches. */
class Progress {
  private readonly io: Io;
  private readonly size: number;
  private readonly started: number;
  private bytes = 0;
  private last: number;
  private shown = false;

  constructor(io: Io, size: number, started: number) {
    this.io = io;
    this.size = size;
    this.started = started;
    // Nothing is drawn for what takes less than a second.
    this.last = started + 1000;
  }

  draw(done: { readonly mails: number; readonly bytes: number }): void {
    this.bytes += done.bytes;
    const now = performance.now();
    const { terminal } = this.io;
    // Where the pages go to the same screen, each of them has wiped the line.
    if (terminal?.err !== true || now - this.last < (terminal.out ? 0 : PROGRESS_MS)) return;
    this.last = now;
    this.shown = true;
    const text = progressLine({ mails: done.mails, bytes: this.bytes }, this.size, (now - this.started) / 1000);
    this.io.err(`\r\u001b[K${text}`);
  }

  wipe(): void {
    if (this.shown) this.io.err('\r\u001b[K');
    this.shown = false;
  }
}
