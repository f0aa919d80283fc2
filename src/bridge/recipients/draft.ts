/**
 * A new conversation as it is written in one message: `!mail compose to: bob@example.org, subject: Lamps`, further
 * lines are the mail. Pure; what is missing is asked for.
 */
import { isDamaged, parsePeople } from '../../mail/address.ts';
import type { Person } from '../../mail/types.ts';

export interface ComposeDraft {
  /** As it was written: an account's key, name or address; null where nothing was said. */
  readonly account: string | null;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  /** Null where nothing was said; '' for none. */
  readonly subject: string | null;
  /** '' where the room's first message is to be the mail. */
  readonly body: string;
}

/** What has to be asked, in this order. */
export type Missing = 'account' | 'to' | 'subject';

const KEYS: Readonly<Record<string, 'to' | 'cc' | 'bcc' | 'subject' | 'account'>> = {
  to: 'to',
  an: 'to',
  à: 'to',
  cc: 'cc',
  kopie: 'cc',
  copie: 'cc',
  bcc: 'bcc',
  blindkopie: 'bcc',
  cci: 'bcc',
  subject: 'subject',
  betreff: 'subject',
  objet: 'subject',
  account: 'account',
  from: 'account',
  von: 'account',
  konto: 'account',
  de: 'account',
  compte: 'account',
};
const KEY =
  /(?:^|[,;]\s*|\s)(to|an|à|cc|kopie|copie|bcc|blindkopie|cci|subject|betreff|objet|account|from|von|konto|de|compte)\s*:\s*/giu;
const MOST = 50;
/** Characters of people that are read; what a person types is shorter. */
const LENGTH = 4_000;
const SUBJECT_MAX = 250;

/** Reads what stands after `!mail compose`. */
export function readComposeDraft(rest: string): ComposeDraft {
  const lines = rest.replace(/\r\n?/g, '\n').split('\n');
  const found = { account: '', to: '', cc: '', bcc: '' };
  let subject: string | null = null;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fields = readFields(line);
    // Lines of fields come first, as in the header of a mail; the first line may be addresses alone.
    if (fields.length === 0 && !(at === 0 && line.trim() !== '')) break;
    for (const [key, value] of at === 0 && fields.length === 0 ? [['to', line] as const] : fields) {
      if (key === 'subject') subject = value.trim().slice(0, SUBJECT_MAX);
      else found[key] = found[key] === '' ? value : `${found[key]}, ${value}`;
    }
  }
  return {
    account: found.account.trim() === '' ? null : found.account.trim(),
    to: readPeople(found.to),
    cc: readPeople(found.cc),
    bcc: readPeople(found.bcc),
    subject,
    body: lines.slice(at).join('\n').trim(),
  };
}

/** People as somebody types them: with commas, or bare addresses with spaces. */
export function readPeople(written: string): Person[] {
  const typed = written.trim().slice(0, LENGTH);
  const spaced = typed.replace(/\s+(?=[^\s<>",;]+@[^\s<>",;]+(?:[\s,;]|$))/g, /[<"]/.test(typed) ? ' ' : ', ');
  return parsePeople(spaced, MOST).filter(({ address }) => !isDamaged(address));
}

/** What is missing first; null where the conversation can begin. `accounts` counts those that the person could mean. */
export function missing(draft: ComposeDraft, accounts: number): Missing | null {
  if (accounts !== 1) return 'account';
  if (draft.to.length + draft.cc.length + draft.bcc.length === 0) return 'to';
  return draft.subject === null ? 'subject' : null;
}

/** A draft with the answer to a question; null where the answer says nothing. */
export function answered(draft: ComposeDraft, asked: Missing, said: string): ComposeDraft | null {
  const line = said.trim();
  if (line === '') return null;
  switch (asked) {
    case 'account':
      return { ...draft, account: line.slice(0, 100) };
    case 'to': {
      const to = readPeople(line);
      return to.length === 0 ? null : { ...draft, to };
    }
    case 'subject':
      return { ...draft, subject: line === '-' ? '' : (line.split('\n', 1)[0]?.slice(0, SUBJECT_MAX) ?? '') };
  }
}

/** The fields of a line; none where it does not begin with one. */
function readFields(line: string): (readonly ['to' | 'cc' | 'bcc' | 'subject' | 'account', string])[] {
  const marks = [...line.matchAll(KEY)];
  if (marks.length === 0 || line.slice(0, marks[0]?.index).trim() !== '') return [];
  const fields: (readonly ['to' | 'cc' | 'bcc' | 'subject' | 'account', string])[] = [];
  let open: { key: 'to' | 'cc' | 'bcc' | 'subject' | 'account'; from: number } | null = null;
  for (const mark of marks) {
    // A subject may hold words with colons: only a comma before the next field ends it.
    if (open?.key === 'subject' && !/^[,;]/.test(mark[0])) continue;
    const key = KEYS[(mark[1] ?? '').toLowerCase()];
    if (key === undefined) continue;
    if (open !== null) fields.push([open.key, line.slice(open.from, mark.index)]);
    open = { key, from: mark.index + mark[0].length };
  }
  if (open !== null) fields.push([open.key, line.slice(open.from)]);
  return fields;
}
