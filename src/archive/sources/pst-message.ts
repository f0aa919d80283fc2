/**
 * A mail composed of what an Outlook file (PST, OST) has of it: the header that it came with where there is one, its
 * texts, its files. The bytes that were sent are in no such file.
 */

/** What is used of `pst-extractor`, as its 1.12 has it. */
export interface PstMessage {
  readonly messageClass: string;
  readonly messageSize: { toNumber(): number };
  readonly descriptorNodeId: { toString(): string };
  readonly transportMessageHeaders: string;
  readonly internetMessageId: string;
  readonly inReplyToId: string;
  readonly subject: string;
  readonly senderName: string;
  readonly senderEmailAddress: string;
  readonly clientSubmitTime: Date | null;
  readonly messageDeliveryTime: Date | null;
  readonly isRead: boolean;
  readonly isUnsent: boolean;
  readonly body: string;
  readonly bodyHTML: string;
  readonly bodyRTF: string;
  readonly numberOfRecipients: number;
  readonly numberOfAttachments: number;
  getRecipient(number: number): PstRecipient | null;
  getAttachment(number: number): PstAttachment;
}

interface PstRecipient {
  /** MAPI: 1 To, 2 Cc, 3 Bcc. */
  readonly recipientType: number;
  readonly displayName: string;
  readonly smtpAddress: string;
  readonly emailAddress: string;
}

interface PstAttachment {
  readonly filename: string;
  readonly longFilename: string;
  readonly mimeTag: string;
  readonly contentId: string;
  readonly embeddedPSTMessage: PstMessage | null;
  readonly fileInputStream: { read(into: Buffer): number } | null;
}

/** Mails in mails that are opened; what is deeper is left out. */
const DEEPEST = 5;
/** Recipients of one mail, and files of one. */
const MOST = 2_000;
/** Bytes of a file that become base64 at once: whole lines of 76 characters. */
const PIECE = 57 * 1024;

/** Whether an item is a mail, and no contact, appointment or task. */
export function isMail(messageClass: string): boolean {
  return /^(?:IPM\.(?:Note|Schedule|Post|Recall)|REPORT)(?:\.|$)/i.test(messageClass);
}

/** Its bytes, with line ends of CRLF. What cannot be read of a file ends that file, and is said in its place. */
export function* composeOutlookMail(message: PstMessage, depth = 0): Generator<Buffer> {
  const boundary = `=_outlook-${depth}`;
  const head = [...headerOf(message), 'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="${boundary}"`];
  yield text(`${head.join('\r\n')}\r\n\r\n`);
  const opens = `--${boundary}\r\n`;
  for (const [type, body] of bodiesOf(message)) {
    yield text(`${opens}Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n`);
    yield* base64([Buffer.from(body)]);
  }
  const files = Math.min(
    read(() => message.numberOfAttachments, 0),
    MOST,
  );
  for (let number = 0; number < files; number++) {
    const file = read(() => message.getAttachment(number), null);
    if (file === null) yield text(`${opens}\r\nA file of this mail cannot be read.\r\n`);
    else yield* attachment(file, opens, depth);
  }
  yield text(`--${boundary}--\r\n`);
}

/** One of its texts: each says the same, and several parts would be shown one after the other. */
function bodiesOf(message: PstMessage): (readonly [string, string])[] {
  const html = read(() => message.bodyHTML, '');
  const plain = read(() => message.body, '');
  if (html !== '') return [['text/html; charset=utf-8', html]];
  if (plain !== '') return [['text/plain; charset=utf-8', plain]];
  const rtf = read(() => message.bodyRTF, '');
  return rtf === '' ? [] : [['application/rtf; name="message.rtf"', rtf]];
}

function* attachment(file: PstAttachment, opens: string, depth: number): Generator<Buffer> {
  const nested = read(() => file.embeddedPSTMessage, null);
  if (nested !== null) {
    if (depth + 1 >= DEEPEST) return;
    yield text(`${opens}Content-Type: message/rfc822\r\n\r\n`);
    yield* composeOutlookMail(nested, depth + 1);
    yield text('\r\n');
    return;
  }
  const name = line(read(() => file.longFilename, '') || read(() => file.filename, '')) || 'file';
  const tag = read(() => file.mimeTag, '');
  const type = /^[a-z0-9.+-]{1,80}\/[a-z0-9.+-]{1,80}$/i.test(tag) ? tag : 'application/octet-stream';
  const id = read(() => file.contentId, '').replace(/[\s<>]/g, '');
  yield text(
    `${opens}Content-Type: ${type}\r\n` +
      `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).slice(0, 800)}\r\n` +
      (id === '' ? '' : `Content-ID: <${line(id)}>\r\n`) +
      'Content-Transfer-Encoding: base64\r\n\r\n',
  );
  const stream = read(() => file.fileInputStream, null);
  const ends = { early: stream === null };
  if (stream !== null) yield* base64(pieces(stream, ends));
  // Said in a part of its own: whoever opens a file that is cut does not see that it is.
  if (ends.early) yield text(`${opens}\r\nThe file ${line(name)} of this mail cannot be read to its end.\r\n`);
}

function* pieces(stream: { read(into: Buffer): number }, ends: { early: boolean }): Generator<Buffer> {
  for (;;) {
    const into = Buffer.alloc(PIECE);
    const length = read(() => stream.read(into), null);
    ends.early = length === null;
    if (length === null || length <= 0) return;
    yield into.subarray(0, length);
    if (length < PIECE) return;
  }
}

/** In lines of 76 characters (RFC 2045 section 6.8). */
function* base64(bytes: Iterable<Buffer>): Generator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of bytes) {
    const all = Buffer.concat([rest, piece]);
    const whole = all.length - (all.length % 57);
    rest = all.subarray(whole);
    if (whole > 0) yield lines(all.subarray(0, whole));
  }
  yield rest.length > 0 ? lines(rest) : text('\r\n');
}

const lines = (bytes: Buffer): Buffer => text(bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n'));
const text = (value: string): Buffer => Buffer.from(value);

/** A value that is one line of a header; what Outlook has may be anything. */
const line = (value: string): string => value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

/** The fields that it came with, but for those about its parts; else what Outlook has of them. */
function headerOf(message: PstMessage): string[] {
  const came = cameWith(read(() => message.transportMessageHeaders, ''));
  const fields = came.length > 0 ? came : ownFields(message);
  const has = (name: string): boolean => fields.some((field) => field.toLowerCase().startsWith(`${name}:`));
  const id = line(read(() => message.internetMessageId, ''));
  return [...fields, ...(has('message-id') || id === '' ? [] : [`Message-ID: ${id}`])];
}

function cameWith(header: string): string[] {
  const fields: string[] = [];
  let kept = false;
  for (const one of header.slice(0, 256 * 1024).split(/\r?\n|\r/)) {
    if (/^[ \t]/.test(one)) {
      if (kept && one.trim() !== '') fields.push(`${fields.pop() ?? ''}\r\n ${line(one)}`);
      continue;
    }
    kept = /^[!-9;-~]{1,80}:/.test(one) && !/^(?:content-[^:]*|mime-version):/i.test(one);
    if (kept) fields.push(line(one));
  }
  return fields;
}

function ownFields(message: PstMessage): string[] {
  const date = read(() => message.clientSubmitTime, null) ?? read(() => message.messageDeliveryTime, null);
  const answers = line(read(() => message.inReplyToId, ''));
  const from = person(
    read(() => message.senderName, ''),
    read(() => message.senderEmailAddress, ''),
  );
  const people: Record<'To' | 'Cc' | 'Bcc', string[]> = { To: [], Cc: [], Bcc: [] };
  const count = Math.min(
    read(() => message.numberOfRecipients, 0),
    MOST,
  );
  for (let number = 0; number < count; number++) {
    const one = read(() => message.getRecipient(number), null);
    if (one === null) continue;
    const field = one.recipientType === 2 ? 'Cc' : one.recipientType === 3 ? 'Bcc' : 'To';
    const address = one.smtpAddress === '' ? one.emailAddress : one.smtpAddress;
    people[field].push(person(one.displayName, address));
  }
  return [
    ...(from === '' ? [] : [`From: ${from}`]),
    ...Object.entries(people).flatMap(([field, all]) => {
      const named = all.filter((one) => one !== '');
      return named.length === 0 ? [] : [`${field}: ${named.join(',\r\n ')}`];
    }),
    `Subject: ${line(read(() => message.subject, ''))}`,
    ...(date === null || Number.isNaN(date.getTime()) ? [] : [`Date: ${date.toUTCString().replace('GMT', '+0000')}`]),
    ...(answers === '' ? [] : [`In-Reply-To: ${answers}`]),
  ];
}

/** Empty for one of Exchange's own addresses (X.500), which is none of mail. */
function person(name: string, address: string): string {
  const plain = line(address).replace(/[\s<>,;"]/g, '');
  if (!plain.includes('@')) return '';
  const shown = line(name).replace(/["\\]/g, '');
  return shown === '' || shown === plain ? `<${plain}>` : `"${shown}" <${plain}>`;
}

/** The library throws where a property of a damaged file cannot be read. */
function read<Value>(property: () => Value, otherwise: Value): Value {
  try {
    return property();
  } catch {
    return otherwise;
  }
}
