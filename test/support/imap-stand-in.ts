/**
 * A stand-in IMAP server for crash tests: the part of RFC 9051 (and IDLE, UIDPLUS, SPECIAL-USE, MOVE) that
 * Mailroom uses,
 * over node:net on loopback without TLS, in memory. It keeps what was done to it, so that a test can count.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { CommandReader, dateTime, envelope, headerField, inSet, text, words } from './imap-stand-in-wire.ts';
import type { Argument, Command } from './imap-stand-in-wire.ts';

export interface StandInMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly date: Date;
  readonly flags: Set<string>;
}

export interface StandInMailbox {
  readonly name: string;
  readonly attributes: string;
  uidvalidity: number;
  nextUid: number;
  mails: StandInMail[];
}

export interface ImapStandInOptions {
  /** Called for each command before it is carried out; a test may end the other side here. */
  readonly onCommand?: (name: string) => void;
  /** Called after a change of a mailbox, before its answer. */
  readonly onChange?: (what: 'append' | 'flags' | 'move', mailbox: string) => void;
  /** False: without MOVE (RFC 6851). */
  readonly moves?: boolean;
  /** False: no mailbox is an archive. */
  readonly archive?: boolean;
  /** The flags that the mailboxes keep (RFC 9051 section 7.1, PERMANENTFLAGS); all, where it is left out. */
  readonly permanent?: string;
}

const CAPABILITIES = 'IMAP4rev1 IDLE UIDPLUS SPECIAL-USE';
const FLAGS = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';

export class StandInImap {
  readonly inbox: StandInMailbox = mailbox('INBOX', '\\HasNoChildren');
  readonly sent: StandInMailbox = mailbox('Sent', '\\HasNoChildren \\Sent');
  readonly archive: StandInMailbox = mailbox('Archive', '\\HasNoChildren \\Archive');
  readonly trash: StandInMailbox = mailbox('Trash', '\\HasNoChildren \\Trash');
  /** May be changed while it runs. */
  options: ImapStandInOptions;
  /** Commands that would delete something, in order: there must be none. */
  readonly expunges: string[] = [];
  /** Connections since its start. */
  opened = 0;
  /** Bodies, or parts of them, that were fetched. */
  fetched = 0;
  readonly #sessions = new Set<ImapSession>();
  #server: Server | null = null;

  constructor(options: ImapStandInOptions = {}) {
    this.options = options;
  }

  async start(): Promise<this> {
    const server = createServer((socket) => {
      this.opened += 1;
      const session = new ImapSession(this, socket);
      this.#sessions.add(session);
      socket.on('close', () => this.#sessions.delete(session));
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#server?.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const session of this.#sessions) session.end();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** All connections end. */
  hangUp(): void {
    for (const session of this.#sessions) session.end();
  }

  get boxes(): readonly StandInMailbox[] {
    return [this.inbox, this.sent, this.trash, ...(this.options.archive === false ? [] : [this.archive])];
  }

  get capabilities(): string {
    return this.options.moves === false ? CAPABILITIES : `${CAPABILITIES} MOVE`;
  }

  find(name: string): StandInMailbox | undefined {
    return this.boxes.find((box) => box.name.toLowerCase() === name.toLowerCase());
  }

  /** Mails go to another mailbox, by whomever; null: they are deleted. Whoever has it open is told. */
  move(from: StandInMailbox, mails: readonly StandInMail[], to: StandInMailbox | null): void {
    for (const one of mails) {
      const at = from.mails.indexOf(one);
      from.mails = from.mails.filter((mail) => mail !== one);
      for (const session of this.#sessions) session.shrunk(from, at + 1);
      if (to !== null) this.add(to, one.raw, [...one.flags], one.date);
    }
  }

  /** Somebody sets a flag. Whoever idles on the mailbox is told. */
  flag(box: StandInMailbox, mail: StandInMail, flag: string): void {
    mail.flags.add(flag);
    for (const session of this.#sessions) session.flagged(box, mail);
  }

  /** A mail arrives. Whoever idles on the mailbox is told. */
  add(box: StandInMailbox, raw: Buffer | string, flags: readonly string[] = [], date = new Date()): StandInMail {
    const mail = { uid: box.nextUid++, raw: Buffer.from(raw), date, flags: new Set(flags) };
    box.mails.push(mail);
    for (const session of this.#sessions) session.grown(box);
    return mail;
  }
}

function mailbox(name: string, attributes: string): StandInMailbox {
  return { name, attributes, uidvalidity: 7, nextUid: 1, mails: [] };
}

class ImapSession {
  readonly #site: StandInImap;
  readonly #socket: Socket;
  #box: StandInMailbox | null = null;
  #readOnly = true;
  #idle: string | null = null;
  /** How many mails this session was told of. */
  #told = 0;
  /** Mails that have gone since, by the number that each had then. */
  #gone: number[] = [];

  constructor(site: StandInImap, socket: Socket) {
    this.#site = site;
    this.#socket = socket;
    socket.setNoDelay(true);
    const reader = new CommandReader({
      goOn: () => this.#write('+ go on'),
      onCommand: (command) => this.#take(command),
      onDone: () => this.#done(),
    });
    socket.on('data', (bytes: Buffer) => reader.add(bytes));
    socket.on('error', () => undefined);
    this.#write(`* OK [CAPABILITY ${site.capabilities}] stand-in`);
  }

  end(): void {
    this.#socket.destroy();
  }

  grown(box: StandInMailbox): void {
    if (this.#idle !== null && this.#box === box) this.#tell();
  }

  shrunk(box: StandInMailbox, number: number): void {
    if (this.#box !== box) return;
    this.#gone.push(number);
    if (this.#idle !== null) this.#tell();
  }

  flagged(box: StandInMailbox, mail: StandInMail): void {
    if (this.#idle === null || this.#box !== box) return;
    const number = box.mails.indexOf(mail) + 1;
    this.#write(`* ${String(number)} FETCH (UID ${String(mail.uid)} FLAGS (${[...mail.flags].join(' ')}))`);
  }

  #tell(): void {
    for (const number of this.#gone.splice(0)) {
      this.#write(`* ${String(number)} EXPUNGE`);
      this.#told -= 1;
    }
    const count = this.#box?.mails.length ?? 0;
    if (count !== this.#told) this.#write(`* ${String(count)} EXISTS`);
    this.#told = count;
  }

  #write(...lines: readonly string[]): void {
    for (const line of lines) this.#socket.write(`${line}\r\n`);
  }

  #done(): void {
    if (this.#idle !== null) this.#write(`${this.#idle} OK idled`);
    this.#idle = null;
  }

  #take(command: Command): void {
    this.#site.options.onCommand?.(command.name);
    // Whoever ended the other side in onCommand gets no answer.
    if (this.#socket.destroyed) return;
    const answer = this.#carryOut(command);
    if (answer === null) return;
    // RFC 9051 section 7: a server tells of new mail with the answer to any command but FETCH, STORE and SEARCH by
    // number.
    if (this.#box !== null && !command.name.startsWith('UID')) this.#tell();
    this.#write(`${command.tag} ${answer}`);
  }

  #carryOut({ tag, name, args }: Command): string | null {
    switch (name) {
      case 'CAPABILITY':
        this.#write(`* CAPABILITY ${this.#site.capabilities}`);
        return 'OK done';
      case 'LOGIN':
        return text(args[1]) === 'right' ? 'OK in' : 'NO [AUTHENTICATIONFAILED] wrong';
      case 'NOOP':
        return 'OK done';
      case 'LIST':
      case 'LSUB':
        return this.#list(name, text(args[1]));
      case 'STATUS':
        return this.#status(text(args[0]), words(args[1]));
      case 'SELECT':
      case 'EXAMINE':
        return this.#open(text(args[0]), name === 'EXAMINE');
      case 'IDLE':
        this.#idle = tag;
        this.#write('+ idling');
        this.#tell();
        return null;
      case 'LOGOUT':
        this.#write('* BYE', `${tag} OK bye`);
        this.#socket.end();
        return null;
      case 'UID SEARCH':
        return this.#search(args);
      case 'UID FETCH':
        return this.#fetch(text(args[0]), words(args[1]));
      case 'UID STORE':
        return this.#store(text(args[0]), text(args[1]), words(args[2]));
      case 'UID MOVE':
        return this.#move(text(args[0]), text(args[1]));
      case 'APPEND':
        return this.#append(args);
      case 'EXPUNGE':
      case 'UID EXPUNGE':
      case 'CLOSE':
        this.#site.expunges.push(name);
        return 'BAD nothing of ours may';
      default:
        return `BAD ${name} is not here`;
    }
  }

  #list(name: string, pattern: string): string {
    for (const box of this.#site.boxes) {
      if (pattern !== '*' && pattern.toLowerCase() !== box.name.toLowerCase()) continue;
      this.#write(`* ${name} (${box.attributes}) "/" "${box.name}"`);
    }
    return 'OK done';
  }

  #status(name: string, items: readonly string[]): string {
    const box = this.#site.find(name);
    if (box === undefined) return 'NO [NONEXISTENT] no such mailbox';
    const values: Record<string, number> = {
      MESSAGES: box.mails.length,
      UIDNEXT: box.nextUid,
      UIDVALIDITY: box.uidvalidity,
    };
    const known = items.flatMap((item) => {
      const value = values[item.toUpperCase()];
      return value === undefined ? [] : [`${item.toUpperCase()} ${String(value)}`];
    });
    this.#write(`* STATUS "${box.name}" (${known.join(' ')})`);
    return 'OK done';
  }

  #open(name: string, readOnly: boolean): string {
    this.#box = this.#site.find(name) ?? null;
    if (this.#box === null) return 'NO [NONEXISTENT] no such mailbox';
    const { mails, uidvalidity, nextUid } = this.#box;
    this.#readOnly = readOnly;
    this.#told = mails.length;
    this.#gone = [];
    this.#write(
      `* FLAGS (${FLAGS})`,
      `* OK [PERMANENTFLAGS (${readOnly ? '' : (this.#site.options.permanent ?? `${FLAGS} \\*`)})] flags`,
      `* ${String(mails.length)} EXISTS`,
      `* OK [UIDVALIDITY ${String(uidvalidity)}] valid`,
      `* OK [UIDNEXT ${String(nextUid)}] next`,
    );
    return `OK [${readOnly ? 'READ-ONLY' : 'READ-WRITE'}] open`;
  }

  #search(args: readonly Argument[]): string {
    const mails = this.#box?.mails ?? [];
    const last = mails.at(-1)?.uid ?? 0;
    const keys = args.map((argument) => text(argument));
    let matches: (mail: StandInMail) => boolean;
    switch (keys[0]?.toUpperCase()) {
      case 'ALL':
        matches = () => true;
        break;
      case 'UID':
        matches = ({ uid }) => inSet(keys[1] ?? '', uid, last);
        break;
      case 'HEADER':
        matches = ({ raw }) => headerField(raw, keys[1] ?? '')?.includes(keys[2] ?? '') === true;
        break;
      case 'SINCE':
        matches = ({ date }) => date >= new Date(`${keys[1] ?? ''} UTC`);
        break;
      default:
        return 'BAD this key is not here';
    }
    const found = mails.filter(matches).map(({ uid }) => String(uid));
    this.#write(['* SEARCH', ...found].join(' '));
    return 'OK done';
  }

  #fetch(set: string, items: readonly string[]): string {
    const mails = this.#box?.mails ?? [];
    const last = mails.at(-1)?.uid ?? 0;
    for (const [index, mail] of mails.entries()) {
      if (!inSet(set, mail.uid, last)) continue;
      this.#socket.write(`* ${String(index + 1)} FETCH (`);
      for (const [at, item] of ['UID', ...items.filter((one) => one.toUpperCase() !== 'UID')].entries()) {
        if (at > 0) this.#socket.write(' ');
        if (item.toUpperCase().startsWith('BODY')) this.#site.fetched += 1;
        for (const piece of fetchItem(mail, item)) this.#socket.write(piece);
      }
      this.#socket.write(')\r\n');
    }
    return 'OK done';
  }

  #store(set: string, action: string, flags: readonly string[]): string {
    if (this.#box === null || this.#readOnly) return 'NO [READ-ONLY] opened by EXAMINE';
    if (!/^\+FLAGS/i.test(action)) return 'BAD this is not here';
    const last = this.#box.mails.at(-1)?.uid ?? 0;
    for (const mail of this.#box.mails) if (inSet(set, mail.uid, last)) for (const flag of flags) mail.flags.add(flag);
    this.#site.options.onChange?.('flags', this.#box.name);
    return 'OK done';
  }

  #move(set: string, name: string): string {
    if (this.#site.options.moves === false) return 'BAD this is not here';
    if (this.#box === null || this.#readOnly) return 'NO [READ-ONLY] opened by EXAMINE';
    const to = this.#site.find(name);
    if (to === undefined) return 'NO [TRYCREATE] no such mailbox';
    const last = this.#box.mails.at(-1)?.uid ?? 0;
    const mails = this.#box.mails.filter(({ uid }) => inSet(set, uid, last));
    const uids = mails.map((_, index) => to.nextUid + index).join();
    this.#write(`* OK [COPYUID ${String(to.uidvalidity)} ${set} ${uids}] moved`);
    this.#site.move(this.#box, mails, to);
    this.#tell();
    this.#site.options.onChange?.('move', this.#box.name);
    return 'OK done';
  }

  #append(args: readonly Argument[]): string {
    const box = this.#site.find(text(args[0]));
    const raw = args.at(-1);
    if (box === undefined || !Buffer.isBuffer(raw)) return 'NO [TRYCREATE] no such mailbox';
    const mail = this.#site.add(box, raw, args.length > 2 ? words(args[1]) : []);
    this.#site.options.onChange?.('append', box.name);
    return `OK [APPENDUID ${String(box.uidvalidity)} ${String(mail.uid)}] done`;
  }
}

/**
 * `BODY.PEEK[]<0.512>`: which part, from where, how much. Without PEEK it would set \Seen, which nothing of ours may.
 */
const BODY = /^BODY\.PEEK\[(|HEADER)\](?:<(\d+)\.(\d+)>)?$/i;

function fetchItem(mail: StandInMail, item: string): (string | Buffer)[] {
  switch (item.toUpperCase()) {
    case 'UID':
      return [`UID ${String(mail.uid)}`];
    case 'RFC822.SIZE':
      return [`RFC822.SIZE ${String(mail.raw.length)}`];
    case 'INTERNALDATE':
      return [`INTERNALDATE ${dateTime(mail.date)}`];
    case 'FLAGS':
      return [`FLAGS (${[...mail.flags].join(' ')})`];
    case 'ENVELOPE':
      return [`ENVELOPE ${envelope(mail.raw)}`];
  }
  const body = BODY.exec(item);
  if (body === null) throw new Error(`the stand-in cannot fetch ${item}`);
  const [, section = '', from, most] = body;
  const whole = section === '' ? mail.raw : mail.raw.subarray(0, mail.raw.indexOf('\r\n\r\n') + 4);
  const part = from === undefined ? whole : whole.subarray(Number(from), Number(from) + Number(most));
  const origin = from === undefined ? '' : `<${from}>`;
  return [`BODY[${section.toUpperCase()}]${origin} {${String(part.length)}}\r\n`, part];
}
