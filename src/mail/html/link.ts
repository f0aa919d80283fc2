import { cleanText, trimEnd, type Run } from './model.ts';

/** Schemes that a link of a Matrix message may have: client-server specification v1.19, m.room.message msgtypes. */
export const linkSchemes: readonly string[] = ['https', 'http', 'ftp', 'mailto', 'magnet'];

/** Longest link that is kept; longer ones are a burden to every client of the room. */
const maxLink = 4000;

/** Longest target that is shown whole beside its text. */
const maxShown = 60;

/** What becomes of the target of a link: a link, words beside the text, or nothing. */
export type Target =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'none' };

/**
 * Reads an `href`. Relative targets mean nothing in a mail; `tel:`, `file:` and the like are shown, code is dropped.
 */
export function readTarget(value: string | undefined): Target {
  // White space and control characters inside are what browsers skip (WHATWG URL, section 4.4).
  let href = (value ?? '')
    .replace(/[\u0000-\u0020\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toWellFormed();
  if (href === '' || href.length > maxLink) return { kind: 'none' };
  if (href.startsWith('//')) href = `https:${href}`;
  if (/^www\./i.test(href)) href = `http://${href}`;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'none' };
  if (linkSchemes.includes(scheme)) {
    const web = scheme === 'http' || scheme === 'https' || scheme === 'ftp';
    if (!URL.canParse(href) || (web && !/^[a-z]+:\/\//i.test(href))) return { kind: 'none' };
    // A host beyond ASCII is written as what is asked for (RFC 5891 section 4.4): look-alikes are told apart there.
    if (web && /[^\p{ASCII}]/u.test(/^[a-z]+:\/\/[^/?#]*/i.exec(href)?.[0] ?? '')) href = new URL(href).href;
    return { kind: 'link', href: scheme + href.slice(scheme.length) };
  }
  if (/^(javascript|vbscript|data|blob|about|cid|mid|view-source)$/.test(scheme)) return { kind: 'none' };
  return { kind: 'words', words: href.length > maxShown * 2 ? `${href.slice(0, maxShown * 2)}…` : href };
}

/** The target without what says nothing, as people write it: no scheme, no `www.`, no slash at the end. */
function bare(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(https?|ftp|mailto):(\/\/)?/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign is part of the text.
  }
}

/** What is shown of a target beside the text of its link: all of it where it is short, else who it leads to. */
export function linkLabel(href: string): string {
  if (href.startsWith('mailto:')) {
    const address = decoded(href.slice('mailto:'.length).split('?', 1)[0] ?? '');
    return cleanText(address)
      .replace(/[\s\u2066-\u2069]+/g, '')
      .slice(0, maxShown);
  }
  if (href.startsWith('magnet:')) return 'magnet:';
  const url = new URL(href);
  const rest = `${url.pathname}${url.search}${url.hash}`;
  const whole = url.host + (rest === '/' ? '' : rest);
  return whole.length <= maxShown ? whole : `${url.host}/…`;
}

/** True where the text is the target, as people write it. */
export function isTarget(text: string, href: string): boolean {
  const target = /^mailto:/i.test(href) ? (href.split('?', 1)[0] ?? '') : href;
  const shown = bare(decoded(text));
  return shown !== '' && shown === bare(decoded(target));
}

/** True where the text itself tells where the link leads: it is the target, or an address on the same host. */
export function showsTarget(text: string, href: string): boolean {
  const shown = bare(text);
  if (shown === bare(href) || shown === bare(linkLabel(href))) return true;
  if (href.startsWith('mailto:') || href.startsWith('magnet:')) return false;
  if (/\s/.test(shown)) return false;
  const host = /^[^/?#]*/.exec(shown)?.[0] ?? '';
  return host.includes('.') && host === bare(new URL(href).host);
}

/** ` (target)`, which follows the text inside the link. */
export const labelText = (href: string): string => ` (${linkLabel(href)})`;

/** The runs of one link without the label that an earlier pass has put there, so that no pass puts a second. */
export function withoutLabel(runs: readonly Run[], href: string): readonly Run[] {
  const label = labelText(href);
  const kept = [...runs];
  for (;;) {
    const last = kept.at(-1);
    if (last?.kind !== 'text' || !last.text.endsWith(label)) return kept;
    const text = trimEnd(last.text.slice(0, -label.length));
    if (text === '' && kept.length === 1) return kept;
    kept.pop();
    if (text !== '') kept.push({ ...last, text });
  }
}
