import ICAL from 'ical.js';
import { blocksToHtml } from '../html/html.ts';
import { cleanText, plainMarks, type Block, type InlineLine, type Run } from '../html/model.ts';
import { blocksToText } from '../html/text-render.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/** What people want to know of a contact. Texts are clean and of one line; lists have at most ten entries. */
export interface Contact {
  readonly name: string;
  readonly organization: string;
  readonly title: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly urls: readonly string[];
  readonly addresses: readonly string[];
}

const maxInput = 1_000_000;
const maxContacts = 200;
const maxShown = 5;
const maxEntries = 10;

/**
 * Reads text/vcard (RFC 6350, and versions 2.1 and 3.0 as far as they are like it). Empty where it cannot be read.
 * Never throws.
 */
export function readContacts(text: string): readonly Contact[] {
  if (text.length > maxInput) return [];
  const contacts: Contact[] = [];
  // Each card by itself: one that is broken does not hide the others.
  let card: string[] = [];
  for (const line of withoutQuotedPrintable(text).split(/\r?\n/)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) card = [];
    card.push(withTypes(line));
    if (!/^END:VCARD\s*$/i.test(line)) continue;
    const contact = readOne(card.join('\r\n'));
    if (contact) contacts.push(contact);
    if (contacts.length >= maxContacts) break;
    card = [];
  }
  return contacts;
}

/** vCard 2.1 writes quoted-printable lines, whose soft line ends are no folding. */
function withoutQuotedPrintable(text: string): string {
  if (!/QUOTED-PRINTABLE/i.test(text)) return text;
  return text
    .replace(/=\r?\n/g, '')
    .split(/\r?\n/)
    .map(decodedLine)
    .join('\n');
}

function decodedLine(line: string): string {
  const colon = line.indexOf(':');
  const head = line.slice(0, colon);
  if (colon < 0 || !/;(ENCODING=)?QUOTED-PRINTABLE(;|$)/i.test(head)) return line;
  const value = line
    .slice(colon + 1)
    .replace(/=([0-9A-F]{2})/gi, (_hex, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  const decoded = Buffer.from(value, 'latin1').toString(/CHARSET=ISO-8859-1/i.test(head) ? 'latin1' : 'utf8');
  return `${head.replace(/;(ENCODING=)?QUOTED-PRINTABLE/i, '')}:${decoded.replace(/\r?\n/g, '\\n')}`;
}

/** vCard 2.1 writes `TEL;HOME` where later versions write `TEL;TYPE=HOME`. */
function withTypes(line: string): string {
  const colon = line.indexOf(':');
  const head = colon < 0 || colon > 200 ? '' : line.slice(0, colon);
  if (!/^[A-Z.-]+;/i.test(head) || head.includes('"')) return line;
  const [name, ...parameters] = head.split(';');
  const typed = parameters.map((parameter) =>
    parameter.includes('=') || parameter === '' ? parameter : `TYPE=${parameter}`,
  );
  return [name, ...typed].join(';') + line.slice(colon);
}

function readOne(text: string): Contact | null {
  try {
    const card = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const contact: Contact = {
      name: values(card, 'fn')[0] ?? personName(card),
      organization: values(card, 'org')[0] ?? '',
      title: values(card, 'title')[0] ?? '',
      emails: values(card, 'email'),
      phones: values(card, 'tel').map((phone) => phone.replace(/^tel:/i, '')),
      urls: values(card, 'url'),
      addresses: values(card, 'adr'),
    };
    return Object.values(contact).some((value: string | readonly string[]) => value.length > 0) ? contact : null;
  } catch {
    return null; // ical.js throws plain errors at anything that is not a card.
  }
}

function values(card: ICAL.Component, name: string): string[] {
  const found = card
    .getAllProperties(name)
    .slice(0, maxEntries)
    .map((property) => flat(property.getFirstValue()));
  return [...new Set(found.filter((value) => value !== ''))];
}

function flat(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(flat)
      .filter((part) => part !== '')
      .join(', ');
  if (typeof value !== 'string') return '';
  return cleanText(value)
    .replace(/[\s\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, 300)
    .toWellFormed();
}

/** `N` is family, given, additional, prefix, suffix (RFC 6350 section 6.2.2). */
function personName(card: ICAL.Component): string {
  const value: unknown = card.getFirstPropertyValue('n');
  if (!Array.isArray(value)) return flat(value);
  const [family, given, additional, prefix, suffix] = value.map(flat);
  return [prefix, given, additional, family, suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Contacts in a few lines; of many only the first ones and how many there are. Empty texts where there is none. */
export function renderContacts(
  contacts: readonly Contact[],
  language: Language,
): { readonly html: string; readonly text: string } {
  if (contacts.length === 0) return { html: '', text: '' };
  const say = words(language);
  const blocks = contacts
    .slice(0, maxShown)
    .map((contact): Block => ({ kind: 'paragraph', lines: contactLines(contact) }));
  const title = contacts.length === 1 ? say('calendar-contact') : say('calendar-contacts', { count: contacts.length });
  const more = contacts.length - maxShown;
  const all: Block[] = [
    { kind: 'paragraph', lines: [[{ kind: 'text', text: `👤 ${title}`, marks: { ...plainMarks, bold: true } }]] },
    ...blocks,
  ];
  if (more > 0) all.push({ kind: 'paragraph', lines: [[plain(say('calendar-and-more', { count: more }))]] });
  return { html: blocksToHtml(all), text: blocksToText(all, language) };
}

const plain = (text: string, href: string | null = null): Run => ({
  kind: 'text',
  text,
  marks: { ...plainMarks, href },
});

function contactLines(contact: Contact): readonly InlineLine[] {
  const lines: InlineLine[] = [];
  const who = [contact.title, contact.organization].filter((part) => part !== '').join(', ');
  if (contact.name !== '' || who !== '') {
    const name: Run = { kind: 'text', text: contact.name, marks: { ...plainMarks, bold: true } };
    lines.push(contact.name === '' ? [plain(who)] : who === '' ? [name] : [name, plain(`, ${who}`)]);
  }
  const isAddress = (text: string) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text);
  for (const email of contact.emails) lines.push([plain(email, isAddress(email) ? `mailto:${email}` : null)]);
  for (const value of [...contact.phones, ...contact.addresses, ...contact.urls]) lines.push([plain(value)]);
  return lines;
}
