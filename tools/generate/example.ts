/** config.example.yaml from the JSON schema: descriptions as comments, examples as values, defaults as they are. */
import { stringify } from 'yaml';
import { z } from 'zod';

const WIDTH = 100;
/** Optional, and set by nearly everybody: no comments in the example. */
const USUAL = new Set(['team', 'user', 'password']);

interface Node {
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly examples?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: unknown;
  readonly items?: unknown;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    description: z.string().optional(),
    default: z.unknown().optional(),
    examples: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.unknown().optional(),
    items: z.unknown().optional(),
  }),
);

/** The whole example. What has to be set stands as an example, what need not is a comment that shows the default. */
export function exampleYaml(schema: unknown): string {
  const lines = [
    '# yaml-language-server: $schema=./config.schema.json',
    '#',
    '# Mailroom: everything that can be set. Lines that are no comment are examples: put your own values there. ' +
      'What is',
    '# commented out need not be set and shows its default. Durations: 10s, 5m, 48h, 90d. Sizes: 512 KiB, 64 MiB.',
    '# Relative paths start at the folder of this file.',
    '',
    ...Object.entries(nodeSchema.parse(schema).properties ?? {}).flatMap(([key, node], index) => {
      const lines = entry(key, node, true);
      return index > 0 ? ['', ...lines] : lines;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines of one key, without indentation. */
function entry(key: string, node: Node, required: boolean): string[] {
  const comment = wrapped(node.description ?? '').map((line) => `# ${line}`);
  const body = block(key, node, required);
  // What can be left out as a whole is a comment as a whole.
  return [...comment, ...(isOptional(node, required) && !USUAL.has(key) ? body.map((line) => `# ${line}`) : body)];
}

function isOptional(node: Node, required: boolean): boolean {
  return !required || node.default !== undefined;
}

function block(key: string, node: Node, required: boolean): string[] {
  if (node.properties !== undefined) return [`${key}:`, ...indented(mapping(node, isOptional(node, required)))];
  const values = nodeSchema.safeParse(node.additionalProperties);
  if (values.success && values.data.properties !== undefined) {
    const shown = isOptional(node, required);
    const name = shown ? 'example' : 'support';
    return [`${key}:`, ...indented([`${name}:`, ...indented(mapping(values.data, shown))])];
  }
  const items = nodeSchema.safeParse(node.items);
  if (items.success && items.data.properties !== undefined) return list(key, items.data);
  return [`${key}: ${flow(shownValue(node))}`];
}

/** `shown`: the mapping itself is a comment already, so its keys are none. */
function mapping(node: Node, shown: boolean): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const required = node.required?.includes(key) === true;
    if (!shown) return entry(key, child, required);
    return [...wrapped(child.description ?? '').map((line) => `# ${line}`), ...block(key, child, true)];
  });
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** A list of mappings: one item with everything in it. */
function list(key: string, item: Node): string[] {
  const fields = Object.entries(item.properties ?? {});
  const notes = fields.flatMap(([name, field]) =>
    field.description === undefined ? [] : wrapped(`(${name}) ${field.description}`),
  );
  const example = Object.fromEntries(fields.map(([name, field]) => [name, shownValue(field)]));
  return [`${key}:`, ...indented([...notes.map((line) => `# ${line}`), `- ${flow(example)}`])];
}

/** The default, or an example where there is none or an empty list says nothing. */
function shownValue(node: Node): unknown {
  const empty = node.default === undefined || (Array.isArray(node.default) && node.default.length === 0);
  return empty ? (node.examples?.[0] ?? node.default) : node.default;
}

function flow(value: unknown): string {
  if (value === undefined) return '';
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true })
    .trimEnd()
    .replace(/^\[ (.*) \]$/, '[$1]');
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
