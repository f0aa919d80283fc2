/** What is wrong with a config, in words: the path, what was expected, what kind of value is there. Never a value. */
import { z } from 'zod';
import { MailroomError } from '../base/errors.ts';
import { nearest } from '../base/nearest.ts';

/** One thing that is wrong. `path` is dotted, such as `accounts.support.imap.port`, '' for the file as a whole. */
export interface ConfigProblem {
  readonly path: string;
  readonly text: string;
}

/** The config cannot be used; all that is wrong with it, in one go. Exit code 78 (EX_CONFIG of sysexits). */
export class ConfigError extends MailroomError {
  readonly file: string;
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ path, text }) => `  ${path === '' ? '' : `${path}: `}${text}`);
    super(
      'config-invalid',
      [`${file}: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`, ...lines].join('\n'),
    );
    this.name = 'ConfigError';
    this.file = file;
    this.problems = problems;
  }
}

/** Reads zod's issues about `value` as problems; `schema` is the JSON schema that knows which keys there are. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], value: unknown, schema: unknown): ConfigProblem[] {
  const problems = issues.flatMap((issue): ConfigProblem[] => {
    const at = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(at, key, schema));
    if (issue.code === 'invalid_union' && kindOf(valueAt(value, at)) === 'a mapping') {
      const inner = insideUnion(issue, at, value, schema);
      if (inner.length > 0) return inner;
    }
    const found = valueAt(value, at);
    if (issue.code === 'invalid_key')
      return [{ path: dotted(at), text: `expected ${issue.issues[0]?.message ?? 'another key'}` }];
    const path = dotted(at);
    if (found === undefined) return [{ path, text: `is missing; expected ${expected(issue)}` }];
    // A missing file or variable is explained by the issue itself.
    if (issue.code === 'custom' && issue.params?.['explained'] === true)
      return [{ path, text: `expected ${issue.message}` }];
    return [{ path, text: `expected ${expected(issue)}, got ${kindOf(found)}` }];
  });
  // Two checks of one value may say the same.
  return problems.filter(
    ({ path, text }, index) => problems.findIndex((other) => other.path === path && other.text === text) === index,
  );
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return issue.expected === 'object' || issue.expected === 'record' ? 'a mapping' : `a ${issue.expected}`;
  }
  return issue.message;
}

/**
 * A mapping that matched no branch of a union. Where one branch has all that it requires, its issues are the news; else
 * the keys that no branch knows.
 */
function insideUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  at: readonly PropertyKey[],
  value: unknown,
  schema: unknown,
): ConfigProblem[] {
  const branches = issue.errors.filter((branch) =>
    branch.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
  const complete = branches.filter((branch) =>
    branch.every(({ path }) => valueAt(value, [...at, ...path]) !== undefined),
  );
  const [only, ...more] = complete;
  if (only !== undefined && more.length === 0) {
    const inner = only.map((found) => ({ ...found, path: [...at, ...found.path] }));
    return explainIssues(inner, value, schema);
  }
  const unknown = branches.map((branch) =>
    branch.flatMap((found) => (found.code === 'unrecognized_keys' ? found.keys : [])),
  );
  const everywhere = (unknown[0] ?? []).filter((key) => unknown.every((keys) => keys.includes(key)));
  return everywhere.map((key) => unknownKey(at, key, schema));
}

function unknownKey(at: readonly PropertyKey[], key: string, schema: unknown): ConfigProblem {
  const known = knownKeys(schema, at);
  const meant = nearest(key, known);
  const hint = meant !== null ? `did you mean ${meant}?` : `known are ${known.join(', ')}`;
  return { path: dotted([...at, key]), text: `unknown key; ${hint}` };
}

/** The keys that the JSON schema knows at a path; unions give those of all their branches. */
function knownKeys(schema: unknown, at: readonly PropertyKey[]): string[] {
  let nodes = branches(schema);
  for (const step of at) {
    nodes = nodes.flatMap((node) => branches(child(node, step)));
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(record(node['properties']))))];
}

function child(node: Readonly<Record<string, unknown>>, step: PropertyKey): unknown {
  if (typeof step === 'number') return node['items'];
  return record(node['properties'])[String(step)] ?? node['additionalProperties'];
}

function branches(schema: unknown): Readonly<Record<string, unknown>>[] {
  const node = record(schema);
  const inner = [node['anyOf'], node['oneOf'], node['allOf']].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return [node, ...inner.flatMap((branch) => branches(branch))];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success ? parsed.data : {};
}

function valueAt(value: unknown, at: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of at) {
    here = Array.isArray(here) ? here[Number(step)] : record(here)[String(step)];
  }
  return here;
}

function dotted(at: readonly PropertyKey[]): string {
  return at.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** The kind of a value, in the words of YAML. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing (an empty value)';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'a mapping';
  }
}
