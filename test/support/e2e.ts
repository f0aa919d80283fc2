/**
 * A whole bridge for end-to-end tests: real servers around it, people outside who write mail, a team that sits in
 * Matrix. It is built of what the demo is built of (`tools/demo`), and shares nothing with `handlers/world.ts`: a test
 * here does only what people can do with their clients, and looks at the bridge from outside.
 */
import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import pg from 'pg';
import { z } from 'zod';
import { JOBS_CHANNEL } from '../../src/queue/queue.ts';
import { demoPeople, outsideDomain } from '../../tools/demo/people.ts';
import { enterSpace } from '../../tools/demo/spaces.ts';
import type { Handed } from '../../tools/demo/mailbox.ts';
import type { Environment, EnvironmentOptions, SeenEvent, StoredMail } from './servers.ts';
import { Mailbox, MatrixUser, referencedIds, servers, until } from './servers.ts';

export type { Handed };

/** How long anything may take before it counts as not seen, ms. The machine may be busy with others. */
export const PATIENCE = 40_000;

/** Tests of one file that run side by side, each in its own thread: most of their time they wait. */
export const AT_ONCE = 4;

export const bot = '@mailroom:matrix.test';

/** Somebody outside, with a mailbox of their own. */
export interface Outsider {
  readonly name: string;
  readonly address: string;
  readonly mail: Mailbox;
  /** Sends a mail under their name; to the account of the first `conversation` unless it says otherwise. */
  write(mail: SendMailOptions): Promise<Handed>;
  /** Answers a mail as a mail program does, above what it quotes. */
  answer(to: StoredMail, text: string, more?: SendMailOptions): Promise<Handed>;
  /** The first mail in their mailbox that has this in its text; waits for it. */
  receives(text: string): Promise<StoredMail>;
}

/** A thread that an outsider began, with Alice in its room. */
export interface Conversation {
  readonly outsider: Outsider;
  readonly subject: string;
  readonly first: Handed;
  readonly room: string;
  /** The first mail as it stands in the room. */
  readonly shown: SeenEvent;
  readonly ghost: string;
}

/** A word that nothing else has. */
export function unique(prefix = 'x'): string {
  return `${prefix}${randomBytes(5).toString('hex')}`;
}

/** A text field of an event's content; '' where it has none. */
export function field(event: SeenEvent, name: string): string {
  const value = event.content[name];
  return typeof value === 'string' ? value : '';
}

export const isMessage = (event: SeenEvent): boolean => event.type === 'm.room.message';

const relates = z.object({
  'm.relates_to': z.object({
    rel_type: z.string().optional(),
    event_id: z.string().optional(),
    key: z.string().optional(),
    'm.in_reply_to': z.object({ event_id: z.string() }).optional(),
  }),
});

/** The event that this one replies to; null for none. */
export function repliesTo(event: SeenEvent): string | null {
  return relates.safeParse(event.content).data?.['m.relates_to']['m.in_reply_to']?.event_id ?? null;
}

/** The users that an event mentions (spec, `m.mentions`). */
export function mentioned(event: SeenEvent): readonly string[] {
  const shape = z.object({ 'm.mentions': z.object({ user_ids: z.array(z.string()) }) });
  return shape.safeParse(event.content).data?.['m.mentions'].user_ids ?? [];
}

/** The signs by which the bot shows how a mail stands, now; not the one that says that a message is mailed at all. */
export function signsOn(events: readonly SeenEvent[], of: string): string[] {
  const gone = new Set(
    events.filter(({ type }) => type === 'm.room.redaction').map((event) => event.redacts ?? field(event, 'redacts')),
  );
  return events
    .filter(({ type, sender, event_id }) => type === 'm.reaction' && sender === bot && !gone.has(event_id))
    .map((event) => relates.safeParse(event.content).data?.['m.relates_to'])
    .filter((relation) => relation?.event_id === of)
    .map((relation) => relation?.key ?? '')
    .filter((key) => key !== '✉️');
}

/** The servers, the bridge and its people. `start` once for each file; everything ends after the file's last test. */
export class World {
  readonly environment: Environment;
  readonly #closers: (() => Promise<void>)[];
  readonly #clients = new Map<string, Promise<MatrixUser>>();
  readonly #mailboxes = new Map<string, Promise<Mailbox>>();
  readonly #sql: pg.Pool;
  #outsiders = 0;

  private constructor(environment: Environment, closers: (() => Promise<void>)[]) {
    this.environment = environment;
    this.#closers = closers;
    this.#sql = new pg.Pool({ connectionString: environment.databaseUrl, max: 2 });
    this.#sql.on('error', () => undefined);
    closers.push(() => this.#sql.end());
  }

  /**
   * A hold of one second, at most four, and people outside who have nothing in common, unless `configure` says
   * otherwise.
   */
  static async start(options: Omit<EnvironmentOptions, 'state'> = {}): Promise<World> {
    const closers: (() => Promise<void>)[] = [];
    // Before the servers go.
    after(async () => {
      for (const close of closers.reverse()) await close();
    });
    // Made beforehand: Dovecot does not see at once that its file of logins has changed.
    const outsiders = Array.from({ length: 30 }, (_, n) => ({ name: 'Guest', address: `guest${n + 1}@outside.test` }));
    const environment = await servers({
      yes: true,
      durable: false,
      people: { ...demoPeople, outsiders },
      ...options,
      configure: (draft) => {
        for (const account of Object.values(draft.accounts)) {
          account.hold = { after: '1s', at_most: '4s' };
          // Everybody outside has an address there: no organisation, but a mail provider.
          account.shared_domains = [outsideDomain];
        }
        options.configure?.(draft);
      },
    });
    return new World(environment, closers);
  }

  /** A member of the team as their client. */
  client(localpart = 'alice'): Promise<MatrixUser> {
    const known = this.#clients.get(localpart);
    if (known !== undefined) return known;
    const member = this.environment.team.find((one) => one.localpart === localpart);
    if (member === undefined) throw new Error(`nobody is called ${localpart}`);
    const client = MatrixUser.connect(this.environment.homeserver.url, member.login);
    this.#clients.set(localpart, client);
    this.#closers.push(async () => (await client).close());
    return client;
  }

  /** A mailbox of an account as a mail program sees it; looking at it changes nothing. */
  mailbox(account: string, folder = 'INBOX'): Promise<Mailbox> {
    const key = `${account}\0${folder}`;
    const known = this.#mailboxes.get(key);
    if (known !== undefined) return known;
    const mailbox = Mailbox.open(this.environment, this.account(account), { folder, readOnly: true });
    this.#mailboxes.set(key, mailbox);
    this.#closers.push(async () => (await mailbox).close());
    return mailbox;
  }

  /** The mailbox of a member's own address, to send from. */
  memberMailbox(localpart: string): Promise<Mailbox> {
    const key = `member\0${localpart}`;
    const known = this.#mailboxes.get(key);
    if (known !== undefined) return known;
    const member = this.environment.team.find((one) => one.localpart === localpart);
    if (member === undefined) throw new Error(`nobody is called ${localpart}`);
    const mailbox = Mailbox.open(this.environment, member);
    this.#mailboxes.set(key, mailbox);
    this.#closers.push(async () => (await mailbox).close());
    return mailbox;
  }

  /** Hands a mail to the port that takes mail from anybody, as a strange server does: nobody has logged in. */
  async forge(mail: SendMailOptions): Promise<void> {
    const { host, ports } = this.environment;
    const server = createTransport({ host, port: ports.smtp, secure: false, ignoreTLS: true });
    try {
      await server.sendMail({ to: this.account('support').address, ...mail });
    } finally {
      server.close();
    }
  }

  account(id: string): Environment['accounts'][number] {
    const account = this.environment.accounts.find((one) => one.id === id);
    if (account === undefined) throw new Error(`no account ${id}`);
    return account;
  }

  /** Somebody outside who has not been seen yet, with an address that nobody else has. */
  async outsider(name: string): Promise<Outsider> {
    const login = this.environment.outsiders[this.#outsiders++];
    if (login === undefined) throw new Error('there are no more people outside');
    const { address } = login;
    const mail = await Mailbox.open(this.environment, login);
    this.#closers.push(() => mail.close());
    const from = { name, address };
    const write: Outsider['write'] = (options) => mail.send({ from, to: this.account('support').address, ...options });
    const outsider: Outsider = {
      name,
      address,
      mail,
      write,
      answer: ({ parsed }, text, more = {}) =>
        write({
          subject: `Re: ${(parsed.subject ?? '').replace(/^Re: /, '')}`,
          inReplyTo: parsed.messageId ?? '',
          references: [...referencedIds(parsed), parsed.messageId ?? ''],
          text:
            `${text}\n\nOn Mon, 1 Jan 2024 at 10:00, ${parsed.from?.text ?? ''} wrote:\n> ` +
            `${(parsed.text ?? '').trim().replaceAll('\n', '\n> ')}\n`,
          ...more,
        }),
      receives: (text) =>
        mail.waitFor(({ parsed }) => (parsed.text ?? '').includes(text), {
          what: `a mail with "${text}"`,
          within: PATIENCE,
        }),
    };
    return outsider;
  }

  /**
   * Somebody writes, and Alice is in the room that comes of it. A `%` in the subject stands for words that are unique.
   */
  async conversation(
    title: string,
    more: SendMailOptions & { readonly outsider?: Outsider } = {},
  ): Promise<Conversation> {
    const { outsider: known, ...mail } = more;
    const outsider = known ?? (await this.outsider('Olga Outside'));
    const word = `${title} ${unique('')}`;
    const subject = mail.subject?.replace('%', word) ?? word;
    const first = await outsider.write({ text: `About ${word}.\n`, ...mail, subject });
    const room = await this.enter(word);
    const alice = await this.client();
    const shown = await alice.waitFor((event) => event.room_id === room && isMessage(event), {
      what: `the first mail of "${subject}" in its room`,
      within: PATIENCE,
    });
    return { outsider, subject, first, room, shown, ghost: shown.sender };
  }

  /** Waits for the invitation to the room whose name has this in it, and joins. Resolves with the room. */
  async enter(name: string, who = 'alice'): Promise<string> {
    const client = await this.client(who);
    const invite = await client.waitForInvite(
      ({ state }) => state.some((event) => event.type === 'm.room.name' && field(event, 'name').includes(name)),
      { what: `an invitation to the room "${name}"`, within: PATIENCE },
    );
    await client.join(invite.room_id);
    return invite.room_id;
  }

  /** The space of an account, entered. */
  async space(name: string, who = 'alice'): Promise<string> {
    const client = await this.client(who);
    return until(() => enterSpace(client, name), { what: `the space ${name}`, within: PATIENCE });
  }

  /** The first message in a room with this in its body (any room where it is null); waits for it, seen by Alice. */
  async says(
    room: string | null,
    text: string,
    more: { readonly by?: string; readonly who?: string } = {},
  ): Promise<SeenEvent> {
    const client = await this.client(more.who);
    return client.waitFor(
      (event) =>
        isMessage(event) &&
        (room === null || event.room_id === room) &&
        (more.by === undefined || event.sender === more.by) &&
        field(event, 'body').includes(text),
      { what: `a message with "${text}"${more.by === undefined ? '' : ` by ${more.by}`}`, within: PATIENCE },
    );
  }

  /** A notice of the bot that answers an event; waits for it. */
  async answered(event: string, text: string): Promise<SeenEvent> {
    const client = await this.client();
    return client.waitFor(
      (seen) =>
        isMessage(seen) && seen.sender === bot && repliesTo(seen) === event && field(seen, 'body').includes(text),
      { what: `an answer of the bot to ${event} with "${text}"`, within: PATIENCE },
    );
  }

  /** Waits until the bot shows this sign on the event, and no other. */
  async signed(event: string, sign: string): Promise<void> {
    const client = await this.client();
    await until(() => signsOn(client.events, event).join() === sign, {
      what: `the sign ${sign} alone on ${event}`,
      within: PATIENCE,
    });
  }

  /** Messages in a room so far, of whoever, in order. */
  async messages(room: string): Promise<SeenEvent[]> {
    return (await (await this.client()).history(room)).filter(isMessage);
  }

  /**
   * Shows that what was said before has been dealt with: a mail that comes after it arrives in the same room. Mails of
   * one account are decided one by one, and a room is written in order.
   */
  async barrier({ outsider, first, room, subject }: Conversation): Promise<void> {
    const word = unique('barrier');
    await outsider.write({
      subject: `Re: ${subject}`,
      inReplyTo: first.messageId,
      references: first.messageId,
      text: word,
    });
    await this.says(room, word);
  }

  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#sql.query<Row>(text, values)).rows;
  }

  /** The pause before the next try of the mail that an event is in is over; waits until there is such a pause. */
  async endPause(event: string): Promise<void> {
    const end = () =>
      this.sql(
        `UPDATE jobs SET run_at = now() WHERE queue = 'mail-out' AND run_at > now() + interval '5 s'
           AND subject IN (SELECT outgoing FROM outgoing_events WHERE event = $1) RETURNING job`,
        [event],
      );
    await until(async () => (await end()).length > 0, { what: `a mail of ${event} that waits`, within: PATIENCE });
    await this.sql('SELECT pg_notify($1, $2)', [JOBS_CHANNEL, 'mail-out']);
  }

  /** Ends the hold of the mail that an event is in: it can be taken back no more, and leaves. */
  async endHold(event: string): Promise<void> {
    const end = () =>
      this.sql(
        `WITH ended AS (
           UPDATE outgoing SET send_after = now(), send_by = now() WHERE state = 'open'
             AND outgoing IN (SELECT outgoing FROM outgoing_events WHERE event = $1) RETURNING outgoing)
         UPDATE jobs SET run_at = now() FROM ended
         WHERE jobs.queue = 'mail-out' AND jobs.subject = ended.outgoing RETURNING job`,
        [event],
      );
    await until(async () => (await end()).length > 0, { what: `an open mail of ${event}`, within: PATIENCE });
    await this.sql('SELECT pg_notify($1, $2)', [JOBS_CHANNEL, 'mail-out']);
  }

  /** One sample of /metrics by its name and labels as they stand there; 0 where it is not there. */
  async metric(sample: string): Promise<number> {
    const line = (await this.environment.mailroom.metrics()).split('\n').find((one) => one.startsWith(`${sample} `));
    return line === undefined ? 0 : Number(line.slice(sample.length + 1));
  }

  /** The bridge dies without a word and is started again by its command line. */
  async crashBridge(): Promise<void> {
    const { server } = this.environment.mailroom;
    await server.kill('SIGKILL');
    await server.start();
  }
}
