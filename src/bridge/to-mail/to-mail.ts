/**
 * From what one person said in a room to one mail: several messages of the hold become one draft. Everything that the
 * bytes depend on is in the input, so that the same input is the same mail.
 */
import { answeredConversation } from '../../mail/header/thread-index.ts';
import { baseSubject, forwardSubject, replySubject } from '../../mail/subject.ts';
import type { Address, Draft, DraftFile, HeaderField, MessageId, OutlookConversation } from '../../mail/types.ts';
import type { Language } from '../../words/words.ts';
import type { TimeZone } from '../../words/zones.ts';
import type { Said } from '../from-matrix/content.ts';
import type { MailBlock } from './blocks.ts';
import { mailBlocksToHtml } from './blocks-html.ts';
import { forwardedBlocks } from './forwarded.ts';
import type { ForwardedMail } from './forwarded.ts';
import { historyToBlocks, quoteToBlocks, saidToBlocks } from './said-blocks.ts';
import type { Quoted, QuoteContext } from './said-blocks.ts';
import { mailBlocksToText } from './blocks-text.ts';
import type { Recipients, UserId } from '../types.ts';

/** RFC 5322 section 3.6.4 wants all; the first and the newest are what every mail program threads by. */
const REFERENCES_MAX = 20;

/** How an account writes. */
export interface MailAuthor {
  readonly address: Address;
  /** The account's own name, `{account}` in the template. */
  readonly name: string;
  /** Display name of From: `{name}` is the member, `{account}` the account. */
  readonly template: string;
  readonly language: Language;
  /** Of the times in quotations. */
  readonly zone: TimeZone;
  /** Put before the subject of threads that we begin; '' for nothing. */
  readonly subjectPrefix: string;
  /** Lines below `-- `, '' for none. */
  readonly signature: string;
  /** A paragraph at the end of each mail, before the signature; '' for none. */
  readonly footer: string;
}

/** One message of the mail, in the order of the room. */
export interface SaidMessage {
  readonly said: Said;
  readonly mentions: readonly UserId[];
  /** What it replies to in the room, quoted above it; null where it is no reply. */
  readonly quoted: Quoted | null;
}

export interface DraftInput {
  readonly messageId: MessageId;
  readonly date: Date;
  /** Seed of boundaries and Content-IDs; unknown to anyone before the mail is sent. */
  readonly boundary: string;
  readonly writer: MailAuthor;
  /** The member who speaks. */
  readonly author: { readonly name: string };
  readonly recipients: Recipients;
  /** Subject of the thread, as the mail that is answered or as the room has it. */
  readonly subject: string;
  /** The mail that is answered; null for the first of a thread that we begin. */
  readonly parent: {
    readonly messageId: MessageId;
    readonly references: readonly MessageId[];
    readonly conversation: OutlookConversation | null;
  } | null;
  readonly messages: readonly SaidMessage[];
  /** What the whole mail answers, quoted at its end; null for no quotation. */
  readonly answered: Quoted | null;
  /** The conversation so far, quoted whole at the end instead, for who was added; oldest first. */
  readonly history?: readonly Quoted[];
  /** A mail of another conversation that goes with it, below all else; absent for none. */
  readonly forwarded?: ForwardedMail | null;
  readonly nameOf: (user: string) => string | null;
  /** Whether a Matrix user is one of us; a mention of them does not leave. */
  readonly isInternal?: (user: string) => boolean;
  readonly headers: readonly HeaderField[];
}

/** The draft of a mail. Total: whatever was said becomes something that can be read. */
export function toDraft(input: DraftInput): Draft {
  const { writer, isInternal } = input;
  const context = {
    language: writer.language,
    zone: writer.zone,
    nameOf: input.nameOf,
    ...(isInternal === undefined ? {} : { isInternal }),
  };
  const { blocks, files } = conversation(input, context);
  const signature = writer.signature.trim() === '' ? [] : writer.signature.trim().split(/\r?\n/);
  return {
    ...envelopeOf(input),
    text: mailBlocksToText(blocks, signature, writer.language),
    html: mailBlocksToHtml(blocks, signature, writer.language),
    files,
    headers: [{ name: 'Content-Language', value: writer.language }, ...input.headers],
  };
}

/** Its ids, people and subject: all but what it says. */
export function envelopeOf(
  input: Pick<
    DraftInput,
    'messageId' | 'date' | 'boundary' | 'writer' | 'author' | 'recipients' | 'subject' | 'parent'
  >,
): Omit<Draft, 'text' | 'html' | 'files' | 'headers'> {
  const { writer, recipients, parent } = input;
  const subject = subjectOf(input);
  const { date, boundary: seed } = input;
  const going = parent?.conversation ?? null;
  return {
    messageId: input.messageId,
    date,
    boundary: seed,
    from: { name: fromName(writer, input.author.name), address: writer.address },
    to: recipients.to,
    cc: recipients.cc,
    subject,
    inReplyTo: parent?.messageId ?? null,
    references: parent === null ? [] : referencesOf(parent),
    conversation: going === null ? null : answeredConversation(going, { date, subject, seed }),
  };
}

function conversation(input: DraftInput, context: QuoteContext): { blocks: MailBlock[]; files: DraftFile[] } {
  const blocks: MailBlock[] = [];
  const files: DraftFile[] = [];
  for (const message of input.messages) {
    if (message.quoted !== null) blocks.push(...quoteToBlocks(message.quoted, context));
    const said = saidToBlocks(message.said, message.mentions, {
      ...context,
      author: input.author.name,
      fileIndex: files.length,
      contentId: `file${files.length + 1}.${input.boundary}@mailroom.invalid`,
    });
    blocks.push(...said.blocks);
    files.push(...said.files);
  }
  const { footer } = input.writer;
  if (footer.trim() !== '')
    blocks.push({ kind: 'rule' }, { kind: 'paragraph', of: [{ kind: 'text', text: footer.trim() }] });
  const { history = [] } = input;
  const forwarded = input.forwarded ?? null;
  if (forwarded !== null) {
    const all = forwardedBlocks(forwarded, { ...context, author: input.author.name, boundary: input.boundary });
    blocks.push(...all.blocks);
    files.push(...all.files);
  }
  if (history.length > 0) blocks.push(...historyToBlocks(history, context));
  else if (input.answered !== null) blocks.push(...quoteToBlocks(input.answered, context));
  return { blocks, files };
}

/**
 * The display name of From. A member's name is theirs to choose: it may not look like another address (what stands
 * before our own would be read as the sender), nor turn the direction of the line.
 */
function fromName(writer: MailAuthor, author: string): string {
  const name = author
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[<>@"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return writer.name;
  const filled = writer.template.replace(/\{(name|account)\}/g, (_, key) => (key === 'name' ? name : writer.name));
  return filled.trim() === '' ? writer.name : filled.trim();
}

function subjectOf(input: Pick<DraftInput, 'parent' | 'subject' | 'writer' | 'forwarded'>): string {
  if (input.parent !== null) return replySubject(input.subject);
  // What is forwarded says so, whatever its conversation is called.
  const forwards = (input.forwarded ?? null) !== null;
  const base = forwards ? forwardSubject(input.subject) : baseSubject(input.subject);
  const prefix = input.writer.subjectPrefix.trim();
  return prefix === '' || base.startsWith(prefix) ? base : `${prefix} ${base}`.trim();
}

function referencesOf(parent: {
  readonly messageId: MessageId;
  readonly references: readonly MessageId[];
}): MessageId[] {
  const all = [...new Set([...parent.references.filter((id) => id !== parent.messageId), parent.messageId])];
  const [first, ...rest] = all;
  return first === undefined ? [] : [first, ...rest.slice(-(REFERENCES_MAX - 1))];
}
