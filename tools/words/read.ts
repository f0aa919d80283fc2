/** Reads a file of texts in Fluent for the tools: its keys in order, and the arguments of each. */
import { FluentParser } from '@fluent/syntax';
import type { Entry, Expression, InlineExpression, Pattern, SelectExpression } from '@fluent/syntax';

/** What an argument may be: a number where it chooses a plural form, else a text or a number. */
type ArgumentKind = 'number' | 'text';

/** A text of the catalogue, as far as tools need to know it. */
export interface Message {
  readonly key: string;
  /** By name. */
  readonly takes: ReadonlyMap<string, ArgumentKind>;
}

/** What a file has, and what is wrong with it: a line each, with where it stands. */
export interface WordsFile {
  readonly messages: readonly Message[];
  readonly problems: readonly string[];
}

/** The messages of a file. `name` stands before what is wrong. */
export function readWords(name: string, text: string): WordsFile {
  const messages: Message[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const entry of new FluentParser({ withSpans: true }).parse(text).body) {
    const wrong = entryProblem(entry, seen);
    if (wrong !== null) problems.push(`${name}:${lineOf(text, entry)}: ${wrong}`);
    if (entry.type !== 'Message' || entry.value === null) continue;
    seen.add(entry.id.name);
    const takes = new Map<string, ArgumentKind>();
    const refused = new Set<string>();
    readPattern(entry.value, takes, refused);
    for (const what of refused) problems.push(`${name}:${lineOf(text, entry)}: ${entry.id.name} has ${what}`);
    messages.push({ key: entry.id.name, takes });
  }
  return { messages, problems };
}

function entryProblem(entry: Entry, seen: ReadonlySet<string>): string | null {
  switch (entry.type) {
    case 'Junk':
      return `this cannot be read: ${entry.annotations.map(({ message }) => message).join(' ')}`;
    case 'Term':
      return `-${entry.id.name} is a term; only messages are said`;
    case 'Message':
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(entry.id.name))
        return `${entry.id.name} is not group-and-name in small letters`;
      if (entry.attributes.length > 0) return `${entry.id.name} has attributes; they are not said`;
      return seen.has(entry.id.name) ? `${entry.id.name} stands here a second time` : null;
    default:
      return null;
  }
}

function readPattern(pattern: Pattern, takes: Map<string, ArgumentKind>, refused: Set<string>): void {
  for (const element of pattern.elements) {
    if (element.type === 'TextElement') {
      if (element.value.includes('\n')) refused.add('a line break; a text is one line');
      continue;
    }
    readExpression(element.expression, takes, refused);
  }
}

function readExpression(
  expression: Expression | { readonly type: 'Placeable'; readonly expression: Expression },
  takes: Map<string, ArgumentKind>,
  refused: Set<string>,
): void {
  switch (expression.type) {
    case 'VariableReference':
      if (!takes.has(expression.id.name)) takes.set(expression.id.name, 'text');
      return;
    case 'SelectExpression':
      readSelect(expression, takes, refused);
      return;
    case 'StringLiteral':
      return;
    case 'Placeable':
      readExpression(expression.expression, takes, refused);
      return;
    default:
      refused.add(`${expression.type}; only arguments, their choice and quoted text are used`);
  }
}

function readSelect(
  { selector, variants }: SelectExpression,
  takes: Map<string, ArgumentKind>,
  refused: Set<string>,
): void {
  if (isVariable(selector)) takes.set(selector.id.name, 'number');
  else refused.add(`a choice by ${selector.type}; a choice is by an argument that is a number`);
  for (const { key, value } of variants) {
    if (key.type === 'Identifier' && !PLURALS.has(key.name)) {
      refused.add(`a choice [${key.name}], which is no plural form: make it a key of its own`);
    }
    readPattern(value, takes, refused);
  }
}

/** CLDR's. */
const PLURALS: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

function isVariable(expression: InlineExpression): expression is InlineExpression & { type: 'VariableReference' } {
  return expression.type === 'VariableReference';
}

function lineOf(text: string, entry: Entry): number {
  return text.slice(0, entry.span?.start ?? 0).split('\n').length;
}
