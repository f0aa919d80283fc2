/** A stand-in SMTP relay for crash tests: takes every mail and keeps each as it came, in order. */
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface RelayedMail {
  readonly raw: Buffer;
  readonly from: string;
  readonly to: readonly string[];
}

export class StandInRelay {
  readonly mails: RelayedMail[] = [];
  /** Called after a mail was taken and before that is answered; a test may end the other side here. */
  onTaken: (mail: RelayedMail) => void | Promise<void> = () => undefined;
  /** Recipients that it does not know. */
  readonly unknown = new Set<string>();
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      hideSTARTTLS: true,
      closeTimeout: 100,
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        if (!this.unknown.has(address)) done();
        else done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }));
      },
      onData: (stream, session, done) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        this.#take(
          buffer(stream),
          from,
          rcptTo.map(({ address }) => address),
        ).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    });
    // Of connections that a killed process left.
    this.#server.on('error', () => undefined);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** From its next greeting on it says that it takes at most so many bytes (SIZE, RFC 1870). */
  takesAtMost(bytes: number): void {
    this.#server.options.size = bytes;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  async #take(reading: Promise<Buffer>, from: string, to: readonly string[]): Promise<void> {
    const mail = { raw: await reading, from, to };
    this.mails.push(mail);
    await this.onTaken(mail);
  }
}
