/**
 * Answers that somebody prepared, with fields that are filled in: `{name}`; a brace that is none stands twice. Pure.
 * What is filled in is text of strangers: it is one line, bounded, and nothing in it is read again.
 */
import { safeName } from '../admission/look-alikes.ts';

/**
 * name, address: of the first who gets it. subject: of the conversation. me: who writes. account: its name. date: of
 * today.
 */
export const FIELDS = ['name', 'address', 'subject', 'me', 'account', 'date'] as const;
type Field = (typeof FIELDS)[number];

/** Texts and fields in their order. */
export interface PreparedAnswer {
  readonly parts: readonly (string | { readonly field: Field })[];
}

/** Fields that one answer may have. */
const FIELDS_MOST = 50;

/** Reads the text of an answer; not `ok` where it has a brace that is no field, or very many fields. */
export function readPrepared(
  text: string,
): { readonly ok: true; readonly answer: PreparedAnswer } | { readonly ok: false } {
  const parts: (string | { readonly field: Field })[] = [];
  let fields = 0;
  for (const piece of text.split(/(\{\{|\}\}|\{[a-z]{1,20}\}|[{}])/)) {
    if (piece === '{{' || piece === '}}') parts.push(piece.slice(1));
    else if (piece === '{' || piece === '}') return { ok: false };
    else if (piece.startsWith('{')) {
      const field = FIELDS.find((one) => `{${one}}` === piece);
      if (field === undefined || ++fields > FIELDS_MOST) return { ok: false };
      parts.push({ field });
    } else if (piece !== '') parts.push(piece);
  }
  return { ok: true, answer: { parts } };
}

/** The answer with its fields filled in. */
export function fillPrepared({ parts }: PreparedAnswer, values: Readonly<Record<Field, string>>): string {
  return parts.map((part) => (typeof part === 'string' ? part : safeName(values[part.field]))).join('');
}
