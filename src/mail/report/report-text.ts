import { addressKey, parseAddress, parsePeople } from '../address.ts';
import type { Address, HeaderField } from '../types.ts';

/** A header as text (line ends LF) into its fields, unfolded. What is no field is passed over. */
export function headerFields(text: string): HeaderField[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of text.split('\n')) {
    const match = /^([\x21-\x39\x3b-\x7e]{1,76})[ \t]*:[ \t]*(.*)$/.exec(line);
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.value = `${last.value} ${line.trim()}`;
    else if (match !== null) fields.push({ name: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() });
    else if (line.trim() === '' && fields.length > 0) return fields;
  }
  return fields;
}

/** A text that ends in a copy of the mail that it is about, taken apart. */
export interface Separated {
  readonly report: string;
  /** The fields of the mail that came back; none where there is no copy. */
  readonly returned: readonly HeaderField[];
}

const traced =
  /^(?:return-path|received|message-id|from|date|subject|to|delivered-to|mime-version|dkim-signature|x-[\w-]+|content-type|reply-to)[ \t]*:/i;

/**
 * Finds the header of the returned mail that servers of before RFC 3464 append to their words: three fields in a row,
 * one of them that only a mail has.
 */
export function separateReturned(text: string): Separated {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const strip = /^[ \t>]*/.exec(lines[at] ?? '')?.[0] ?? '';
    const line = (index: number): string => {
      const raw = lines[index] ?? '';
      return raw.startsWith(strip) ? raw.slice(strip.length) : raw.trimStart();
    };
    if (!traced.test(line(at))) continue;
    let end = at;
    const names = new Set<string>();
    while (
      end < lines.length &&
      (/^[\x21-\x39\x3b-\x7e]{2,76}[ \t]*:/.test(line(end)) || (end > at && /^[ \t]+\S/.test(line(end))))
    ) {
      names.add(/^[^:\s]+/.exec(line(end))?.[0].toLowerCase() ?? '');
      end += 1;
    }
    const isHeader =
      names.size >= 3 &&
      ['received', 'message-id', 'return-path', 'from', 'x-mailer', 'mime-version'].some((name) => names.has(name)) &&
      !names.has('rcpt') &&
      !names.has('action') &&
      !names.has('final-recipient');
    // A report may repeat some fields of the mail before it comes to the recipients (PMDF).
    if (
      isHeader &&
      !lines.slice(end).some((each) => /^\s*(?:recipient address|final-recipient|diagnostic code)\s*:/i.test(each))
    )
      return {
        report: lines.slice(0, at).join('\n'),
        returned: headerFields(Array.from({ length: end - at }, (_, i) => line(at + i)).join('\n')),
      };
    if (end > at) at = end - 1;
  }
  return { report: text, returned: [] };
}

/**
 * Whether a text is a form, as gateways of before RFC 3464 fill in: its first line is a heading between rulers about
 * recipients, a delivery or a session, a recipient is named, and the header of the returned mail follows. A person who
 * shows such a report writes a word of their own first.
 */
export function isForm(text: string): boolean {
  const first = /^\s*(\S[^\n]*)/.exec(text)?.[1] ?? '';
  const line = first.slice(0, 200).trim();
  const isHeading = /^[-=*_+|#~]{2}/.test(line) && /[-=*_+|#~:]{2}$/.test(line);
  const about = /recipient|address|deliver|fail|error|transcript|session|empfänger|zustell|destinataire|remise/i;
  if (!isHeading || !about.test(line)) return false;
  const { report, returned } = separateReturned(text);
  return returned.length > 0 && namedRecipients(report, []).length > 0;
}

/** A recipient as the words of a report name it, with the words that are about it. */
export interface NamedRecipient {
  readonly address: Address;
  readonly words: string;
}

/** What stands around addresses, in Chinese and Japanese texts too, and in none. */
const AROUND = String.raw`\s<>"'()[\],;:|\u3001\u3002\u300c\u300d\uff08\uff09\uff0c\uff1a\uff1b\uff1c\uff1e`;
// Begins where a word does, so that a long word without an address is tried once.
const anAddress = new RegExp(`(?<![^${AROUND}])[^${AROUND}]+@[\\p{L}\\p{N}._-]+[\\p{L}\\p{N}]`, 'gu');

/**
 * The recipients that the words of a report name, in their order, for servers that write no RFC 3464. How a line names
 * an address tells how much that means: alone or first in its line, or behind a word for recipient, is meant; anywhere
 * else only if there is no better one. The people of the report itself, and addresses to ask for help, are nobody's
 * recipients.
 */
export function namedRecipients(report: string, others: readonly Address[]): NamedRecipient[] {
  const lines = report.split('\n');
  const known = new Set(others.map(addressKey));
  const ranked = lines.flatMap((line, index) =>
    ranks(line)
      .filter(({ address }) => !known.has(addressKey(address)))
      .map((found) => ({ ...found, index })),
  );
  const best = Math.min(...ranked.map((found) => found.rank));
  const seen = new Set<string>();
  const chosen = ranked.filter(
    (found) =>
      found.rank === best && !seen.has(addressKey(found.address)) && seen.add(addressKey(found.address)).size > 0,
  );
  return chosen.map((found, i) => {
    const until = Math.max(chosen[i + 1]?.index ?? lines.length, found.index + 1);
    return { address: found.address, words: wordsAbout(lines.slice(found.index, until)) };
  });
}

/** The words about a recipient: its own line where that says why, else its paragraph, else all up to the next one. */
function wordsAbout(lines: readonly string[]): string {
  const [line = ''] = lines;
  const says = (text: string): boolean => codesIn(text).reply !== null || codesIn(text).status !== null;
  if (says(line)) return line.slice(0, 2000);
  const blank = lines.findIndex((each, i) => i > 0 && each.trim() === '');
  const paragraph = lines.slice(0, blank < 0 ? lines.length : blank).join('\n');
  return (says(paragraph) ? paragraph : lines.join('\n')).slice(0, 2000);
}

function ranks(raw: string): { address: Address; rank: number }[] {
  const line = raw.replace(/^[\s>*|#=-]+/, '').trim();
  // Where a server explains who else is involved, or whom to ask.
  if (
    /^\(|^(?:mail from|from|sender|original sender|return-path|reply-to|message-id|x-[\w-]+|in|>>> mail from)\b\s*:|https?:\/\/\S*@|mail from:|expanded from|generated from|message-?id/i.test(
      line,
    )
  )
    return [];
  const found = [...line.matchAll(anAddress)].flatMap((match) => {
    const address = parseAddress(match[0].replace(/^mailto:/i, ''));
    return address === null ? [] : [{ address, at: match.index, end: match.index + match[0].length }];
  });
  const [first] = found;
  if (first === undefined) return [];
  if (
    /(?:contact|assistance|help|support|questions?|please (?:send|mail|e-?mail|write)|abuse|postmaster,|report this|hello|dear|hi )\b/i.test(
      line.slice(0, first.at),
    )
  )
    return [];
  if (/^["'<]?$/.test(line.slice(0, first.at))) return [{ address: first.address, rank: 1 }];
  const labelled =
    /(?:rcpt to|recipients?|recipient address|address|to|user|userid|for|delivered|deliver|deliver message to|addresses)\s*[:=]?\s*[<"'([]*$|^\d{3}[- ](?:\d\.\d+\.\d+ )?[<"]?$/i;
  const direct = found.filter((each) => labelled.test(line.slice(0, each.at)));
  if (direct.length > 0) return direct.map(({ address }) => ({ address, rank: /^to\b/i.test(line) ? 3 : 2 }));
  return found.map(({ address }) => ({ address, rank: 4 }));
}

/** The addresses of a field of the returned mail, such as To. */
export function addressesIn(fields: readonly HeaderField[], ...names: readonly string[]): Address[] {
  const value = fields
    .filter((field) => names.includes(field.name))
    .map((field) => field.value)
    .join(', ');
  return parsePeople(value, 100).map((person) => person.address);
}

/**
 * The codes in the words of servers: SMTP replies (RFC 5321 section 4.2) and enhanced status (RFC 3463). The last word
 * counts, since servers pass on what others said.
 */
export function codesIn(words: string): { reply: number | null; status: string | null } {
  const replies = [...words.matchAll(/(?:^|[\s:[("'<>=#])([245][0-5]\d)(?=[\s\-:,#)\]]|$)/gm)].map((match) =>
    Number(match[1]),
  );
  const statuses = [...words.matchAll(/(?:^|[\s:([#<"'=-])([245]\.\d{1,2}\.\d{1,3})(?=[\s:)\],;.>-]|$)/gm)].map(
    (match) => match[1] ?? '',
  );
  const pick = <T>(list: readonly T[], isBad: (value: T) => boolean): T | null => list.find(isBad) ?? list[0] ?? null;
  return {
    reply: pick(replies, (reply) => reply >= 400),
    status: pick(statuses, (status) => !status.startsWith('2') && !status.endsWith('.0.0')),
  };
}

/** Which step of SMTP was refused, as far as the words tell. */
export function refusedAt(words: string): 'sender' | 'recipient' | 'content' | null {
  if (/(?:after|reply to|like our) mail from|mail from command|sender was rejected|my name was rejected/i.test(words))
    return 'sender';
  if (
    /end of data|after data|final data|data command|\(data\)|in reply to (?:end of )?data|text command|\bDATA\b/.test(
      words,
    )
  )
    return 'content';
  return /rcpt|does not like recipient/i.test(words) ? 'recipient' : null;
}
