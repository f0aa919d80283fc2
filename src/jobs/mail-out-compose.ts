/** A closed mail becomes bytes: its messages are read again, their files streamed from the homeserver, the result frozen. */
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Account } from '../bridge/account.ts';
import type { DeliveryFacts } from '../bridge/commands-status.ts';
import { readEvent } from '../bridge/from-matrix.ts';
import { OWN_HEADER } from '../bridge/ids.ts';
import { toDraft } from '../bridge/to-mail.ts';
import type { SaidMessage } from '../bridge/to-mail.ts';
import type { EventId, MxcUri } from '../bridge/types.ts';
import type { Outgoing, OutgoingEvent } from '../db/outgoing.ts';
import { loadOutgoing, mailEvents } from '../db/outgoing.ts';
import { workAnswered } from '../db/desk.ts';
import { freezeMail, readMailBytes, writeMailBytes } from '../db/outgoing-delivery.ts';
import { nameThread } from '../db/recipients.ts';
import { findMember } from '../db/rooms.ts';
import { sendOfEvent, textOfMessage } from '../db/sends.ts';
import { loadThread, messageInThread, messageOfEvent } from '../db/threads.ts';
import type { Message, Thread } from '../db/threads.ts';
import { errorText, MailroomError } from '../errors.ts';
import { compose } from '../mail/compose.ts';
import type { Draft, HeaderField } from '../mail/types.ts';
import type { ParsePool } from '../mail/worker/pool.ts';
import { holdBackPaused } from './mail-out-ladder.ts';
import { authorName } from './mail-out-status.ts';
import { tokenFields } from './mail-out-token.ts';
import { wishesOf } from './mail-out-wishes.ts';
import type { JobDeps } from './deps.ts';
import { recordMessage } from './thread-record.ts';

export interface ComposeDeps extends JobDeps {
  /** Opens a file of the homeserver; throws where it cannot be had. */
  readonly download: (mxc: MxcUri) => Promise<Readable>;
  readonly parser: ParsePool;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly failpoint: (name: string) => void;
}

/** A mail that cannot be made: why, for operators and for the room. */
export interface ComposeProblem {
  readonly reason: string;
  readonly facts: DeliveryFacts;
}

/**
 * Composes and freezes. What an earlier try wrote is replaced: until the freezing transaction nothing has left. Returns null
 * when the mail is frozen, or why it never will be. Throws where it may work later (the homeserver is away).
 *
 * @param caused the fields that tell of the mail that caused it (`mail-out-brakes.ts`)
 */
export async function composeMail(
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  caused: readonly HeaderField[],
): Promise<ComposeProblem | null> {
  const thread = await loadThread(deps.db, mail.thread);
  if (thread === null) throw new MailroomError('thread-missing', 'the thread of a mail is not there');
  const { draft, parent, lastEvent } = await draftOf(deps, account, mail, thread, caused);
  let size: number;
  try {
    size = await writeMailBytes(deps.db, mail, composed(deps, draft));
  } catch (error) {
    if (error instanceof MailroomError && error.code === 'draft-impossible') {
      return { reason: error.message, facts: { kind: 'not-sent', words: error.userText ?? error.message } };
    }
    throw error;
  }
  // Read as it will come back, so that a copy of it is known by its content.
  const parsed = await deps.parser.parse(readMailBytes(deps.db, mail.outgoing));
  if (!parsed.ok) {
    return { reason: parsed.failure.code, facts: { kind: 'not-sent', words: parsed.failure.code } };
  }
  deps.failpoint('mail-out:composed');
  await deps.db.transaction(async (tx) => {
    if ((await loadOutgoing(tx, mail.outgoing))?.state !== 'closed') return;
    await freezeMail(tx, mail, { envelopeFrom: account.address, size });
    await holdBackPaused(tx, deps, account, mail, lastEvent);
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
          to: draft.to,
          cc: draft.cc,
          inReplyTo: draft.inReplyTo === null ? [] : [draft.inReplyTo],
          references: draft.references,
          date: draft.date.toISOString(),
          decision: parent === null ? 'own' : 'answer',
          sender: null,
        },
        words: parsed.words,
      },
      { how: 'ours', index: null },
    );
    // In the order in which a mail that comes in takes its rows, so that neither waits for the other.
    if (parent === null) await nameThread(tx, mail.thread, draft.subject);
    await workAnswered(tx, { account: account.id, thread: mail.thread });
  });
  return null;
}

async function draftOf(
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  thread: Thread,
  caused: readonly HeaderField[],
): Promise<{ draft: Draft; parent: Message | null; lastEvent: EventId | null }> {
  const events = (await mailEvents(deps.db, mail.outgoing)).filter(({ state }) => state === 'in');
  const messages: SaidMessage[] = [];
  for (const event of events) messages.push(...(await saidMessage(deps, mail, event)));
  const { answers } = mail.recipients;
  const parent = answers === null ? null : await messageInThread(deps.db, mail.thread, answers);
  const member = await findMember(deps.db, mail.room, mail.author);
  const names = await mentionNames(deps, account, mail, messages);
  const wishes = await wishesOf(deps, account, mail, thread, {
    parentSubject: parent?.facts.subject ?? null,
    messages,
  });
  const draft = toDraft({
    messageId: mail.messageId,
    date: events[0]?.sentAt ?? new Date(deps.now()),
    boundary: deps.ids.send(mail.outgoing, 'boundary'),
    voice: {
      address: wishes.address,
      name: account.name,
      template: account.from,
      language: account.language,
      subjectPrefix: account.writing.subjectPrefix,
      signature: account.writing.signature,
      footer: account.writing.footer,
    },
    author: { name: authorName(account, mail.author, member?.name ?? null) },
    recipients: mail.recipients,
    subject: wishes.subject,
    parent: parent === null ? null : { messageId: parent.messageId, references: referencesOf(parent) },
    messages,
    answered: await answeredText(deps, account, parent, messages),
    history: wishes.history,
    nameOf: (user) => names.get(user) ?? null,
    isInternal: (user) => !deps.ghosts.isGhost(user),
    headers: [
      ...headersOf(deps, account, mail),
      ...(await tokenFields(deps, account, mail.thread, wishes.address)),
      ...caused,
    ],
  });
  return { draft, parent, lastEvent: events.at(-1)?.event ?? null };
}

function headersOf(deps: ComposeDeps, account: Account, mail: Outgoing): HeaderField[] {
  const { listId, archivedAt } = account.writing;
  const room = `https://matrix.to/#/${encodeURIComponent(mail.room)}`;
  return [
    { name: OWN_HEADER, value: deps.ids.ownHeader(mail.outgoing) },
    // RFC 8098 section 2.1.
    ...(account.delivery.receipts ? [{ name: 'Disposition-Notification-To', value: `<${account.address}>` }] : []),
    ...(listId === '' ? [] : [{ name: 'List-Id', value: `<${listId}>` }]),
    ...(archivedAt ? [{ name: 'Archived-At', value: `<${room}>` }] : []),
  ];
}

/** The words of the mail that is answered, for the quotation at the end; none where the author quotes by a reply in the room. */
async function answeredText(
  deps: ComposeDeps,
  account: Account,
  parent: Message | null,
  messages: readonly SaidMessage[],
): Promise<SaidMessage['quoted']> {
  if (!account.writing.quote || parent === null || messages.some(({ quoted }) => quoted !== null)) return null;
  const text = await textOfMessage(deps.db, parent.message);
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
  if (action.kind !== 'message') return [];
  return [{ said: action.said, mentions: action.mentions, quoted: await quotedText(deps, event.replyTo) }];
}

/** What a reply in the room quotes: the words of the event that it answers, where they are a mail's that we posted. */
async function quotedText(deps: ComposeDeps, replyTo: EventId | null): Promise<SaidMessage['quoted']> {
  if (replyTo === null) return null;
  const send = await sendOfEvent(deps.db, replyTo);
  const message = await messageOfEvent(deps.db, replyTo);
  const body = send?.content['body'];
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
function composed(deps: ComposeDeps, draft: Draft): Readable {
  return compose(draft, (key) => {
    const through = new PassThrough();
    deps
      .download(key as MxcUri)
      .then((source) => pipeline(source, through))
      .catch((error: unknown) => through.destroy(error instanceof Error ? error : new Error(errorText(error))));
    return through;
  });
}
