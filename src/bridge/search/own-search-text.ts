/** What of an answer can be found: what its author said in the room. What it quotes stands in other mails. */
import type { Person } from '../../mail/types.ts';
import type { Language } from '../../words/words.ts';
import type { Said } from '../from-matrix/content.ts';
import { searchText } from './search-text.ts';
import type { SearchText } from './search-text.ts';

export function ownSearchText(
  mail: {
    readonly at: Date | null;
    readonly from: Person;
    readonly to: readonly Person[];
    readonly subject: string;
    /** What stands in those of its files that are text. */
    readonly attached: string;
    readonly spoken: Language;
  },
  said: readonly Said[],
): SearchText {
  const { from, ...rest } = mail;
  return searchText({
    ...rest,
    from: [from],
    folder: '',
    texts: said.map(wordsOf),
    files: said.flatMap((one) => (one.kind === 'file' ? [{ name: one.name, type: typeOf(one) }] : [])),
  });
}

function wordsOf(said: Said): string {
  switch (said.kind) {
    case 'text':
      return said.body;
    case 'file':
      return said.caption?.body ?? '';
    case 'location':
      return said.description;
    case 'poll':
      return [said.question, ...said.answers].join('\n');
  }
}

function typeOf({ type, media }: Extract<Said, { readonly kind: 'file' }>): string {
  if (type !== '') return type.toLowerCase();
  return media === 'voice' ? 'audio/' : media === 'sticker' ? 'image/' : `${media}/`;
}
