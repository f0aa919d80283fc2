/** What the bot says of drafts: what would leave, to whom, and whose yes sends it. Pure. */
import { formatPerson } from '../../mail/address.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import type { Draft } from '../../mail/types.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { Recipients } from '../types.ts';

/** Characters of a draft that its notice shows. */
const SHOWN_MOST = 4_000;
/** Files, and people of the team, that are named. */
const NAMED = 20;
const ABLE_NAMED = 3;

export interface DraftTold {
  /** Its author, as the team is called. */
  readonly author: string;
  /** Who gave it its present words; null where that is its author. */
  readonly changedBy: string | null;
  /** Whether it was shown before. */
  readonly again: boolean;
  /** Who of the team may send it, besides those who wrote it. */
  readonly able: readonly string[];
  readonly draft: Pick<Draft, 'subject' | 'text' | 'files'>;
  readonly recipients: Recipients;
}

/** The notice on which a ✅ sends the draft. What strangers wrote stands in it as text, without a link or a mention. */
export function renderDraft(told: DraftTold, language: Language): NoticeContent {
  const say = words(language);
  const { author, changedBy, again, able, draft, recipients } = told;
  const { to, cc, bcc = [] } = recipients.meant ?? recipients;
  const named = draft.files.slice(0, NAMED).map(({ name }) => name);
  const more = draft.files.length > NAMED ? [say('calendar-and-more', { count: draft.files.length - NAMED })] : [];
  const lines = [
    ...(again ? [say('together-draft-changed')] : []),
    say('together-draft', { name: author }),
    ...(changedBy === null ? [] : [say('together-draft-by', { name: changedBy })]),
    able.length === 0
      ? say('together-nobody-can')
      : say('together-who-can', { people: able.slice(0, ABLE_NAMED).join(', ') }),
    `${say('commands-this-goes-to')} ${to.length === 0 ? say('recipients-none') : people(to)}`,
    ...(cc.length === 0 ? [] : [`${say('commands-cc')}: ${people(cc)}`]),
    ...(bcc.length === 0 ? [] : [`${say('recipients-bcc')}: ${people(bcc)}`]),
    say('compose-subject', { subject: draft.subject }),
    ...(named.length === 0 ? [] : [say('together-files', { files: [...named, ...more].join(', ') })]),
  ];
  const { shown, left } = cutText(draft.text);
  const rest = left === 0 ? [] : [say('together-more', { count: left })];
  const head = renderLines(lines);
  const tail = renderLines(rest);
  return {
    body: [head.body, '', shown, ...rest].join('\n'),
    html: `${head.html}<blockquote>${escapeHtml(shown).replaceAll('\n', '<br>')}</blockquote>${tail.html}`,
  };
}

/** The words of a draft in lines, without what format=flowed adds at their ends (RFC 3676). */
function cutText(text: string): { readonly shown: string; readonly left: number } {
  const plain = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  const shown = plain.slice(0, SHOWN_MOST).toWellFormed();
  return { shown, left: plain.length - Math.min(plain.length, SHOWN_MOST) };
}

function people(list: Recipients['to']): string {
  return list.map(formatPerson).join(', ');
}
