/**
 * What the markup of mail programs says: which element quotes, which introduces, which is a signature. One line per
 * program; ids and classes that Outlook renamed (`x_gmail_quote`) count as what they were.
 */
import { type Document, Element, type ParentNode } from 'domhandler';
import type { Hint } from './line.ts';

/** What an element means for the lines inside it. */
export interface Role {
  /** 'perhaps' is quoted only below an attribution: a bare blockquote is also a way to indent. */
  readonly quote: 'sure' | 'perhaps' | null;
  readonly hint: Hint | null;
  /** The next line begins the history: for sure, or if it looks like a header field. */
  readonly history: 'sure' | 'likely' | null;
  /** Line breaks in its texts are line breaks. */
  readonly pre: boolean;
}

const PLAIN: Role = { quote: null, hint: null, history: null, pre: false };

/** Classes by which mail programs mark a quotation; believed on a `blockquote` alone. */
const QUOTE_CLASSES = new Set([
  'gmail_quote', // Gmail, K-9, Samsung, Mailspring
  'protonmail_quote', // Proton
  'tutanota_quote', // Tuta
  'cite', // Evolution, older Thunderbird
  'moz-txt-cite',
  'iphone-quote',
  'missive_quote', // Missive
  'front-blockquote', // Front
  'mailmate-quote',
  'hmmessage_quote',
  'skiff_quote',
]);
const QUOTE_IDS = new Set([
  'isreplycontent' /* NetEase */,
  'mail-app-auto-quote' /* Mail.ru */,
  'fastmail-quoted',
  'qt',
]);

/** Holds attribution and quotation; quotes as a whole unless the quotation inside is a blockquote of the program. */
const CONTAINER_CLASSES = new Set([
  'yahoo_quoted', // Yahoo
  'gmail_quote_container',
  'protonmail_quote',
  'zmail_extra', // Zoho
  'missive_quote',
  'iosymail', // Yahoo on iOS
  'edge-quote',
  'sh-original-message',
]);
const CONTAINER_IDS = new Set([
  'mail-editor-reference-message-container', // Outlook on phones
  'mailcontent_quoted',
  'composer_quoted_content', // Samsung
]);
const CONTAINER_NAMES = new Set(['quote' /* GMX, WEB.DE */, 'messagereplysection' /* Spark */]);

const ATTRIBUTION_CLASSES = new Set([
  'moz-cite-prefix',
  'gmail_attr',
  'gmail_quote_attribution',
  'qt-attribution',
  'cite-prefix',
]);
const ATTRIBUTION_IDS = new Set(['reply-intro' /* Roundcube */]);

const HISTORY_IDS = new Set(['divrplyfwdmsg' /* Outlook on the web */, 'divtagdefaultwrapper_quoted']);
const HISTORY_CLASSES = new Set(['outlookmessageheader' /* Outlook 2000 */]);
const LIKELY_HISTORY_IDS = new Set([
  'appendonsend' /* Outlook */,
  'stopspelling' /* Hotmail */,
  'zwchr' /* Zimbra */,
  'replysplit',
]);

const SIGNATURE_CLASSES = new Set([
  'gmail_signature',
  'gmail_signature_prefix',
  'moz-signature',
  'protonmail_signature_block',
  'protonmail_signature_block-user',
  'protonmail_signature_block-proton',
  'k9mail-signature',
  'mail-signature',
  'email-signature',
  'zm_signature',
  'yahoo_signature',
  'ydp-signature',
  'tutanota_signature',
]);
const SIGNATURE_IDS = new Set([
  'signature', // Outlook on the web
  'ms-outlook-mobile-signature',
  'ymail_android_signature',
  'ymail_ios_signature',
  'mail-editor-signature',
  'bloop_sign',
  '_rc_sig', // Roundcube
]);

const FORWARD_CLASSES = new Set(['moz-forward-container' /* Thunderbird */]);

/** Outlook's rule above the header of what is answered: the colours of its versions since 2003. */
const OUTLOOK_RULE =
  /border(?:-top)?:(?:none;border-top:)?(?:solid#?|\d[\d.]*(?:px|pt)solid#?)(?:e1e1e1|b5c4df|cccccc)/u;

function names(element: Element): { classes: readonly string[]; id: string } {
  const strip = (name: string): string => name.toLowerCase().replace(/^(?:x_)+/u, '');
  const classes = (element.attribs.class ?? '').slice(0, 400).split(/\s+/u).map(strip);
  return { classes, id: strip((element.attribs.id ?? '').slice(0, 100)) };
}

function isQuote(element: Element): boolean {
  if (element.name !== 'blockquote') return false;
  const { classes, id } = names(element);
  return (
    element.attribs.type?.toLowerCase() === 'cite' ||
    QUOTE_IDS.has(id) ||
    classes.some((name) => QUOTE_CLASSES.has(name))
  );
}

function isContainer(element: Element, classes: readonly string[], id: string): boolean {
  return (
    classes.some((name) => CONTAINER_CLASSES.has(name)) ||
    CONTAINER_IDS.has(id) ||
    id.startsWith('yahoo_quoted') ||
    CONTAINER_NAMES.has((element.attribs.name ?? '').toLowerCase()) ||
    element.attribs['data-marker'] === '__QUOTED_TEXT__' // Zimbra
  );
}

function isPre(element: Element): boolean {
  return (
    element.name === 'pre' ||
    /white-space:\s*(?:pre|break-spaces)/iu.test((element.attribs.style ?? '').slice(0, 1_000))
  );
}

function hintOf(element: Element, classes: readonly string[], id: string): Hint | null {
  if (classes.some((name) => FORWARD_CLASSES.has(name))) return 'forward';
  if (ATTRIBUTION_IDS.has(id) || classes.some((name) => ATTRIBUTION_CLASSES.has(name))) return 'attribution';
  const marker = element.attribs['data-marker'] ?? '';
  const smart = element.attribs['data-smartmail'] ?? '';
  const signs =
    SIGNATURE_IDS.has(id) ||
    classes.some((name) => SIGNATURE_CLASSES.has(name)) ||
    marker.startsWith('__SIG_') || // Zimbra
    smart === 'gmail_signature';
  return signs ? 'signature' : null;
}

function historyOf(element: Element, classes: readonly string[], id: string): Role['history'] {
  if (HISTORY_IDS.has(id) || classes.some((name) => HISTORY_CLASSES.has(name))) return 'sure';
  if (element.attribs['data-marker'] === '__HEADERS__') return 'sure'; // Zimbra
  if (LIKELY_HISTORY_IDS.has(id)) return 'likely';
  const style = (element.attribs.style ?? '').slice(0, 1_000).toLowerCase().replace(/\s+/gu, '');
  return OUTLOOK_RULE.test(style) ? 'likely' : null;
}

/** What `element` means. `holdsQuote`: a program's blockquote is somewhere inside it (`markQuotes`). */
export function roleOf(element: Element, holdsQuote: boolean): Role {
  const pre = isPre(element);
  if (element.name === 'blockquote') return { ...PLAIN, quote: isQuote(element) ? 'sure' : 'perhaps', pre };
  const { id: rawId, class: rawClass, name, style } = element.attribs;
  const bare = rawId === undefined && rawClass === undefined && name === undefined && style === undefined;
  if (bare && element.attribs['data-marker'] === undefined && element.attribs['data-smartmail'] === undefined)
    return pre ? { ...PLAIN, pre } : PLAIN;
  const { classes, id } = names(element);
  const quote = !holdsQuote && isContainer(element, classes, id) ? 'sure' : null;
  return { quote, hint: hintOf(element, classes, id), history: historyOf(element, classes, id), pre };
}

/** Every element that has a program's blockquote inside. Linear: each ancestor is marked once. */
export function markQuotes(document: Document): ReadonlySet<ParentNode> {
  const marked = new Set<ParentNode>();
  const waiting: ParentNode[] = [document];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const child of parent.children) {
      if (!(child instanceof Element)) continue;
      if (isQuote(child)) {
        for (let up: ParentNode | null = child.parent; up !== null && !marked.has(up); up = up.parent) marked.add(up);
      } else waiting.push(child);
    }
  }
  return marked;
}
