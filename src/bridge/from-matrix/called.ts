/**
 * Who is called in front of a message. Clients put the name of whoever was clicked there ("Bob: …", "@bob:server …", a
 * link to the user), and people go on behind it as if the message began there: a note, a command or `!sender` behind
 * names is one. Pure, and linear in the length: only the beginning is read.
 */
import { readMatrixUri } from '../matrix-uri.ts';

export interface Called {
  /** The user ids of those who are called, as far as links, ids and `m.mentions` tell; `@room` is nobody's. */
  readonly users: readonly string[];
  /** False where a word and a colon in front only look like a name. */
  readonly certain: boolean;
  /** What stands before, as it was written. */
  readonly front: string;
  /** The body from its `!` on. */
  readonly rest: string;
}

/** Characters of a body or of its HTML in which calls are looked for. */
const LENGTH = 4_000;
/** Calls and tags that are passed at most. */
const MOST = 100;

const BETWEEN = /(?:[\s:,;–—-]|&nbsp;|&#160;|&#xa0;)+/iuy;
const USER_ID = /@[^\s:@<>()[\]]{1,255}:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?(?::\d{1,5})?/y;
const ROOM = /@room(?![\p{L}\p{N}_-])/uy;
const MARKDOWN = /\[([^\]\n]{0,255})\]\(((?:https?:\/\/matrix\.to\/#\/|matrix:)[^)\s]{1,600})\)/iy;
const ANCHOR = /<a\s[^<>]{0,300}?href\s*=\s*["']([^"'<>]{1,700})["'][^<>]{0,300}>([^<]{0,255})<\/a\s*>/iy;
const TAG = /<\/?[a-z][^<>]{0,300}>/iy;
const WORD = /!(\p{L}[\p{L}\p{N}-]{0,60})/uy;
/** The words that are commands wherever they stand first; any other word with `!` may be speech. */
const RESERVED = /^!(?:note|mail|reply|sender)(?=\s|$)/iu;
/** A name of up to three words as clients without links write it. */
const NAME = /^\s*[\p{L}\p{N}._@'’-]{1,64}(?: [\p{L}\p{N}._'’-]{1,64}){0,2}\s?[:,]\s*(?=!)/u;
/** Where `m.mentions` says that somebody is meant: whatever stands before a colon. */
const MENTIONED = /^[^\n!]{1,200}?[:,]\s*(?=!)/u;

/**
 * What stands behind the calls in front, where that begins with `!`; null for everything else. `mentions` are the users
 * of `m.mentions`.
 */
export function calledInFront(
  rich: { readonly body: string; readonly html: string | null },
  mentions: readonly string[],
): Called | null {
  const html = rich.html === null ? null : readFront(rich.html, [], [TAG]);
  const body = readFront(rich.body, [...(html?.names ?? []), ...mentions.flatMap(namesOf)], []);
  const users = [...new Set([...(html?.users ?? []), ...body.users])];
  if (body.calls > 0 && body.word !== null) return split(rich.body, body.end, users, true);
  if (body.word !== null) return null;
  if (html?.word != null && (html.calls > 0 || RESERVED.test(`!${html.word}`))) {
    const at = rich.body.slice(0, LENGTH).indexOf(`!${html.word}`);
    return at < 0
      ? { users, certain: true, front: rich.body, rest: `!${html.word}` }
      : split(rich.body, at, users, true);
  }
  const start = rich.body.slice(0, LENGTH);
  const likely = mentions.length > 0 ? MENTIONED.exec(start) : NAME.exec(start);
  if (likely === null || !RESERVED.test(rich.body.slice(likely[0].length, likely[0].length + 20))) return null;
  return split(rich.body, likely[0].length, mentions, mentions.length > 0);
}

function split(body: string, at: number, users: readonly string[], certain: boolean): Called {
  return { users, certain, front: body.slice(0, at), rest: body.slice(at) };
}

interface Front {
  readonly users: readonly string[];
  /** The texts of links to users, each with its user. */
  readonly names: readonly Name[];
  readonly calls: number;
  readonly end: number;
  /** The word behind `!` that stands next; null for anything else. */
  readonly word: string | null;
}

interface Name {
  readonly name: string;
  readonly user: string;
}

/** Passes calls, what may stand between them, and `also`. */
function readFront(whole: string, names: readonly Name[], also: readonly RegExp[]): Front {
  const text = whole.slice(0, LENGTH);
  const users: string[] = [];
  const linked: Name[] = [];
  let calls = 0;
  let at = 0;
  const pass = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const match = expression.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (let step = 0; step < MOST; step += 1) {
    if (pass(BETWEEN) !== null) continue;
    const link = pass(MARKDOWN) ?? (also.length > 0 ? pass(ANCHOR) : null);
    if (link !== null) {
      const [user, name] = userOf(link);
      if (user === null) return { users, names: linked, calls, end: at - link[0].length, word: null };
      users.push(user);
      if (name !== '') linked.push({ name, user });
      calls += 1;
      continue;
    }
    if (also.some((expression) => pass(expression) !== null)) continue;
    const user = pass(USER_ID);
    const known = user === null ? names.find(({ name }) => startsWith(text, at, name)) : undefined;
    if (user !== null) users.push(user[0]);
    else if (known !== undefined) {
      users.push(known.user);
      at += known.name.length;
    } else if (pass(ROOM) === null) break;
    calls += 1;
  }
  const end = at;
  return { users, names: linked, calls, end, word: pass(WORD)?.[1] ?? null };
}

/** A link to a user, with its text; markdown has the text first, HTML the address. */
function userOf(link: RegExpExecArray): [string | null, string] {
  const [whole, first = '', second = ''] = link;
  const [href, name] = whole.startsWith('[') ? [second, first] : [first.replaceAll('&amp;', '&'), second];
  const target = readMatrixUri(href);
  return [target?.kind === 'user' ? target.id : null, name.replaceAll('&amp;', '&').trim()];
}

/** How a user is called by clients that write no links. */
function namesOf(user: string): Name[] {
  const localpart = /^@([^:]{1,255}):/.exec(user)?.[1];
  return localpart === undefined
    ? []
    : [
        { name: localpart, user },
        { name: `@${localpart}`, user },
      ];
}

/** A whole name, whatever its case. */
function startsWith(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return text.slice(at, end).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2));
}
