/**
 * Checks the texts that are said to people (src/words/*.ftl): each can be read, every language has the same keys and
 * arguments as English, and every key is said somewhere in src. Part of `npm run lint`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { wordsFiles } from '../generate/words.ts';
import { readWords } from './read.ts';
import type { Message, WordsFile } from './read.ts';

const sources = join(import.meta.dirname, '../../src');
/** They name every key. */
const GENERATED = ['words/keys.ts', 'words/texts.ts'];

/** What is wrong with the texts, a line each; `files` by language, `code` by path. English must be there. */
export function wordsProblems(files: ReadonlyMap<string, string>, code: ReadonlyMap<string, string>): string[] {
  const english = files.get('en');
  if (english === undefined) return ['en.ftl is missing: the others are compared with it'];
  const said = readWords('en.ftl', english);
  const others = [...files].filter(([tag]) => tag !== 'en');
  return [
    ...said.problems,
    ...others.flatMap(([tag, text]) => languageProblems(`${tag}.ftl`, readWords(`${tag}.ftl`, text), said.messages)),
    ...unusedKeys(said.messages, code).map((key) => `en.ftl: ${key} is said nowhere in src`),
  ];
}

function languageProblems(name: string, { messages, problems }: WordsFile, english: readonly Message[]): string[] {
  const known = new Map(english.map((message) => [message.key, message]));
  const here = new Set(messages.map(({ key }) => key));
  return [
    ...problems,
    ...english.filter(({ key }) => !here.has(key)).map(({ key }) => `${name}: ${key} is missing`),
    ...messages.flatMap(({ key, takes }) => {
      const wanted = known.get(key)?.takes;
      if (wanted === undefined) return [`${name}: ${key} is not in en.ftl`];
      return [
        ...[...wanted.keys()].filter((one) => !takes.has(one)).map((one) => `${name}: ${key} lacks $${one}`),
        ...[...takes.keys()]
          .filter((one) => !wanted.has(one))
          .map((one) => `${name}: ${key} has $${one}, which en.ftl has not`),
      ];
    }),
  ];
}

/** A key is used as a text in quotes, or by its ends: `group-${kind}` uses every key that begins with `group-`. */
function unusedKeys(messages: readonly Message[], code: ReadonlyMap<string, string>): string[] {
  const texts = new Set<string>();
  const ends = new Map<string, readonly [head: string, tail: string]>();
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const head = node.head.text;
      const tail = node.templateSpans.at(-1)?.literal.text ?? '';
      // A part of a key that is put together has at least its group in front.
      if (/^[a-z][a-z0-9]*-[a-z0-9-]*$/.test(head) && /^[a-z0-9-]*$/.test(tail))
        ends.set(`${head} ${tail}`, [head, tail]);
    }
    ts.forEachChild(node, look);
  };
  for (const [path, text] of code) look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return messages
    .map(({ key }) => key)
    .filter((key) => !texts.has(key))
    .filter((key) => ![...ends.values()].some(([head, tail]) => key.startsWith(head) && key.endsWith(tail)));
}

/** The code in which keys are looked for, by its path in src. */
export function sourceFiles(): Map<string, string> {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  const code = names.filter((name) => name.endsWith('.ts') && !GENERATED.includes(name));
  return new Map(code.map((name) => [name, readFileSync(join(sources, name), 'utf8')]));
}

if (import.meta.main) {
  const problems = wordsProblems(wordsFiles(), sourceFiles());
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
