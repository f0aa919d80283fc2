/**
 * The next mails of a room are read while one is said: taken apart, and what is known under their ids looked up. All
 * rooms together hold so many bytes of mails that are read ahead, and no more.
 */
import type { Account } from '../bridge/account/account.ts';
import { messageIdOf } from '../bridge/arrival/mail-ids.ts';
import type { ThreadId } from '../bridge/types.ts';
import { knownCopies, waitingMails } from '../db/archive-tables/import-mails.ts';
import type { KnownCopy, WaitingMail } from '../db/archive-tables/import-mails.ts';
import type { Import } from '../db/archive-tables/imports.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import type { Database } from '../db/pool.ts';
import type { MessageId } from '../mail/types.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { Patience } from './patience.ts';

/** Mails that are looked up at once. */
const PAGE = 50;
/** Mails of a room that are read ahead. */
const AHEAD = 4;
/** What one mail counts at most, bytes: its files are not held, and a text is shorter. */
const MOST = 1024 * 1024;

export interface AheadDeps {
  readonly db: Database;
  readonly parser: ParsePool;
  readonly patience: Patience;
  readonly account: Account;
  readonly importing: Import;
  readonly room: Room;
}

/** A mail that is read. */
export interface MailAhead {
  readonly mail: WaitingMail;
  readonly parsed: Parsed;
  /** What is known under its id; empty where it could not be read. */
  readonly copies: readonly KnownCopy[];
  readonly messageId: MessageId | null;
}

/** Room for so many bytes. One thing alone always has some. */
export class Room {
  readonly #most: number;
  #held = 0;
  #next: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves when there is room. Whoever waits must hold none: all could wait for each other. */
  async take(bytes: number): Promise<void> {
    while (!this.takes(bytes)) await new Promise<void>((resolve) => this.#next.push(resolve));
  }

  /** Takes it where there is room. */
  takes(bytes: number): boolean {
    if (this.#held > 0 && this.#held + bytes > this.#most) return false;
    this.#held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#held -= bytes;
    for (const next of this.#next.splice(0)) next();
  }
}

/** All that waits for a room, oldest first. Throws StoppedError. */
export async function* readAhead(deps: AheadDeps, thread: ThreadId): AsyncGenerator<MailAhead> {
  const coming: { readonly read: Promise<MailAhead>; readonly held: number }[] = [];
  const mails = waitingIn(deps, thread);
  const begin = (mail: WaitingMail): void => {
    const read = readOne(deps, mail);
    // It is waited for in its turn.
    read.catch(() => undefined);
    coming.push({ read, held: heldBy(mail) });
  };
  try {
    let next = await mails.next();
    for (;;) {
      while (next.done !== true && coming.length < AHEAD && deps.room.takes(heldBy(next.value))) {
        begin(next.value);
        next = await mails.next();
      }
      if (coming.length === 0) {
        if (next.done === true) return;
        await deps.room.take(heldBy(next.value));
        begin(next.value);
        next = await mails.next();
      }
      const [first] = coming;
      if (first === undefined) return;
      yield await first.read;
      coming.shift();
      deps.room.give(first.held);
    }
  } finally {
    for (const { held } of coming) deps.room.give(held);
  }
}

function heldBy({ size }: WaitingMail): number {
  return Math.min(MOST, size);
}

async function* waitingIn({ db, patience }: AheadDeps, thread: ThreadId): AsyncGenerator<WaitingMail> {
  let last: WaitingMail | null = null;
  do {
    const after: WaitingMail | null = last;
    const page: readonly WaitingMail[] = await patience.through(() => waitingMails(db, thread, after, PAGE));
    yield* page;
    last = page.at(-1) ?? null;
  } while (last !== null);
}

async function readOne({ db, parser, patience, account, importing }: AheadDeps, mail: WaitingMail): Promise<MailAhead> {
  const parsed = await patience.through(() => parser.parse(readChunks(db.gathered, mail.mail), account.language));
  if (!parsed.ok) return { mail, parsed, copies: [], messageId: null };
  const messageId = messageIdOf(parsed.mail);
  const copies = await patience.through(() => knownCopies(db.gathered, importing, messageId));
  return { mail, parsed, copies, messageId };
}
