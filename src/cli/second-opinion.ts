import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import type { Attachment } from 'mailparser';
import { readFile } from '../mail/mime/parse.ts';
import { htmlToText } from '../mail/html/text-render.ts';
import type { MailWarning } from '../mail/types.ts';
import type { SecondTask } from './inspect-second.ts';

/** mailparser's own conversions are off: they are slow on hostile HTML, and what they make is not in the mail. */
const OPTIONS = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };
/** Words that are named in a warning. */
const NAMED = 6;

/** Words of any script, without case and width; of scripts without spaces each sign. */
function wordsOf(text: string): Set<string> {
  const plain = text.normalize('NFKC').toLowerCase();
  return new Set(
    plain.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[\p{L}\p{N}]+/gu,
    ),
  );
}

/**
 * What is no text for us where it is for mailparser: files in a text (uuencode, yEnc), and delimiters and part headers,
 * where a damaged structure is read another way.
 */
const NO_TEXT =
  /^begin [0-7]{3,4} .+\n[^]*?^end\b|^=ybegin [^]*?^=yend\b.*$|^--\S.*$|^content-[a-z-]{2,40}:.*(?:\n[ \t].*)*/gim;

/** What mailparser sees in a mail that is not among what we saw. Never throws for what a mail holds. */
export async function secondOpinion(task: SecondTask): Promise<MailWarning[]> {
  const source = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  let other: { readonly texts: readonly string[]; readonly files: readonly Attachment[] };
  try {
    const mail = await simpleParser(source, OPTIONS);
    const html = typeof mail.html === 'string' ? [mail.html] : [];
    other = {
      texts: [
        ...(mail.text === undefined ? [] : [mail.text.replace(NO_TEXT, '')]),
        ...html.map((each) => htmlToText(each)),
      ],
      files: mail.attachments,
    };
  } catch (error) {
    return [warning(`mailparser gave up: ${String(error).slice(0, 200)}`)];
  }
  const own = await ownWords(task, source);
  const missing = other.texts.flatMap((text) => unknownWords(text, own));
  const files = other.files.filter((file) => !isKnown(file, task, own));
  return [
    ...(missing.length === 0
      ? []
      : [
          warning(
            `mailparser has words that we do not: ${missing.slice(0, NAMED).join(' ')}` +
              (missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''),
          ),
        ]),
    ...files.map(({ filename, contentType, size }) =>
      warning(`mailparser has a file that we do not: ${filename ?? 'unnamed'}, ${contentType}, ${size} bytes`),
    ),
  ];
}

/**
 * All words of the mail as we read it, those of its text files and nested mails too: parsers differ in what is a file.
 */
async function ownWords(task: SecondTask, source: Buffer): Promise<Set<string>> {
  const own = wordsOf(
    [task.subject, task.text ?? '', task.html ?? '', task.html === null ? '' : htmlToText(task.html)].join('\n'),
  );
  for (const [index, { type }] of task.files.entries()) {
    if (!/^(?:text|message)\//.test(type)) continue;
    const file = await readFile(whole(source), index);
    if (file === null) continue;
    const bytes = await buffer(file);
    for (const text of [bytes.toString('utf8'), bytes.toString('latin1')])
      for (const word of wordsOf(text)) own.add(word);
  }
  return own;
}

/** Words that could not be decoded there say nothing about what is here. */
function unknownWords(text: string, own: ReadonlySet<string>): string[] {
  return text.includes('\ufffd') ? [] : [...wordsOf(text)].filter((word) => !own.has(word));
}

/**
 * By its bytes; by its size but for a line end, which parsers count to the part or the delimiter; as text that we show;
 * or as a winmail.dat that we opened.
 */
function isKnown(file: Attachment, task: SecondTask, own: ReadonlySet<string>): boolean {
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  if (task.files.some((each) => each.sha256 === sha256 || Math.abs(each.size - file.content.length) <= 2)) return true;
  if (/ms-tnef$/i.test(file.contentType) || file.content.length === 0) return true;
  return (
    !file.content.includes(0) &&
    unknownWords(file.content.toString('utf8'), own).length === 0 &&
    wordsOf(file.content.toString('utf8')).size > 0
  );
}

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

function warning(detail: string): MailWarning {
  return { code: 'second-opinion', detail };
}
