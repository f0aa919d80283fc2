/**
 * The mail that a mail of ours forwards, read from its own bytes: those that the mailbox gave, or those that we sent.
 * Nothing of it is taken from the room, so that nothing of the room goes with it. Its files are read one after the
 * other, each when its place in our mail has come.
 */
import { Readable } from 'node:stream';
import type { Account } from '../bridge/account/account.ts';
import { FORWARDED_TEXT } from '../bridge/to-mail/forwarded.ts';
import type { ForwardedFile, ForwardedMail } from '../bridge/to-mail/forwarded.ts';
import { rawFile } from '../bridge/to-matrix/files.ts';
import type { FileSource, MessageKey } from '../bridge/types.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { readMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { Database } from '../db/pool.ts';
import { isVerified, loadMessage } from '../db/thread-tables/threads.ts';
import { MailroomError } from '../base/errors.ts';
import { imagePlace } from '../mail/render/render-mail.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { originalOf } from '../handling/mail-source.ts';
import { sourceGone } from '../words/unread.ts';
import { words } from '../words/words.ts';

interface ForwardDeps {
  readonly db: Database;
  readonly parser: ParsePool;
}

/** A forwarded mail, and the bytes of its files by their keys. */
export interface LoadedForward {
  readonly mail: ForwardedMail;
  readonly open: (key: string) => Promise<Readable>;
}

type OwnBytes = Extract<FileSource, { kind: 'raw' | 'outgoing' }>;

/** Before the keys of the files of a forwarded mail; those of the homeserver begin with `mxc://`. */
const FILE_KEY = 'forwarded:';
const WHOLE = `${FILE_KEY}whole`;

/** Whether a file of a draft is one of the mail that it forwards. */
export function isForwardedFile(key: string): boolean {
  return key.startsWith(FILE_KEY);
}

/**
 * Reads the mail that is forwarded.
 *
 * @throws MailroomError `draft-impossible` where it is not kept any more, or cannot be read.
 */
export async function loadForward(deps: ForwardDeps, account: Account, key: MessageKey): Promise<LoadedForward> {
  const say = words(account.language);
  const message = await loadMessage(deps.db, key);
  const original = message === null ? null : await originalOf(deps.db, message);
  if (message === null || original?.kept !== true) {
    const gone = sourceGone(say, original?.sha256 ?? null);
    throw new MailroomError('draft-impossible', 'the mail that is forwarded is not kept any more', { userText: gone });
  }
  const { source, size } = original;
  const parsed = await deps.parser.parse(bytesOf(deps.db, source), account.language);
  if (!parsed.ok) {
    const userText = say('forward-unreadable');
    throw new MailroomError('draft-impossible', `the mail that is forwarded: ${parsed.failure.code}`, { userText });
  }
  const verified = message.direction !== 'in' || isVerified(message);
  const whole = { ...rawFile({ mail: 0, language: account.language, parsed: { size } }), key: WHOLE, place: null };
  return {
    mail: forwardedMail(parsed, verified, whole),
    open: async (file) => {
      if (file === WHOLE) return Readable.from(bytesOf(deps.db, source), { objectMode: false });
      const part = await deps.parser.readFile(bytesOf(deps.db, source), Number(file.slice(FILE_KEY.length)));
      if (part === null) throw new MailroomError('file-missing', 'a file of the forwarded mail is not in it any more');
      return part;
    },
  };
}

function bytesOf(db: Database, source: OwnBytes): AsyncIterable<Uint8Array> {
  return source.kind === 'raw'
    ? readChunks(db, source.mail)
    : (readMailBytes(db, source.outgoing) as AsyncIterable<Uint8Array>);
}

function forwardedMail(
  { mail, rendered }: Extract<Parsed, { ok: true }>,
  verified: boolean,
  whole: ForwardedFile,
): ForwardedMail {
  const { from, to, cc, subject, date } = mail;
  const shown = new Set(rendered.shown);
  const texts = [rendered.kept, rendered.cut].flatMap((half) => (half === null ? [] : [half]));
  const long = texts.some(({ body, html }) => Math.max(body.length, html?.length ?? 0) > FORWARDED_TEXT);
  const head = { from, to, cc, subject, date, verified, texts };
  // What is encrypted is of use as a whole alone, to whoever has the key.
  if (rendered.special.unreadable) return { ...head, original: 'encrypted', files: [whole] };
  const files = mail.files.map(({ index, name, type, size }) => {
    const place = shown.has(index) ? imagePlace(index) : null;
    return { key: `${FILE_KEY}${index}`, name, type, size, place };
  });
  return long ? { ...head, original: 'too-long', files: [...files, whole] } : { ...head, original: null, files };
}
