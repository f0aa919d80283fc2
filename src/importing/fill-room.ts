/**
 * A room is filled with the mails of its conversations, oldest first. Every event has its transaction id before it is
 * sent, and a mail counts as imported once all of its events have their ids. What was sent and not written down is
 * found in the room itself, so that nothing stands there twice, whatever the homeserver has forgotten.
 */
import { copyDecision, importSends } from '../bridge/imported/import-mail.ts';
import type { OtherCopy } from '../bridge/imported/import-mail.ts';
import { filledState, importOrder, importRoom } from '../bridge/imported/import-rooms.ts';
import { mailSearchText } from '../bridge/search/search-text.ts';
import type { EventId, RoomId } from '../bridge/types.ts';
import { factsIn, knowThread, newestIn, rootsIn } from '../db/archive-tables/import-mails.ts';
import type { MailEnd } from '../db/archive-tables/import-mails.ts';
import { noteFilled } from '../db/archive-tables/imports.ts';
import type { ImportUnit } from '../db/archive-tables/imports.ts';
import { findThreadRoom } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import { isForGood } from '../matrix/failure.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { MessageId, Person } from '../mail/types.ts';
import { setSpeaking } from '../rooms/speaking.ts';
import { words } from '../words/words.ts';
import { readAhead } from './mails-ahead.ts';
import type { AheadDeps, MailAhead } from './mails-ahead.ts';
import { RefusedError } from './patience.ts';
import { readThreadedFacts } from './place-mails.ts';
import { RoomVoice } from './say-mail.ts';
import type { SayDeps } from './say-mail.ts';
import type { Settling } from './settling.ts';

/** Mails of a room that were said and are not written down, at most. */
const UNSETTLED = 50;
/** Mails whose ids are remembered, until what is asked of the database tells them. */
const RECENT = 2_000;

export interface FillDeps extends SayDeps, AheadDeps {
  readonly rooms: Rooms;
  /** The account's space, and that of the import. */
  readonly spaces: { readonly account: RoomId; readonly import: RoomId };
  readonly failpoint: (name: string) => void;
  readonly settling: Settling;
  /** Shared by all rooms. */
  readonly recent: RecentMails;
}

/** The mails that were brought in last, by their ids: the database may be asked before they are written down. */
export class RecentMails {
  readonly #mails = new Map<MessageId, readonly OtherCopy[]>();

  of(id: MessageId): readonly OtherCopy[] {
    return this.#mails.get(id) ?? [];
  }

  add(id: MessageId, copy: OtherCopy): void {
    const before = this.of(id);
    this.#mails.delete(id);
    this.#mails.set(id, [...before, copy]);
    const [oldest] = this.#mails.keys();
    if (this.#mails.size > RECENT && oldest !== undefined) this.#mails.delete(oldest);
  }
}

/** Fills a room with all that waits for it. Throws StoppedError; calling it again goes on. */
export async function fillRoom(deps: FillDeps, unit: ImportUnit): Promise<void> {
  await new RoomFilling(deps, unit).fill();
}

class RoomFilling {
  readonly #deps: FillDeps;
  readonly #unit: ImportUnit;
  #entered: { readonly room: RoomRow; readonly voice: RoomVoice } | null = null;
  /** What of ours stands in the room, by its echo key: of mails that were not written down. */
  #there = new Map<string, EventId>();
  /** The first event of each conversation, where the room has several. */
  #roots = new Map<number, EventId>();
  /** Of the mail before, milliseconds: what has no date comes right behind it. */
  #last: number | null = null;

  constructor(deps: FillDeps, unit: ImportUnit) {
    this.#deps = deps;
    this.#unit = unit;
  }

  async fill(): Promise<void> {
    const { db, patience, settling } = this.#deps;
    const { thread, kind } = this.#unit;
    this.#last = (await patience.through(() => newestIn(db, thread)))?.getTime() ?? null;
    if (kind !== 'thread') this.#roots = await patience.through(() => rootsIn(db, thread));
    const open: Promise<void>[] = [];
    try {
      for await (const read of readAhead(this.#deps, thread)) {
        patience.goOn();
        const settled = settling.settle(read.mail, await this.#bringIn(read));
        settled.catch(() => undefined);
        open.push(settled);
        if (open.length >= UNSETTLED) await open.shift();
      }
      await Promise.all(open);
    } finally {
      // Nobody goes on with a room of which something is still written down.
      await Promise.allSettled(open);
    }
    await this.#close();
  }

  async #bringIn({ mail, parsed, copies, messageId }: MailAhead): Promise<MailEnd> {
    const { account, importing, ids, codec, takesTimes, recent, failpoint } = this.#deps;
    if (!parsed.ok) return { is: 'aside', reason: `it cannot be read (${parsed.failure.code})` };
    if (messageId === null) throw new Error('a mail that could be read has an id');
    const { contentHash, header } = parsed.mail;
    const own = { contentHash, wordsHash: parsed.words, list: header.list?.id ?? null };
    const copy = copyDecision(own, [...copies, ...recent.of(messageId)]);
    if (copy.do !== 'import') return { is: copy.do, reason: copy.reason };
    const ts = mail.at?.getTime() ?? this.#last ?? importing.startedAt.getTime();
    this.#last = Math.max(ts, this.#last ?? ts);
    const sends = importSends(ids, codec, {
      account,
      thread: this.#unit.thread,
      subject: this.#unit.kind === 'thread' ? this.#unit.name : '',
      key: `import ${importing.import} ${mail.sha256.toString('hex')}`,
      keyVersion: importing.keyVersion,
      mail: mail.mail,
      parsed: parsed.mail,
      rendered: parsed.rendered,
      dateLine: takesTimes ? null : dateLine(mail.at),
    });
    try {
      const voice = await this.#enter(parsed.mail);
      let root = this.#unit.kind === 'thread' ? null : (this.#roots.get(mail.conversation) ?? null);
      let first: EventId | null = null;
      for (const send of sends) {
        const event = this.#there.get(send.send) ?? (await voice.say({ send, ts, root }));
        first ??= event;
        if (this.#unit.kind !== 'thread') root ??= first;
        failpoint('import:sent');
      }
      if (first === null) throw new Error('a mail has one event at least');
      if (root !== null) this.#roots.set(mail.conversation, root);
      recent.add(messageId, { by: 'this', ...own });
      const how = { at: mail.at ?? new Date(ts), folder: mail.folder, spoken: account.language };
      const text = mailSearchText(parsed.mail, parsed.rendered, how);
      return { is: 'imported', event: first, messageId, contentHash, wordsHash: parsed.words, text };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return { is: 'aside', reason: error.message };
    }
  }

  /** The room, made when the first mail comes into it. */
  async #enter(mail: { readonly from: readonly Person[]; readonly to: readonly Person[] }): Promise<RoomVoice> {
    if (this.#entered !== null) return this.#entered.voice;
    const { rooms, patience, account, spaces, client, db, failpoint } = this.#deps;
    const { thread, name, firstAt } = this.#unit;
    const place = { account: account.id, kind: 'thread', thread } as const;
    const facts = { thread, name, people: [...mail.from, ...mail.to], within: spaces.import };
    const room = await patience.through(() =>
      rooms.ensure(place, () =>
        Promise.resolve({
          space: spaces.import,
          order: importOrder(firstAt),
          plan: (setting) => importRoom(account, facts, setting),
          movedText: words(account.language)('room-moved-on'),
        }),
      ),
    );
    failpoint('import:room');
    if (room.readOnly) await patience.through(() => setSpeaking({ client, db }, room, 'everybody'));
    this.#there = await patience.through(() => this.#read(room.room));
    const voice = new RoomVoice(this.#deps, room);
    this.#entered = { room, voice };
    return voice;
  }

  /** What of ours stands in a room, by its echo key. */
  async #read(room: RoomId): Promise<Map<string, EventId>> {
    const { client, codec } = this.#deps;
    const found = new Map<string, EventId>();
    for (let from: string | undefined; ;) {
      const page = await client.messages(room, { limit: 500, ...(from === undefined ? {} : { from }) });
      for (const { content, event_id: event, sender } of page.events) {
        const key = typeof sender === 'string' && codec.isOwn(sender) ? codec.echoOf(content) : null;
        if (key !== null && typeof event === 'string') found.set(key, event as EventId);
      }
      if (page.end === null || page.events.length === 0) return found;
      from = page.end;
    }
  }

  /** Who may come in can, nobody but the bot speaks there, and new mail finds it. */
  async #close(): Promise<void> {
    const { db, client, patience, account, failpoint, spaces, ids } = this.#deps;
    const { thread, kind } = this.#unit;
    const room = this.#entered?.room ?? (await patience.through(() => findThreadRoom(db, thread)));
    if (room === null) {
      await patience.through(() => db.transaction((tx) => noteFilled(tx, thread)));
      return;
    }
    // New mail has come there since: then it is open, and stays so.
    const isLiving = (await patience.through(() => loadThread(db, thread)))?.quiet === false;
    if (!isLiving) {
      for (const { type, key, content, instead } of filledState(spaces.account)) {
        await patience.through(async () => {
          try {
            await client.putState(room.room, type, key, content);
          } catch (error) {
            if (!isForGood(error) || instead === undefined) throw error;
            await client.putState(room.room, type, key, instead);
          }
        });
      }
      await patience.through(() => setSpeaking({ client, db }, room, 'bot'));
    }
    failpoint('import:closed');
    // Of a folder or a list nobody could tell which of its conversations new mail goes on with.
    const facts = kind === 'thread' ? (await patience.through(() => factsIn(db, thread))).map(readThreadedFacts) : [];
    await patience.through(() =>
      db.transaction(async (tx) => {
        if (kind === 'thread') {
          await knowThread(tx, account.id, thread, {
            // Whoever names an id of ours has seen a mail of ours: of that no file says anything.
            ids: facts.flatMap(({ messageId: id }) => (id === null || ids.mayBeOwnMessageId(id) ? [] : [id])),
            writers: [...new Set(facts.flatMap(({ writer }) => writer ?? []))].filter((one) => !account.own.has(one)),
            subject: this.#unit.name,
          });
        }
        await noteFilled(tx, thread);
      }),
    );
    failpoint('import:filled');
  }
}

/** In UTC, as `2009-03-14 10:22 UTC`; null for a mail without a date. */
function dateLine(at: Date | null): string | null {
  return at === null ? null : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
