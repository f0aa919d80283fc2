/** Ways at the wire between Mailroom and real mail servers, on which a test plays what servers and networks do. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { loopback } from '../../tools/servers/ports.ts';

/** A certificate with its key, PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** One mail whose connection breaks behind its final dot: before the relay sees that, or with its answer lost. */
export interface Cut {
  /** In the mail. */
  readonly word: string;
  readonly isTaken: boolean;
}

/** A connection of Mailroom's and the one behind it. */
interface Link {
  /** Between MAIL and the answer to the mail: breaking it here leaves an outcome that nobody knows. */
  isBusy: boolean;
  /** It ends with the mail that is under way. */
  isLeaving: boolean;
  readonly end: () => void;
}

/**
 * The account's SMTP server, in front of a real one that it speaks to in plain text: STARTTLS with a certificate that
 * may be changed, and every command of the real one.
 */
export class RelayGate {
  /** Shown from the next connection on. */
  identity: Identity;
  cut: Cut | null = null;
  readonly #to: number;
  readonly #links = new Set<Link>();
  #server: Server | null = null;
  #port = 0;

  constructor(to: number, identity: Identity) {
    this.#to = to;
    this.identity = identity;
  }

  get port(): number {
    return this.#port;
  }

  /** Takes connections, on the same port each time. */
  async open(): Promise<this> {
    const server = createServer((client) => this.#take(client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, loopback, resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Takes no connections; those that there are end. */
  close(): void {
    this.#server?.close();
    this.#server = null;
    this.drop();
  }

  /** Ends the connections, each as soon as the outcome of its mail is known. */
  drop(): void {
    for (const link of this.#links) {
      if (link.isBusy) link.isLeaving = true;
      else link.end();
    }
  }

  #take(client: Socket): void {
    const upstream = connect({ host: loopback, port: this.#to });
    const end = (): void => {
      this.#links.delete(link);
      client.destroy();
      upstream.destroy();
    };
    const link: Link = { isBusy: false, isLeaving: false, end };
    this.#links.add(link);
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    upstream.on('data', (answer) => client.write(answer));
    client.on('data', (sent) => {
      if (!/^STARTTLS\r\n$/i.test(sent.toString('latin1'))) {
        upstream.write(sent);
        return;
      }
      client.removeAllListeners('data');
      upstream.removeAllListeners('data');
      client.write('220 2.0.0 Go ahead\r\n');
      const secure = new TLSSocket(client, { isServer: true, ...this.identity });
      secure.on('error', end).on('close', end);
      this.#speak(secure, upstream, link);
    });
  }

  #speak(client: TLSSocket, upstream: Socket, link: Link): void {
    let mail: string | null = null;
    let answers: 'as-ever' | 'to-the-mail' = 'as-ever';
    client.on('data', (bytes: Buffer) => {
      const sent = bytes.toString('latin1');
      if (mail === null) {
        // Several commands may come at once (RFC 2920).
        if (/^(?:RSET|QUIT)\r\n/im.test(sent)) link.isBusy = false;
        if (/^MAIL FROM/im.test(sent)) link.isBusy = true;
        if (/^DATA\r\n/im.test(sent)) mail = '';
      } else {
        mail += sent;
        if (mail.endsWith('\r\n.\r\n')) {
          answers = 'to-the-mail';
          if (this.#isCut(mail) && this.cut?.isTaken === false) {
            this.cut = null;
            link.end();
            return;
          }
        }
      }
      upstream.write(bytes);
    });
    upstream.on('data', (answer) => {
      if (answers === 'as-ever') {
        client.write(answer);
        return;
      }
      answers = 'as-ever';
      const isCut = this.#isCut(mail ?? '');
      mail = null;
      link.isBusy = false;
      if (isCut) this.cut = null;
      else client.write(answer);
      if (isCut) link.end();
      else if (link.isLeaving) client.end(link.end);
    });
  }

  #isCut(mail: string): boolean {
    return this.cut !== null && mail.includes(this.cut.word);
  }
}

/** The account's IMAP server, in front of a real one: plain text, as it says it, unless told otherwise. */
export class ImapWay {
  /** IDLE tells of no mail. */
  isHushed = false;
  /** The body of a mail that has this in it is not handed over. */
  withheld: string | null = null;
  readonly #to: number;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => this.#take(client));

  constructor(to: number) {
    this.#to = to;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, loopback, resolve));
    return this;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #take(client: Socket): void {
    const upstream = connect({ host: loopback, port: this.#to });
    const both = [client, upstream];
    for (const socket of both) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    let isIdle = false;
    let waiting = '';
    client.on('data', (bytes) => {
      const sent = bytes.toString('latin1');
      if (/ IDLE\r\n$/i.test(sent)) isIdle = true;
      if (/^DONE\r\n/im.test(sent)) isIdle = false;
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      waiting += bytes.toString('latin1');
      for (let end = responseEnd(waiting); end > 0; end = responseEnd(waiting)) {
        client.write(Buffer.from(this.#said(waiting.slice(0, end), isIdle), 'latin1'));
        waiting = waiting.slice(end);
      }
    });
  }

  #said(response: string, isIdle: boolean): string {
    if (this.isHushed && isIdle && /^\* \d+ (?:EXISTS|RECENT)\r\n$/.test(response)) return '';
    const [, number = '', uid] = /^\* (\d+) FETCH \([^\r\n]*?UID (\d+)[^\r\n]* BODY\[/.exec(response) ?? [];
    const isWithheld = uid !== undefined && this.withheld !== null && response.includes(this.withheld);
    return isWithheld ? `* ${number} FETCH (UID ${uid})\r\n` : response;
  }
}

/** Where the first response ends, with the literals in it (RFC 9051 section 4.3); 0 where more is to come. */
function responseEnd(text: string): number {
  for (let at = 0; ;) {
    const end = text.indexOf('\r\n', at);
    if (end < 0) return 0;
    const literal = /\{(\d+)\}$/.exec(text.slice(at, end));
    if (literal === null) return end + 2;
    at = end + 2 + Number(literal[1]);
    if (at > text.length) return 0;
  }
}
