/**
 * How libraries that tell a reply from what it quotes would do, for docs/decisions/0014. Again: node
 * tools/corpus/quotes-alone.ts
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { splitText } from '../../src/mail/quote/quote.ts';
import { type Contender, folders, growth, type Hostile, load, printTable, textOf } from './others.ts';

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** How many words of a text are in another as often. */
function shared(text: string, other: string): number {
  const left = new Map<string, number>();
  for (const word of words(other)) left.set(word, (left.get(word) ?? 0) + 1);
  return words(text).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

const hostile: readonly Hostile[] = [
  { name: 'quote marks', make: (size) => `${'>'.repeat(size)} a` },
  { name: 'a line of blanks', make: (size) => `a${' '.repeat(size)}b` },
  { name: 'empty lines', make: (size) => `a${'\n'.repeat(size)}b` },
  { name: '"On" without "wrote"', make: (size) => 'On Mon, Anna '.repeat(size / 13) },
  { name: 'lines "On … wrote:"', make: (size) => 'On Mon, Anna wrote:\n'.repeat(size / 20) },
  { name: 'lines "From: a"', make: (size) => 'From: a\n'.repeat(size / 8) },
];

function contenders(others: string): readonly Contender<string>[] {
  const crisp = load(others, 'email-reply-parser', ['default']);
  const parser = z.custom<{ parseReply: (text: string) => unknown }>(
    (value) => typeof value === 'object' && value !== null && 'parseReply' in value,
  );
  return [
    { name: 'ours', read: (text) => splitText(text).kept },
    { name: 'planer 1.2.0', read: (text) => textOf(load(others, 'planer', ['extractFromPlain'])(text)) },
    {
      name: 'email-reply-parser 2.3.7 (crisp)',
      read: (text) => textOf(parser.parse(Reflect.construct(crisp, [])).parseReply(text)),
    },
  ];
}

async function run(sets: string, others: string): Promise<void> {
  const folder = join(sets, 'email_reply_trimmer', 'test');
  const mails: { readonly mail: string; readonly wanted: string }[] = [];
  for (const name of await readdir(join(folder, 'emails')))
    mails.push({
      mail: await readFile(join(folder, 'emails', name), 'utf8'),
      wanted: await readFile(join(folder, 'trimmed', name), 'utf8'),
    });
  const readers = contenders(others);
  const rows = readers.map(({ name, read }) => {
    let [exact, damaged, thrown, f1] = [0, 0, 0, 0];
    for (const { mail, wanted } of mails) {
      try {
        const kept = read(mail);
        const [both, had, should] = [shared(wanted, kept), words(kept).length, words(wanted).length];
        if (both < should) damaged += 1;
        if (words(kept).join(' ') === words(wanted).join(' ')) exact += 1;
        f1 += had + should === 0 ? 1 : (2 * both) / (had + should);
      } catch {
        thrown += 1; // Counted: a mail that cannot be read at all.
      }
    }
    return [name, exact, damaged, thrown, (f1 / mails.length).toFixed(3)];
  });
  printTable([`of ${mails.length} replies`, 'exact', 'lose words of the reply', 'throw', 'F1 of words'], rows);
  printTable(
    ['time', ...hostile.map(({ name }) => name)],
    readers.map(({ name, read }) => [name, ...hostile.map((one) => growth(read, one))]),
  );
}

const given = folders('quotes-alone.ts', ['planer@1.2.0', 'email-reply-parser@2.3.7']);
if (given !== null) await run(given.sets, given.others);
