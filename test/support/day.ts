/**
 * A help desk's day at many times its speed: people outside write, members of the team take the conversation, answer,
 * are answered, and close it, while others begin theirs. What was said is noted, so that the end can show that each
 * mail came once, in both directions.
 */
import assert from 'node:assert/strict';
import { setInterval } from 'node:timers/promises';
import { bot, field, isMessage, unique } from './e2e.ts';
import type { Outsider, World } from './e2e.ts';
import type { MatrixUser, SeenEvent, StoredMail } from './servers.ts';
import { Mailbox, until } from './servers.ts';

/** How long anything may take, through a trouble and on a machine that is busy with others, ms. */
export const LONG = 240_000;

/** How often a mailbox is looked at, ms: there are many of them. */
const LOOK_MS = 500;

const members = ['alice', 'bob', 'carol'];

/** A conversation with one member in its room. */
export interface Talk {
  readonly outsider: Outsider;
  readonly member: MatrixUser;
  readonly room: string;
  readonly subject: string;
  /** Message-ID of the first mail. */
  readonly first: string;
}

interface Said {
  readonly direction: 'in' | 'out';
  readonly word: string;
  readonly talk: Talk;
}

export class Day {
  readonly #world: World;
  readonly #next: () => number;
  readonly #said: Said[] = [];
  readonly #talks: Promise<void>[] = [];
  readonly #evening = new AbortController();
  #morning = 0;
  #members = 0;
  #begins: Promise<void> = Promise.resolve();

  /** @param next chance, in [0, 1) */
  constructor(world: World, next: () => number) {
    this.#world = world;
    this.#next = next;
  }

  /** From now on somebody begins a conversation this often, whatever becomes of those before. */
  start(everyMs: number): void {
    this.#morning = Date.now();
    this.#begins = this.#beginAgainAndAgain(everyMs);
    this.#begins.catch(() => undefined);
  }

  /** Ends when the day has lasted so long, and every conversation that was begun has come to its end. */
  async end(leastMs: number): Promise<void> {
    await until(() => Date.now() - this.#morning >= leastMs, { what: 'the evening', within: leastMs + 1_000 });
    this.#evening.abort();
    await this.#begins;
    await Promise.all(this.#talks);
  }

  /** How many conversations were begun, and how many mails were written in both directions. */
  get size(): { readonly talks: number; readonly mails: number } {
    return { talks: this.#talks.length, mails: this.#said.length };
  }

  /** Somebody writes for the first time; a member enters the room that comes of it. */
  async open(write?: (outsider: Outsider, word: string) => Promise<string>): Promise<Talk> {
    const member = await this.#world.client(members[this.#members++ % members.length]);
    const outsider = await this.#world.outsider('Dora Day');
    const subject = unique('day');
    const first = await (write ?? begin)(outsider, subject);
    const invite = await member.waitForInvite(
      ({ state }) => state.some((event) => event.type === 'm.room.name' && field(event, 'name').includes(subject)),
      { what: `an invitation to the room of ${subject}`, within: LONG },
    );
    await member.join(invite.room_id);
    const talk = { outsider, member, room: invite.room_id, subject, first };
    this.#said.push({ direction: 'in', word: subject, talk });
    await this.#shown(talk, subject);
    return talk;
  }

  /** They write once more. */
  async write(talk: Talk): Promise<void> {
    const { outsider, subject, first } = talk;
    const word = this.#note('in', talk);
    const about = { subject: `Re: About ${subject}`, inReplyTo: first, references: first };
    await outsider.write({ ...about, text: `And ${word}.` });
    await this.#shown(talk, word);
  }

  /** The member says something in the room. Returns the event, and the word in it. */
  async say(talk: Talk, word = this.#note('out', talk)): Promise<{ readonly event: string; readonly word: string }> {
    return { event: await talk.member.say(talk.room, `We say ${word}.`), word };
  }

  /** A word that the member is about to say. */
  word(talk: Talk): string {
    return this.#note('out', talk);
  }

  /** Waits for the mail that has this word. */
  receives({ outsider }: Talk, word: string): Promise<StoredMail> {
    return until(async () => (await outsider.mail.mails()).find((mail) => ownWords(mail).includes(word)), {
      what: `a mail with ${word} to ${outsider.address}`,
      within: LONG,
      every: LOOK_MS,
    });
  }

  /** Each mail is where it belongs, once; of what went out these words may be there twice. */
  async assertOnce(mayRepeat: ReadonlySet<string>): Promise<void> {
    const wrong: string[] = [];
    for (const talk of new Set(this.#said.map((one) => one.talk))) {
      const shown = (await talk.member.history(talk.room)).filter((event) => isMessage(event) && event.sender !== bot);
      const received = (await this.#mailsOf(talk.outsider)).map(ownWords);
      for (const { direction, word } of this.#said.filter((one) => one.talk === talk)) {
        const texts = direction === 'out' ? received : shown.map((event) => field(event, 'body'));
        const count = texts.filter((text) => text.includes(word)).length;
        const most = direction === 'out' && mayRepeat.has(word) ? 2 : 1;
        if (count < 1 || count > most) wrong.push(`${direction} ${word}: ${count} times`);
      }
      const own = this.#said.filter((one) => one.talk === talk && one.direction === 'out').length;
      const more = received.filter((text) => [...mayRepeat].some((word) => text.includes(word))).length;
      if (received.length > own + Math.max(0, more - 1)) wrong.push(`${talk.subject}: ${received.length} mails`);
    }
    assert.deepEqual(wrong, []);
  }

  /** With a connection of its own: theirs may have been idle for so long that it was ended. */
  async #mailsOf({ address }: Outsider): Promise<readonly StoredMail[]> {
    const login = this.#world.environment.outsiders.find((one) => one.address === address);
    assert.ok(login);
    const mailbox = await Mailbox.open(this.#world.environment, login, { readOnly: true });
    try {
      return await mailbox.mails();
    } finally {
      await mailbox.close();
    }
  }

  async #beginAgainAndAgain(everyMs: number): Promise<void> {
    try {
      this.#begin();
      for await (const _ of setInterval(everyMs, undefined, { signal: this.#evening.signal })) this.#begin();
    } catch (error) {
      if (!this.#evening.signal.aborted) throw error;
    }
  }

  #begin(): void {
    const talk = this.#talk();
    // Whoever waits for all of them gets the error.
    talk.catch(() => undefined);
    this.#talks.push(talk);
  }

  async #talk(): Promise<void> {
    const rounds = 1 + Math.floor(this.#next() * 2);
    const talk = await this.open();
    await talk.member.say(talk.room, '!mail claim');
    for (let round = 0; round <= rounds; round++) {
      const { word } = await this.say(talk);
      const mail = await this.receives(talk, word);
      if (round === rounds) break;
      const answer = this.#note('in', talk);
      await talk.outsider.answer(mail, `They say ${answer}.`);
      await this.#shown(talk, answer);
    }
    const closes = await talk.member.say(talk.room, '!mail done');
    await until(() => talk.member.events.find((event) => isDone(event, talk, closes)), {
      what: `that ${talk.subject} is done`,
      within: LONG,
    });
  }

  #note(direction: Said['direction'], talk: Talk): string {
    const word = unique(direction);
    this.#said.push({ direction, word, talk });
    return word;
  }

  #shown({ member, room }: Talk, word: string): Promise<SeenEvent> {
    return member.waitFor(
      (event) =>
        event.room_id === room && isMessage(event) && event.sender !== bot && field(event, 'body').includes(word),
      { what: `a message with ${word}`, within: LONG },
    );
  }
}

async function begin(outsider: Outsider, word: string): Promise<string> {
  return (await outsider.write({ subject: `About ${word}`, text: `Where is ${word}?` })).messageId;
}

/** What a mail says, without what it quotes. */
function ownWords({ parsed }: StoredMail): string {
  const lines = (parsed.text ?? '').split('\n');
  return lines.filter((line) => !line.startsWith('>')).join('\n');
}

/** The bot's sign on the command. */
function isDone(event: SeenEvent, { room }: Talk, command: string): boolean {
  const isOfBot = event.room_id === room && event.sender === bot;
  return isOfBot && JSON.stringify(event.content['m.relates_to'] ?? {}).includes(command);
}
