/**
 * A room is filled with the mails of its conversations, oldest first. Every event has its transaction id before it is
 * sent, and a mail counts as imported once all of its events have their ids. What was sent and not written down is
 * found in the room itself, so that nothing stands there twice, whatever the homeserver has forgotten.
 */
import type { Account } from '../bridge/account/account.ts';
import { copyDecision, importSends } from '../bridge/imported/import-mail.ts';
import { filledState, importOrder, importRoom, SMALL_FILE } from '../bridge/imported/import-rooms.ts';
import { messageIdOf } from '../bridge/arrival/mail-ids.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import { mailSearchText } from '../bridge/search/search-text.ts';
import { sayAsBot, shortened } from '../bridge/to-matrix/replacement.ts';
import { withoutPreviews } from '../bridge/to-matrix/link-previews.ts';
import { placeFiles } from '../bridge/to-matrix/files.ts';
import type { EventId, JsonObject, PartSend, RoomId } from '../bridge/types.ts';
import {
  factsIn,
  knownCopies,
  knowThread,
  newestIn,
  rootOf,
  settleImported,
} from '../db/archive-tables/import-mails.ts';
import { waitingMails } from '../db/archive-tables/import-mails.ts';
import type { MailEnd, WaitingMail } from '../db/archive-tables/import-mails.ts';
import { noteFilled } from '../db/archive-tables/imports.ts';
import type { Import, ImportUnit } from '../db/archive-tables/imports.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { findThreadRoom } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { isForGood } from '../matrix/failure.ts';
import type { ActingUser, Ghosts } from '../matrix/ghosts.ts';
import { classifyRefusal } from '../matrix/repair.ts';
import type { Rooms } from '../matrix/rooms.ts';
import { megabytes } from '../mail/size.ts';
import type { Address, Person } from '../mail/types.ts';
import { filledContent, noticeInstead } from '../rooms/send-files.ts';
import type { FileDeps } from '../rooms/send-files.ts';
import { setSpeaking } from '../rooms/speaking.ts';
import { words } from '../words/words.ts';
import { RefusedError } from './patience.ts';
import type { Patience } from './patience.ts';
import { readThreadedFacts } from './place-mails.ts';

/** Mails that are looked up at once. */
const PAGE = 50;

export interface FillDeps extends FileDeps {
  readonly ids: IdKey;
  readonly codec: GhostCodec;
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly ghosts: Ghosts;
  readonly patience: Patience;
  readonly account: Account;
  readonly importing: Import;
  /** Whether the homeserver gives events the times of their mails. */
  readonly takesTimes: boolean;
  /** The account's space, and that of the import. */
  readonly spaces: { readonly account: RoomId; readonly import: RoomId };
  readonly failpoint: (name: string) => void;
  /** Called when a mail is settled, with its bytes. */
  readonly settled: (end: MailEnd['is']) => void;
}

/** Fills a room with all that waits for it. Throws StoppedError; calling it again goes on. */
export async function fillRoom(deps: FillDeps, unit: ImportUnit): Promise<void> {
  await new RoomFilling(deps, unit).fill();
}

class RoomFilling {
  readonly #deps: FillDeps;
  readonly #unit: ImportUnit;
  #room: RoomRow | null = null;
  /** What of ours stands in the room, by its echo key: of mails that were not written down. */
  #there = new Map<string, EventId>();
  /** Of the mail before, milliseconds: what has no date comes right behind it. */
  #last: number | null = null;

  constructor(deps: FillDeps, unit: ImportUnit) {
    this.#deps = deps;
    this.#unit = unit;
  }

  async fill(): Promise<void> {
    const { db, patience, importing } = this.#deps;
    const { thread } = this.#unit;
    this.#last = (await patience.through(() => newestIn(db, thread)))?.getTime() ?? null;
    for (;;) {
      const page = await patience.through(() => waitingMails(db, importing, thread, PAGE));
      if (page.length === 0) break;
      for (const mail of page) {
        patience.goOn();
        const end = await this.#bringIn(mail);
        await patience.through(() => db.transaction((tx) => settleImported(tx, importing.import, mail, end)));
        this.#deps.failpoint('import:marked');
        this.#deps.settled(end.is);
      }
    }
    await this.#close();
  }

  async #bringIn(mail: WaitingMail): Promise<MailEnd> {
    const { db, parser, patience, account, importing, ids, codec, takesTimes } = this.#deps;
    const parsed = await patience.through(() => parser.parse(readChunks(db, mail.mail), account.language));
    if (!parsed.ok) return { is: 'aside', reason: `it cannot be read (${parsed.failure.code})` };
    const { contentHash, header } = parsed.mail;
    const messageId = messageIdOf(parsed.mail);
    const own = { contentHash, wordsHash: parsed.words, list: header.list?.id ?? null };
    const copy = copyDecision(own, await patience.through(() => knownCopies(db, importing, messageId)));
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
      const room = await this.#roomFor(parsed.mail);
      const root = await this.#conversation(mail);
      let first: EventId | null = null;
      for (const send of sends) {
        const event = await this.#say(room, send, ts, root ?? (this.#unit.kind === 'thread' ? null : first));
        first ??= event;
        this.#deps.failpoint('import:sent');
      }
      if (first === null) throw new Error('a mail has one event at least');
      const text = mailSearchText(parsed.mail, parsed.rendered, mail.at ?? new Date(ts), account.language);
      return { is: 'imported', event: first, messageId, contentHash, wordsHash: parsed.words, text };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return { is: 'aside', reason: error.message };
    }
  }

  /** The first event of its conversation, where the room has several. */
  async #conversation({ conversation }: WaitingMail): Promise<EventId | null> {
    if (this.#unit.kind === 'thread') return null;
    return this.#deps.patience.through(() => rootOf(this.#deps.db, this.#unit.thread, conversation));
  }

  /** The room, made when the first mail comes into it. */
  async #roomFor(mail: { readonly from: readonly Person[]; readonly to: readonly Person[] }): Promise<RoomRow> {
    if (this.#room !== null) return this.#room;
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
    this.#room = room;
    return room;
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

  async #say(room: RoomRow, send: PartSend, ts: number, root: EventId | null): Promise<EventId> {
    const there = this.#there.get(send.send);
    if (there !== undefined) return there;
    const { patience, ids, importing, client, takesTimes } = this.#deps;
    const put = (content: JsonObject, speaker: ActingUser): Promise<EventId> => {
      const relation = root === null ? {} : { 'm.relates_to': { rel_type: 'm.thread', event_id: root } };
      const whole = withoutPreviews(send.type, { ...content, ...relation });
      const txn = ids.txn(send.send, speaker.user, importing.keyVersion);
      return client.send(room.room, send.type, txn, whole, { ...speaker, ...(takesTimes ? { ts } : {}) });
    };
    const speaker = await this.#speaker(room, send);
    const content = await patience.through(() => this.#filled(send, speaker));
    const said = speaker.isBot && send.sender !== this.#deps.codec.bot ? this.#byBot(send, content) : content;
    try {
      return await patience.through(() => put(said, speaker));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return await this.#mend(room, send, said, { put, error });
    }
  }

  /** What is refused once more after that is refused. */
  async #mend(
    room: RoomRow,
    send: PartSend,
    content: JsonObject,
    {
      put,
      error,
    }: { readonly put: (content: JsonObject, speaker: ActingUser) => Promise<EventId>; readonly error: RefusedError },
  ): Promise<EventId> {
    const { patience, ghosts, codec, account } = this.#deps;
    switch (classifyRefusal(error.cause)) {
      case 'too-large': {
        const short = shortened(content, account.language);
        if (short === null) throw error;
        const speaker = await this.#speaker(room, send);
        return patience.through(() => put(short, speaker));
      }
      case 'device': {
        const speaker = await patience.through(() => ghosts.renew(send.sender));
        return patience.through(() => put(content, speaker));
      }
      default: {
        if (send.sender === codec.bot) throw error;
        const bot = await patience.through(() => ghosts.bot());
        return patience.through(() => put(this.#byBot(send, content), bot));
      }
    }
  }

  #byBot({ sender, senderName }: PartSend, content: JsonObject): JsonObject {
    const { codec, account } = this.#deps;
    return sayAsBot(content, senderName ?? codec.address(sender) ?? sender, 'kept-out', account.language);
  }

  /** The sender in the room under its name; the bot where the homeserver does not let it in. */
  async #speaker(room: RoomRow, { sender, senderName }: PartSend): Promise<ActingUser & { readonly isBot: boolean }> {
    const { patience, ghosts, codec } = this.#deps;
    const bot = async () => ({ ...(await patience.through(() => ghosts.bot())), isBot: true });
    if (sender === codec.bot) return bot();
    try {
      const address: Address | null = codec.address(sender);
      const ghost = await patience.through(() => ghosts.ensure(sender, address));
      await patience.through(() => ghosts.join(room, ghost, senderName ?? address ?? sender));
      return { ...ghost, isBot: false };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return bot();
    }
  }

  /** The content with its files uploaded, as far as they are brought in. */
  async #filled(send: PartSend, { user }: ActingUser): Promise<JsonObject> {
    const { importing, account } = this.#deps;
    const [only] = send.files;
    const isLeft = (size: number): boolean =>
      importing.attachments === 'none' || (importing.attachments === 'small' && size > SMALL_FILE);
    if (only !== undefined && send.content['url'] === only.placeholder && isLeft(only.size)) {
      const facts = { name: only.name, size: megabytes(only.size) };
      return noticeInstead(send, words(account.language)('room-file-left-out', facts));
    }
    const left = send.files.filter(({ size }) => isLeft(size));
    const content = placeFiles(send.content, new Map(left.map(({ placeholder }) => [placeholder, null])));
    const files = send.files.filter(({ size }) => !isLeft(size));
    return filledContent(this.#deps, account, { ...send, content, files }, user);
  }

  /** Who may come in can, nobody but the bot speaks there, and new mail finds it. */
  async #close(): Promise<void> {
    const { db, client, patience, account, failpoint, spaces, ids } = this.#deps;
    const { thread, kind } = this.#unit;
    const room = this.#room ?? (await patience.through(() => findThreadRoom(db, thread)));
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
    const facts = (await patience.through(() => factsIn(db, thread))).map(readThreadedFacts);
    await patience.through(() =>
      db.transaction(async (tx) => {
        // Of a folder or a list nobody could tell which of its conversations new mail goes on with.
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
