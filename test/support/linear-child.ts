/**
 * Run as a process of its own: feeds every exported function of mail/ and bridge/ that takes texts of strangers with
 * long runs, and writes a line of JSON for each function: what it was fed at most, and the worst growth that was
 * measured.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { adapters, excused, makers } from './linear-inputs.ts';

const root = join(import.meta.dirname, '../../src');
const RUNS = ['`', '(', '[', '<', '"', ';', '@', '.', ',', '\t', '=', '>', '\n'];
const SIZES = [1_000, 2_000, 4_000, 8_000];
/**
 * What takes less than this at the largest size, milliseconds, is not measured further: a square of 8,000 takes
 * several times as long.
 */
const QUICK = 12;

/** From here on it is no more a matter of noise: what is found first is told. */
const STEEP = 1.5;

/** The shapes in which a run stands: alone, inside of an address or a tag, and broken by blanks. */
const SHAPES: readonly ((run: string, size: number) => string)[] = [
  (run, size) => run.repeat(size),
  (run, size) => `<a${run.repeat(size)}b>`,
  (run, size) => `${run} `.repeat(size / 2),
];

type Call = (text: string) => unknown;

const exported = (file: string): { name: string; types: string[] }[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((one) => {
    if (!ts.isFunctionDeclaration(one) || one.body === undefined || one.name === undefined) return [];
    if (one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true) return [];
    const types = one.parameters
      // A parameter with a default is left to it.
      .filter(({ initializer, questionToken }) => initializer === undefined && questionToken === undefined)
      .map(({ type }) => (type?.getText() ?? '').replace(/\s+/g, ' '));
    return [{ name: one.name.text, types }];
  });
};

/** Types by which texts of strangers come in. */
const TEXT = new RegExp(
  '\\bstring\\b|Address\\b|HeaderField|ParsedMail|Person\\b|ClaimedMail|ClassifyInput|' +
    'Uint8Array|Buffer|RawField|RichText|unknown',
);

async function callOf(file: string, name: string, types: readonly string[]): Promise<Call | string | null> {
  const key = `${relative(root, file)}#${name}`;
  const adapter = adapters[key];
  if (adapter !== undefined) return adapter;
  if (excused[key] !== undefined || !types.some((type) => TEXT.test(type))) return null;
  const missing = types.filter((type) => makers[type] === undefined);
  if (missing.length > 0) return `no value is made of ${missing.join(' and ')}`;
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const called = module[name];
  if (typeof called !== 'function') return 'is no function';
  return (text) =>
    Reflect.apply(
      called,
      undefined,
      types.map((type) => makers[type]?.(text)),
    ) as unknown;
}

/** CPU time of one call, milliseconds. What is refused by throwing is an answer too. */
async function cost(call: Call, text: string): Promise<number> {
  const before = process.cpuUsage();
  try {
    await call(text);
  } catch {
    // Refused.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function median(call: Call, text: string): Promise<number> {
  const times: number[] = [];
  for (let left = 5; left > 0; left -= 1) times.push(await cost(call, text));
  return times.sort((a, b) => a - b)[2] ?? 0;
}

/** The slope of the logarithms: 1 is linear, 2 a square. */
function exponent(times: readonly number[]): number {
  const xs = SIZES.map(Math.log);
  const ys = times.map((time) => Math.log(Math.max(time, 0.01)));
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const over = xs.reduce((sum, x, at) => sum + (x - mx) * ((ys[at] ?? 0) - my), 0);
  return over / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

async function measure(call: Call): Promise<{ exponent: number; worst: number; on: string }> {
  let result = { exponent: 0, worst: 0, on: '' };
  for (const run of RUNS) {
    for (const [shape, make] of SHAPES.entries()) {
      const [, small = 0, , large = 0] = SIZES;
      // A square takes sixteen times as long for four times as much; the median of several is asked only where that
      // may be.
      const first = await cost(call, make(run, small));
      const last = first > QUICK * 4 ? Number.POSITIVE_INFINITY : await cost(call, make(run, large));
      if (last < QUICK || last < 6 * first) continue;
      const times: number[] = [];
      for (const size of SIZES) times.push(await median(call, make(run, size)));
      const grows = exponent(times);
      const on = `${JSON.stringify(run)} in shape ${shape}`;
      if (grows > result.exponent) result = { exponent: grows, worst: Math.max(...times), on };
      if (result.exponent >= STEEP) return result;
    }
  }
  return result;
}

async function* files(folder: string): AsyncGenerator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/(?<!\.d)\.ts$/.test(path)) yield path;
  }
}

const only = process.argv[2] ?? '';
const known = new Set<string>();
for (const folder of ['mail', 'bridge']) {
  for await (const file of files(join(root, folder))) {
    for (const { name, types } of exported(file)) {
      const key = `${relative(root, file)}#${name}`;
      known.add(key);
      if (!key.includes(only)) continue;
      const call = await callOf(file, name, types);
      if (call === null) continue;
      process.stdout.write(`${JSON.stringify({ begins: key })}\n`);
      const found = typeof call === 'string' ? { error: call } : await measure(call);
      process.stdout.write(`${JSON.stringify({ key, ...found })}\n`);
    }
  }
}
for (const key of [...Object.keys(adapters), ...Object.keys(excused)]) {
  if (!known.has(key)) process.stdout.write(`${JSON.stringify({ key, error: 'there is no such function' })}\n`);
}
