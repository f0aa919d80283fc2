/**
 * Mails for guests: a job for each guest for whom something waits. It looks what is due, makes the mails, and freezes
 * them together with the word that the guest was told (`guest_progress`), so that nothing is told twice and nothing is
 * forgotten, wherever the process ends. From there on they go the way of every mail of ours (`outgoing/mail-out.ts`):
 * breaker, relay, an unknown outcome, bounces.
 *
 * Failure policy. Until its transaction is committed nothing has left, and everything is made again: a mail has the
 * same Message-ID then, and other bytes where something was changed. A file that cannot be had, or makes the mail too
 * large, is named. The end of a job looks what waits by then, under the lock under which things are put down, and
 * leaves a job for the time at which that is due.
 */
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { MailroomError } from '../base/errors.ts';
import { readWireJson } from '../base/wire-text.ts';
import type { Account } from '../bridge/account/account.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import { decideBatch } from '../bridge/guest/batch.ts';
import type { BatchDecision, BatchMail } from '../bridge/guest/batch.ts';
import type { GuestId } from '../bridge/guest/guest.ts';
import { listFields, toGuestMail } from '../bridge/guest/guest-mail.ts';
import type { GuestMailInput } from '../bridge/guest/guest-mail.ts';
import { roomLink } from '../bridge/room-link.ts';
import { reactionFields } from '../bridge/to-mail/reaction-draft.ts';
import type { EventId, MessageKey, MxcUri, RoomId, ThreadId } from '../bridge/types.ts';
import {
  dropBegunMails,
  guestConversation,
  guestTold,
  lockGuestRoom,
  openGuestMail,
  sendGuestMails,
} from '../db/guest-tables/guest-mails.ts';
import { guestStanding } from '../db/guest-tables/guest-work.ts';
import type { GuestStanding } from '../db/guest-tables/guest-work.ts';
import { waitingIn } from '../db/intake-tables/events.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { loadOutgoing, lockMail } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { freezeMail, readMailBytes, writeMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { MailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import { recordMessage } from '../handling/thread-record.ts';
import { domainOf } from '../mail/address.ts';
import { compose } from '../mail/compose.ts';
import { OWN_HEADER } from '../mail/header/own-fields.ts';
import type { Draft } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { addJob } from '../queue/queue.ts';
import type { Job } from '../queue/queue.ts';
import type { Decision, Handler } from '../queue/worker.ts';
import { batchFacts, loadWaiting, partOf, talksOf } from './guest-batch.ts';
import type { GuestWaiting } from './guest-batch.ts';
import { guestFields } from './guest-fields.ts';

export interface GuestMailDeps extends JobDeps {
  /** Opens a file of the homeserver; throws where it cannot be had. */
  readonly download: (mxc: MxcUri) => Promise<Readable>;
  readonly parser: ParsePool;
  /** As a mail of the team has its room looked at (`outgoing/room-seen.ts`). */
  readonly look: (asked: {
    readonly room: RoomId;
    readonly thread: ThreadId;
    readonly messages: readonly EventId[];
    readonly overFor: number;
  }) => Promise<'seen' | 'hidden' | 'not-yet'>;
  readonly failure: ReadFailure;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly failpoint: (name: string) => void;
}

/** Events of a room that are read at most to see whether one is about what is told; while there are more it waits. */
const WAITING_READ = 1_000;
/** Until something that was received is decided, and until a room can be looked at, milliseconds. */
const CHANGED_MS = 200;
const LOOK_MS = 10_000;
/** Bytes of the files of a mail, whatever was claimed of them. */
const FILES_MOST = 20_000_000;

/** Makes the mails of guests. */
export function guestMail(deps: GuestMailDeps): Handler<undefined> {
  return {
    queue: 'guest-mail',
    keys: 12,
    perAccount: 8,
    perKey: 1,
    tries: 5,
    overlap: false,
    ahead: Infinity,
    prepare: () => Promise.resolve(undefined),
    run: (job) => run(deps, job),
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: (_tx, job, reason) => {
      deps.log.warn('a mail for a guest could not be made', { job: job.job, reason });
      return Promise.resolve();
    },
  };
}

async function run(deps: GuestMailDeps, job: Job): Promise<Decision> {
  const standing = await guestStanding(deps.db, job.key as GuestId);
  if (standing === null) return { outcome: { do: 'done' } };
  const account = deps.accounts.get(standing.account);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: standing.account } };
  const ends: Decision = { outcome: { do: 'done' }, write: (tx) => goOn(tx, deps, account, job, null) };
  const waiting = await loadWaiting(deps.db, deps, standing, null);
  const decided = decideBatch(await batchFacts(deps.db, deps, account, standing, waiting, deps.now()));
  const { room } = standing;
  if (decided.do !== 'send' || room === null) return ends;
  const unseen = await seeRoom(deps, account, { ...standing, room }, waiting);
  if (unseen !== null) {
    return { outcome: { do: 'done' }, write: (tx) => goOn(tx, deps, account, job, deps.now() + unseen) };
  }
  deps.failpoint('guest-mail:seen');
  const made: Made[] = [];
  for (const mail of decided.mails) {
    made.push(await make(deps, account, { ...standing, room }, waiting, mail, job.failures === 0));
  }
  deps.failpoint('guest-mail:composed');
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await freezeAll(tx, deps, account, { standing, waiting, decided, made });
      await goOn(tx, deps, account, job, null);
      deps.failpoint('guest-mail:before-freeze');
    },
  };
}

/**
 * What is deleted or edited before a mail is made is not mailed, also where that was never pushed: what is found in the
 * room is stored, and decided before the mail goes on. Null where it may go on, else after how long it is asked again.
 */
async function seeRoom(
  deps: GuestMailDeps,
  account: Account,
  { room, thread }: GuestStanding & { readonly room: RoomId },
  { waiting }: GuestWaiting,
): Promise<number | null> {
  const events = new Set(
    waiting.flatMap(({ event, message }) => (deps.ghosts.isOwn(message.author.id) ? [] : (event ?? []))),
  );
  if (events.size > 0) {
    const latest = Math.max(...waiting.map(({ at }) => at));
    const overFor = Math.max(0, deps.now() - latest - account.hold.after);
    const seen = await deps.look({ room, thread, messages: [...events], overFor });
    // Of a room that nobody of ours sees any more nothing is told.
    if (seen !== 'seen') return LOOK_MS;
  }
  const received = await waitingIn(deps.db, room, WAITING_READ);
  const changed = received.some(({ body }) => {
    const action = readEvent(readWireJson(body.toString('utf8')), { isOwn: (user) => deps.ghosts.isOwn(user) });
    return (action.kind === 'edit' || action.kind === 'redact') && events.has(action.of);
  });
  return changed || received.length === WAITING_READ ? CHANGED_MS : null;
}

/** A mail that is ready to be frozen. */
interface Made {
  readonly outgoing: MessageKey;
  readonly draft: Draft;
  readonly bytes: MailBytes;
  readonly contentHash: string;
  readonly words: string | null;
}

async function make(
  deps: GuestMailDeps,
  account: Account,
  standing: GuestStanding & { readonly room: RoomId },
  waiting: GuestWaiting,
  mail: BatchMail,
  files: boolean,
): Promise<Made> {
  const { db, ids, ghosts } = deps;
  const { guest, thread, room } = standing;
  const [entry = 0] = mail.entries;
  // By the first that it tells, which no other mail to this guest does.
  const outgoing = ids.send(guest, `guest-mail:${String(entry)}`) as MessageKey;
  const input = await inputOf(deps, account, standing, waiting, mail, outgoing);
  const { messageId, to } = input;
  const { event } = talksOf(mail, waiting);
  const row = { outgoing, account: account.id, guest, thread, room, messageId, to, root: mail.root, event };
  const opened = await openGuestMail(db, ghosts.bot, row);
  const begun = await loadOutgoing(db, outgoing);
  if (!opened || begun === null) throw new MailroomError('mail-begun', 'a mail for a guest left before');
  let draft = toGuestMail({ ...input, files });
  let bytes: MailBytes;
  try {
    bytes = await writeMailBytes(db, begun, composed(deps, draft));
  } catch (error) {
    if (!(error instanceof MailroomError) || error.code !== 'files-too-large') throw error;
    draft = toGuestMail({ ...input, files: false });
    bytes = await writeMailBytes(db, begun, composed(deps, draft));
  }
  const { whole } = bytes;
  const parsed = await deps.parser.parse(
    whole === null ? readMailBytes(db, outgoing) : Readable.from([whole], { objectMode: false }),
  );
  if (!parsed.ok) throw new MailroomError('mail-unreadable', `a mail for a guest: ${parsed.failure.code}`);
  return { outgoing, draft, bytes, contentHash: parsed.mail.contentHash, words: parsed.words };
}

async function inputOf(
  deps: GuestMailDeps,
  account: Account,
  standing: GuestStanding & { readonly room: RoomId },
  waiting: GuestWaiting,
  mail: BatchMail,
  outgoing: MessageKey,
): Promise<Omit<GuestMailInput, 'files'>> {
  const { ids, ghosts } = deps;
  const { guest, thread, room, subject, address, name, welcome } = standing;
  const known = await guestConversation(deps.db, guest, mail.root);
  const begun = mail.root === null && welcome !== null ? welcome : null;
  const domain = domainOf(account.address);
  const { talks, left } = talksOf(mail, waiting);
  return {
    messageId: ids.ownMessageId(outgoing, domain),
    date: new Date(deps.now()),
    boundary: ids.send(outgoing, 'boundary'),
    writer: {
      address: account.address,
      name: account.name,
      template: account.from,
      language: account.language,
      zone: account.zone,
      subjectPrefix: account.writing.subjectPrefix,
      signature: '',
      footer: account.writing.footer,
    },
    to: { name, address },
    room: { name: subject, link: roomLink(room, ghosts.domain) },
    talks,
    left,
    place:
      known !== null
        ? { ...known, first: begun ?? known.first }
        : begun === null
          ? null
          : { first: begun, last: begun },
    headers: [
      { name: OWN_HEADER, value: ids.ownHeader(outgoing) },
      ...reactionFields(account),
      ...(await guestFields(deps, account, { guest, thread })),
      ...listFields({ id: `${ids.send(thread, 'guest-list')}.${domain}`, name: subject }),
    ],
    nameOf: (user) => waiting.names.get(user) ?? ghosts.address(user as Parameters<typeof ghosts.address>[0]),
  };
}

/** The bytes of a draft; its files are fetched one after the other, each when its place has come. */
function composed(deps: GuestMailDeps, draft: Draft): Readable {
  let size = 0;
  return compose(draft, (key) => {
    const through = new PassThrough();
    const bounded = async function* (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > FILES_MOST) throw new MailroomError('files-too-large', 'the files of a mail for a guest');
        yield chunk;
      }
    };
    open(deps, key)
      .then((bytes) => pipeline(bytes, bounded, through))
      .catch((error: unknown) => through.destroy(error instanceof Error ? error : new Error(String(error))));
    return through;
  });
}

async function open(deps: GuestMailDeps, key: string): Promise<Readable> {
  const part = partOf(key);
  if (part === null) return deps.download(key as MxcUri);
  const bytes = await deps.parser.readFile(readChunks(deps.db, part.mail), part.index);
  if (bytes === null) throw new MailroomError('file-missing', 'a file of a mail is not in it any more');
  return bytes;
}

/** Freezes what was made where it still is what waits. */
async function freezeAll(
  tx: Transaction,
  deps: GuestMailDeps,
  account: Account,
  before: {
    readonly standing: GuestStanding;
    readonly waiting: GuestWaiting;
    readonly decided: Extract<BatchDecision, { do: 'send' }>;
    readonly made: readonly Made[];
  },
): Promise<void> {
  const { decided, made, standing } = before;
  const { guest, thread } = standing;
  await lockGuestRoom(tx, thread);
  const now = await guestStanding(tx, guest);
  const isSame =
    now !== null &&
    !(await batchFacts(tx, deps, account, now, before.waiting, deps.now())).paused &&
    isDeepStrictEqual(now, standing) &&
    isDeepStrictEqual((await loadWaiting(tx, deps, now, decided.to)).waiting, before.waiting.waiting);
  if (isSame) {
    for (const one of made) await freezeOne(tx, account, one);
    await guestTold(tx, standing, decided.to);
    await sendGuestMails(
      tx,
      made.map(({ outgoing }) => outgoing),
    );
  }
  await dropBegunMails(tx, guest);
}

async function freezeOne(
  tx: Transaction,
  account: Account,
  { outgoing, draft, bytes, contentHash, words }: Made,
): Promise<void> {
  const mail: Outgoing | null = await lockMail(tx, outgoing);
  if (mail?.state !== 'closed') throw new MailroomError('mail-begun', 'a mail for a guest is not as it was made');
  await freezeMail(tx, mail, { envelopeFrom: account.address, bytes });
  await recordMessage(
    tx,
    account,
    {
      message: outgoing,
      account: account.id,
      thread: mail.thread,
      direction: 'out',
      messageId: mail.messageId,
      contentHash,
      mail: null,
      outgoing,
      facts: {
        subject: draft.subject,
        from: [draft.from],
        replyTo: [],
        to: draft.to,
        cc: [],
        inReplyTo: draft.inReplyTo === null ? [] : [draft.inReplyTo],
        references: draft.references,
        date: draft.date.toISOString(),
        decision: 'own',
        sender: null,
      },
      words,
      // What people said is found where they said it.
      text: null,
    },
    { how: 'ours', index: null },
  );
}

/**
 * Leaves a job for what waits by now, due when it is; none where nothing does.
 *
 * @param at not before then, milliseconds since the epoch; null for whenever it is due
 */
async function goOn(
  tx: Transaction,
  deps: GuestMailDeps,
  account: Account,
  job: Job,
  at: number | null,
): Promise<void> {
  const guest = job.key as GuestId;
  const before = await guestStanding(tx, guest);
  if (before === null) return;
  await lockGuestRoom(tx, before.thread);
  const standing = await guestStanding(tx, guest);
  if (standing === null) return;
  const waiting = await loadWaiting(tx, deps, standing, null);
  const decided = decideBatch(await batchFacts(tx, deps, account, standing, waiting, deps.now()));
  if (decided.do === 'nothing') return;
  const due = decided.do === 'wait' ? decided.until : deps.now();
  const runAt = new Date(Math.max(due, at ?? 0));
  await addJob(tx, {
    account: account.id,
    queue: 'guest-mail',
    key: guest,
    subject: `${guest} j${String(job.job)}`,
    runAt,
  });
}
