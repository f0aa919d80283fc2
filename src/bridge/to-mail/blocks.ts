/**
 * What a mail of ours says, before it is text or HTML: both renderings are made from the same blocks, so that they say
 * the same. Text in blocks is plain; whoever renders it escapes it.
 */
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

export type Mark = 'strong' | 'em' | 'underline' | 'del' | 'code' | 'sup' | 'sub';

export type Inline =
  /** `mention`: the name of one of us, in the place of a mention. */
  | { readonly kind: 'text'; readonly text: string; readonly mention?: true }
  | { readonly kind: 'break' }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly of: readonly Inline[] }
  /** `href` has a scheme that an outsider's mail program may open. */
  | { readonly kind: 'link'; readonly href: string; readonly of: readonly Inline[] }
  /** `#rrggbb`, readable on light and on dark. */
  | { readonly kind: 'color'; readonly color: string; readonly of: readonly Inline[] }
  | { readonly kind: 'spoiler'; readonly reason: string; readonly of: readonly Inline[] };

export interface TableRow {
  readonly header: boolean;
  readonly cells: readonly (readonly Inline[])[];
}

export type MailBlock =
  | { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly of: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly MailBlock[])[] }
  | { readonly kind: 'quote'; readonly of: readonly MailBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'rule' }
  /** `name` is its alternative text; `text` stands for it in plain text. */
  | {
      readonly kind: 'image';
      readonly contentId: string;
      readonly name: string;
      readonly text: string;
      readonly width: number | null;
    };

export function inlineText(value: string): Inline {
  return { kind: 'text', text: value };
}

export function paragraph(...of: Inline[]): MailBlock {
  return { kind: 'paragraph', of };
}

/** The plain text of inlines, for where nothing else can stand (a table's column, a name). Breaks are spaces. */
export function plainInlines(inlines: readonly Inline[], language: Language): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'break':
          return ' ';
        case 'link':
          return linkText(inline.href, plainInlines(inline.of, language));
        case 'spoiler':
          return spoilerText(inline.reason, plainInlines(inline.of, language), language);
        case 'mark':
        case 'color':
          return plainInlines(inline.of, language);
      }
    })
    .join('');
}

/** Text and target of a link, both where they differ. */
export function linkText(href: string, label: string): string {
  const shown = label.trim();
  return shown === '' || sameTarget(href, shown) ? bareTarget(href) : `${shown} <${bareTarget(href)}>`;
}

/** Whether a link's text is its target, give or take scheme and closing slash. */
function sameTarget(href: string, shown: string): boolean {
  const bare = (value: string) =>
    value
      .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return bare(href) === bare(shown.trim());
}

function bareTarget(href: string): string {
  return href.replace(/^(?:mailto|tel):/i, '');
}

export function spoilerText(reason: string, inside: string, language: Language): string {
  return words(language)('mail-spoiler', { text: reason.trim() === '' ? inside : `${reason.trim()}: ${inside}` });
}
