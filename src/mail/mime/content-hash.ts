import { createHash } from 'node:crypto';
import { addressKey } from '../address.ts';
import type { ParsedMail, Person } from '../types.ts';
import { isEmbeddedId } from './pictures.ts';

/**
 * Hex SHA-256 over what makes two deliveries the same mail: who, to whom, when, which id, subject, words and files.
 * What the way adds or changes does not count: trace and X- fields, the encoding, line ends and trailing space, a
 * list's subject prefix and its footer, the order of recipients. A forged mail with a known Message-ID but other words
 * has another hash, and so cannot pass for the real one.
 */
export function contentHash(
  mail: Pick<ParsedMail, 'messageId' | 'from' | 'to' | 'cc' | 'date' | 'subject' | 'text' | 'html' | 'files'>,
): string {
  const who = [mail.messageId ?? '', people(mail.from), people([...mail.to, ...mail.cc])];
  return hashOf([...who, ...saidAndWhen(mail)]);
}

/**
 * Hex SHA-256 over what a mail says and when, whoever sends it under whichever id: a list with DMARC, and a relay that
 * gives a mail a new Message-ID, leave this as it was. The same words alone never make two mails one; the caller wants
 * the same id, or our keyed header, too.
 */
export function wordsHash(mail: Pick<ParsedMail, 'date' | 'subject' | 'text' | 'html' | 'files'>): string {
  return hashOf(saidAndWhen(mail));
}

function saidAndWhen(mail: Pick<ParsedMail, 'date' | 'subject' | 'text' | 'html' | 'files'>): string[] {
  return [
    mail.date === null ? '' : String(Math.floor(mail.date.getTime() / 1000)),
    subject(mail.subject),
    words(withoutFooter(mail.text ?? '')),
    words(withoutHtmlFooter(mail.html ?? '')),
    // Pictures that are written into the HTML count with it.
    mail.files.flatMap((file) => (isEmbeddedId(file.contentId) ? [] : [file.sha256])).join(' '),
  ];
}

/** Each fact with its length before it, so that no two lists of facts run together alike. */
function hashOf(facts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${Buffer.byteLength(fact)}:`).update(fact);
  return hash.digest('hex');
}

function people(list: readonly Person[]): string {
  return [...new Set(list.map((person) => addressKey(person.address)))].sort().join(' ');
}

function subject(text: string): string {
  return words(text.replace(/^\s*((?:[\p{L}]{1,5}:\s*)*)\[[^\]]{1,60}\]\s*/iu, '$1'));
}

function words(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** What Mailman and its kind append: a line of underscores or hyphens, then a few short lines to the end. */
function withoutFooter(text: string): string {
  const lines = text.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => /^[_-]{20,}\s*$/.test(line));
  return at > 0 && lines.length - at <= 12 ? lines.slice(0, at).join('\n') : text;
}

/** The same where `chooseBody` added a plain footer to HTML. */
function withoutHtmlFooter(html: string): string {
  const at = html.lastIndexOf('<br>\n<div>');
  const footer = at < 0 ? '' : html.slice(at + '<br>\n<div>'.length);
  return /^[_-]{20,}/.test(footer) && footer.split('\n').length <= 12 ? html.slice(0, at) : html;
}
