/**
 * A closed mail becomes bytes: its messages are read again, their files streamed from the homeserver, the result
 * frozen.
 */
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../bridge/account/account.ts';
import type { DeliveryFacts } from '../bridge/delivery/outcome-told.ts';
import type { Said } from '../bridge/from-matrix/content.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import { isNobody, meantFor } from '../bridge/recipients/recipients.ts';
import { OWN_HEADER } from '../mail/header/own-fields.ts';
import { meaningOf } from '../bridge/event/meaning.ts';
import { ownSearchText } from '../bridge/search/own-search-text.ts';
import { draftHash } from '../bridge/helpdesk/four-eyes.ts';
import { emojiOfReaction, reactionFields, toReactionDraft } from '../bridge/to-mail/reaction-draft.ts';
import type { SearchText } from '../bridge/search/search-text.ts';
import { toDraft } from '../bridge/to-mail/to-mail.ts';
import type { DraftInput, SaidMessage } from '../bridge/to-mail/to-mail.ts';
import type { EventId, MessageKey, MxcUri, RoomId } from '../bridge/types.ts';
import type { Outgoing, OutgoingEvent } from '../db/mail-tables/outgoing.ts';
import { mailGround } from '../db/mail-tables/mail-ground.ts';
import type { MailGround } from '../db/mail-tables/mail-ground.ts';
import { mailsNow } from '../db/mail-tables/mail-now.ts';
import { lockFreeMail } from '../db/mail-tables/outgoing.ts';
import { cancelMail } from '../db/mail-tables/outgoing-messages.ts';
import { workAnswered } from '../db/helpdesk-tables/thread-work.ts';
import { freezeMail, readMailBytes, writeMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { MailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import { nameThread } from '../db/mail-tables/recipients-chosen.ts';
import { findMember } from '../db/room-tables/rooms.ts';
import { sendOfEvent, shownText } from '../db/room-tables/sends.ts';
import { loadMessage } from '../db/thread-tables/threads.ts';
import type { Message } from '../db/thread-tables/threads.ts';
import { errorText, MailroomError } from '../base/errors.ts';
import { compose } from '../mail/compose.ts';
import type { Draft, HeaderField, Person } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { isSaidYes } from './said-yes.ts';
import { goingTo, goingWithout, meantKeys, withholdPaused } from './left-out.ts';
import { isForwardedFile, loadForward } from './forwarded-mail.ts';
import type { LoadedForward } from './forwarded-mail.ts';
import { isBeingChanged } from './messages-now.ts';
import { authorName } from '../handling/delivery-signs.ts';
import { tellPassed } from './mail-turn.ts';
import { tokenFields } from './reply-token.ts';
import { reactionWishes, wishesOf } from './wishes.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { Transaction } from '../db/pool.ts';
import type { Freezing } from './freezing.ts';
import type { LeavingTogether } from './leaving-together.ts';
import { recordMessage } from '../handling/thread-record.ts';

export interface ComposeDeps extends JobDeps {
  /** Opens a file of the homeserver; throws where it cannot be had. */
  readonly download: (mxc: MxcUri) => Promise<Readable>;
  readonly parser: ParsePool;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly failpoint: (name: string) => void;
  readonly freezing: Freezing;
  readonly together: Pick<LeavingTogether, 'reach'>;
}

/** frozen: with its bytes, where they are few. not-yet: it is closed still, or was cancelled. problem: never. */
export type Composed =
  | { readonly do: 'frozen'; readonly bytes: Buffer | null }
  | { readonly do: 'not-yet' }
  | ({ readonly do: 'problem' } & ComposeProblem);

/** A mail that cannot be made: why, for operators and for the room. */
interface ComposeProblem {
  readonly reason: string;
  readonly facts: DeliveryFacts;
}

/**
 * Composes and freezes. What an earlier try wrote is replaced: until the freezing transaction nothing has left. The
 * mail is still closed where something that was received about its messages (an edit, a redaction, ❌) is not decided
 * yet: it is to be asked for again. Throws where it may work later (the homeserver is away).
 *
 * @param caused the fields that tell of the mail that caused it (`outgoing/loop-check.ts`)
 * @param passes earlier mails of the conversation that it leaves behind
 * @param messages what is in it, as it is now
 */
export async function composeMail(
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  caused: readonly HeaderField[],
  passes: readonly MessageKey[],
  messages: readonly OutgoingEvent[],
): Promise<Composed> {
  let now: DraftNow | null;
  let bytes: MailBytes | null = null;
  try {
    now = await draftNow(deps, account, mail, caused, messages);
    if (now !== null) bytes = await writeMailBytes(deps.db, mail, composed(deps, now));
  } catch (error) {
    if (error instanceof MailroomError && error.code === 'draft-impossible') {
      return problem(error.message, error.userText ?? error.message);
    }
    throw error;
  }
  if (now === null || bytes === null) {
    // Nothing that was said in it is for a mail: taken back, or read as a note since it was taken for said.
    await deps.db.transaction((tx) => cancelMail(tx, mail.outgoing));
    return { do: 'not-yet' };
  }
  const { whole } = bytes;
  const { draft, parent, events, goes, emoji } = now;
  const lastEvent = events.at(-1)?.event ?? null;
  // Read as it will come back, so that a copy of it is known by its content.
  const read = whole === null ? readMailBytes(deps.db, mail.outgoing) : Readable.from([whole], { objectMode: false });
  const parsed = await deps.parser.parse(read);
  if (!parsed.ok) {
    return problem(parsed.failure.code, parsed.failure.code);
  }
  const meant = meantFor(goes.recipients);
  deps.failpoint('mail-out:composed');
  const freeze = async (tx: Transaction): Promise<boolean> => {
    // From here on nobody changes it; what was stored before is reread, and wins.
    const locked = await lockFreeMail(tx, mail.outgoing);
    if (locked?.state !== 'closed') return false;
    const [current] = await mailsNow(tx, [mail.outgoing]);
    const there = current?.();
    // Somebody named a time for it when its hold was over.
    if (there === undefined || there.left > 0) return false;
    if (!isDeepStrictEqual(there.messages, events)) return false;
    if (there.heard && (await isBeingChanged(tx, deps, mail))) return false;
    // A bounce may have come meanwhile, or somebody's word that the address is good again.
    if (!isDeepStrictEqual(await goingTo(tx, account.id, mail.recipients), goes.recipients)) return false;
    const hash = draftHash(draft, goes.recipients);
    if (!(await isSaidYes(tx, deps, account, { ...locked, isDraft: there.isDraft }, hash))) return false;
    await freezeMail(tx, goes, { envelopeFrom: account.address, bytes });
    await withholdPaused(tx, deps, account, goes, lastEvent);
    await tellPassed(tx, deps, account, passes);
    await recordMessage(
      tx,
      account,
      {
        message: mail.outgoing,
        account: account.id,
        thread: mail.thread,
        direction: 'out',
        messageId: mail.messageId,
        contentHash: parsed.mail.contentHash,
        mail: null,
        outgoing: mail.outgoing,
        facts: {
          subject: draft.subject,
          from: [draft.from],
          replyTo: [],
          // Who is left out takes part all the same, and is answered again when their address is good again.
          to: meant.to,
          cc: meant.cc,
          inReplyTo: draft.inReplyTo === null ? [] : [draft.inReplyTo],
          references: draft.references,
          date: draft.date.toISOString(),
          decision: emoji !== null ? 'reaction' : parent === null ? 'own' : 'answer',
          sender: null,
          ...(draft.conversation === null ? {} : { conversation: draft.conversation }),
        },
        words: parsed.words,
        text: emoji === null ? ownText(account, now, [...meant.to, ...meant.cc], parsed.rendered.special.texts) : null,
      },
      { how: 'ours', index: null },
    );
    // A reaction is no answer: it leaves whose turn it is as it was.
    if (emoji !== null) return true;
    // In the order in which a mail that comes in takes its rows, so that neither waits for the other.
    if (parent === null) await nameThread(tx, mail.thread, draft.subject);
    if (!isNobody(goes.recipients)) await workAnswered(tx, { account: account.id, thread: mail.thread });
    return true;
  };
  const size = whole?.length ?? 0;
  await deps.together.reach(mail.outgoing, 'freezing');
  const isFrozen = await deps.freezing.freeze({ account: account.id, thread: mail.thread, size, freeze });
  return isFrozen ? { do: 'frozen', bytes: whole } : { do: 'not-yet' };
}

/** @param texts of its files; those that it forwards stand in another room */
function ownText(
  { language: spoken }: Account,
  { draft, said, forward }: DraftNow,
  to: readonly Person[],
  texts: string,
): SearchText {
  const { date: at, from, subject } = draft;
  return ownSearchText({ at, from, to, subject, attached: forward === null ? texts : '', spoken }, said);
}

function problem(reason: string, words: string): Composed {
  return { do: 'problem', reason, facts: { kind: 'not-sent', words } };
}

/** A mail as it would be composed at this moment. */
export interface DraftNow {
  readonly draft: Draft;
  readonly parent: Message | null;
  readonly events: readonly OutgoingEvent[];
  /** What is said in it. */
  readonly said: readonly Said[];
  /** The mail with those recipients who get it. */
  readonly goes: Outgoing;
  /** Of a mail that is a reaction; null for every other. */
  readonly emoji: string | null;
  /** The mail that it forwards; null where it forwards none. */
  readonly forward: LoadedForward | null;
}

/**
 * What a mail would be at this moment; null where nothing that was said in it is for a mail.
 *
 * @param caused the fields that tell of the mail that caused it
 * @throws MailroomError `draft-impossible` where the mail that it forwards cannot be read any more.
 */
export async function draftNow(
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  caused: readonly HeaderField[],
  events: readonly OutgoingEvent[],
): Promise<DraftNow | null> {
  const ground = await mailGround(deps.db.gathered, mail, events, meantKeys(mail.recipients));
  if (ground === null) throw new MailroomError('thread-missing', 'the thread of a mail is not there');
  const messages: SaidMessage[] = [];
  for (const event of events) messages.push(...(await saidMessage(deps, mail, event)));
  const emoji = reactionOf(events);
  const { forwards } = ground;
  // A forwarded mail needs no words with it.
  if (messages.length === 0 && emoji === null && forwards === null) return null;
  const forward = forwards === null ? null : await loadForward(deps, account, forwards);
  const goes = { ...mail, recipients: goingWithout(mail.recipients, ground.paused) };
  const made = await draftOf(deps, account, goes, ground, { caused, events, messages, emoji, forward });
  return { ...made, events, said: messages.map((one) => one.said), goes, emoji, forward };
}

async function draftOf(
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  ground: MailGround,
  said: {
    readonly caused: readonly HeaderField[];
    readonly events: readonly OutgoingEvent[];
    readonly messages: readonly SaidMessage[];
    readonly forward: LoadedForward | null;
    /** Of a mail that is a reaction; null for every other. */
    readonly emoji: string | null;
  },
): Promise<{ draft: Draft; parent: Message | null }> {
  const { caused, events, messages, emoji, forward } = said;
  const { parent } = ground;
  const names = await mentionNames(deps, account, mail, messages);
  const parentSubject = parent === null || parent.facts.bare === true ? null : parent.facts.subject;
  const wishes =
    emoji === null
      ? await wishesOf(deps, account, mail, ground, { parentSubject, messages })
      : reactionWishes(account, ground, parentSubject);
  const input: DraftInput = {
    messageId: mail.messageId,
    date: dateOf(ground, mail, events[0]?.sentAt ?? new Date(deps.now())),
    boundary: deps.ids.send(mail.outgoing, 'boundary'),
    writer: {
      address: wishes.address,
      name: account.name,
      template: account.from,
      language: account.language,
      zone: account.zone,
      subjectPrefix: account.writing.subjectPrefix,
      signature: account.writing.signature,
      footer: account.writing.footer,
    },
    author: { name: authorName(account, mail.author, ground.authorName) },
    // Where nobody is left it waits for whom it is meant.
    recipients: isNobody(mail.recipients) ? { ...mail.recipients, ...meantFor(mail.recipients) } : mail.recipients,
    subject: wishes.subject,
    parent:
      parent === null
        ? null
        : {
            messageId: parent.messageId,
            references: referencesOf(parent),
            conversation: parent.facts.conversation ?? null,
          },
    messages,
    answered: answeredText(account, ground, messages),
    history: wishes.history,
    forwarded: forward?.mail ?? null,
    nameOf: (user) => names.get(user) ?? null,
    isInternal: (user) => !deps.ghosts.isGhost(user),
    headers: [
      ...headersOf(deps, account, mail),
      ...(await tokenFields(deps, account, mail.thread, wishes.address)),
      ...caused,
    ],
  };
  return { draft: emoji === null ? toDraft(input) : toReactionDraft(input, emoji), parent };
}

/** The emoji of a mail that is a reaction; null for one that says anything else. */
function reactionOf(events: readonly OutgoingEvent[]): string | null {
  const [only, second] = events;
  return only === undefined || second !== undefined ? null : emojiOfReaction(only.type, only.content);
}

/** A mail is of the moment in which it was said; one that was to wait is of that at which it may leave. */
function dateOf({ isDraft }: MailGround, { notBefore, sendAfter }: Outgoing, said: Date): Date {
  const yes = isDraft ? sendAfter : said;
  return new Date(Math.max(said.getTime(), yes.getTime(), notBefore?.getTime() ?? 0));
}

function headersOf(deps: ComposeDeps, account: Account, mail: Outgoing): HeaderField[] {
  const { listId, archivedAt } = account.writing;
  const room = `https://matrix.to/#/${encodeURIComponent(mail.room)}`;
  return [
    { name: OWN_HEADER, value: deps.ids.ownHeader(mail.outgoing) },
    // RFC 8098 section 2.1.
    ...(account.delivery.receipts ? [{ name: 'Disposition-Notification-To', value: `<${account.address}>` }] : []),
    ...reactionFields(account),
    ...(listId === '' ? [] : [{ name: 'List-Id', value: `<${listId}>` }]),
    ...(archivedAt ? [{ name: 'Archived-At', value: `<${room}>` }] : []),
  ];
}

/**
 * The words of the mail that is answered, for the quotation at the end; none where the author quotes by a reply in the
 * room.
 */
function answeredText(
  account: Account,
  { parent, shown }: MailGround,
  messages: readonly SaidMessage[],
): SaidMessage['quoted'] {
  if (!account.writing.quote || parent === null || messages.some(({ quoted }) => quoted !== null)) return null;
  const text = shown === null ? null : shownText(shown);
  return text === null ? null : quotation(parent, text);
}

function quotation(message: Message, text: string): SaidMessage['quoted'] {
  const [from] = message.facts.from;
  if (from === undefined) return null;
  const { date } = message.facts;
  return { author: from.name === '' ? from.address : from.name, at: date === null ? null : new Date(date), text };
}

/** RFC 5322 section 3.6.4: the parent's References, or where it had none its In-Reply-To if that is one id. */
function referencesOf(parent: Message): Message['facts']['references'] {
  const { references, inReplyTo } = parent.facts;
  return references.length > 0 ? references : inReplyTo.length === 1 ? inReplyTo : [];
}

async function saidMessage(deps: ComposeDeps, mail: Outgoing, event: OutgoingEvent): Promise<SaidMessage[]> {
  const action = readEvent(
    { type: event.type, sender: mail.author, content: event.content },
    // It was taken for said when it joined the mail; an account that changed its mind since does not change that.
    { isOwn: (user) => deps.ghosts.isOwn(user), notices: true },
  );
  if (action.kind !== 'message' || action.begins !== undefined) return [];
  return [{ said: action.said, mentions: action.mentions, quoted: await quotedText(deps, mail.room, event.replyTo) }];
}

/**
 * What a reply in the room quotes: the words of the event that it answers, where that is in the same room and they are
 * a mail's that we posted.
 */
async function quotedText(deps: ComposeDeps, room: RoomId, replyTo: EventId | null): Promise<SaidMessage['quoted']> {
  const send = replyTo === null ? null : await sendOfEvent(deps.db, { room, event: replyTo });
  if (send?.message == null || meaningOf(send.purpose.kind).reply !== 'answer') return null;
  const message = await loadMessage(deps.db, send.message);
  const { body } = send.content;
  return typeof body !== 'string' || message === null ? null : quotation(message, body);
}

/** Names for the users that are mentioned: members as configured, ghosts and others as the room knows them. */
async function mentionNames(
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  messages: readonly SaidMessage[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const member of account.team) if (member.name !== null) names.set(member.user, member.name);
  for (const user of messages.flatMap(({ mentions }) => mentions)) {
    if (names.has(user)) continue;
    const known = await findMember(deps.db, mail.room, user);
    const name = known?.name ?? deps.ghosts.address(user);
    if (name !== null) names.set(user, name);
  }
  return names;
}

/** The bytes of a draft; its files are fetched one after the other, each when its place has come. */
function composed(deps: ComposeDeps, { draft, forward }: Pick<DraftNow, 'draft' | 'forward'>): Readable {
  return compose(draft, (key) => {
    const through = new PassThrough();
    const source = forward !== null && isForwardedFile(key) ? forward.open(key) : deps.download(key as MxcUri);
    source
      .then((bytes) => pipeline(bytes, through))
      .catch((error: unknown) => through.destroy(error instanceof Error ? error : new Error(errorText(error))));
    return through;
  });
}
