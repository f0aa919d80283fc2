/** How answers of operations are written for a terminal: in English, with the words that the rooms have. */
import { formatPerson } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import { words } from '../words/words.ts';
import { UTC } from '../words/zones.ts';
import type { Reader } from '../words/zones.ts';

/** The texts of the rooms, in the language of the shell. */
export const plainSay = words('en');

/** Who reads a terminal: nobody is asked where they are. */
export const PLAIN_READER: Reader = { language: 'en', zone: UTC };

/** Names and addresses, with commas. */
export function peopleLine(list: readonly Person[]): string {
  return list.map(formatPerson).join(', ');
}

/** Cells of one line, a tab between two; `-` for what is not there. */
export function columns(...cells: readonly (string | null)[]): string {
  return cells.map((cell) => cell ?? '-').join('\t');
}

export function lines(all: readonly string[]): string {
  return all.join('\n');
}

/** Mails that wait for a decision: how many there are, then each with what people were told of it, indented. */
export function listedMails(
  total: number,
  mails: readonly { readonly cells: readonly string[]; readonly told: string }[],
): string {
  return lines([
    `${total}`,
    ...mails.flatMap(({ cells, told }) => [columns(...cells), ...told.split('\n').map((line) => `  ${line}`)]),
  ]);
}
