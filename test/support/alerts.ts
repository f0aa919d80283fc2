/** The rules of docs/alerts.yaml, played over a page of metrics: which would fire, were things to stay as they are. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const rule = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.strictObject({ summary: z.string(), description: z.string() }),
});
const file = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })),
});

export const alertRules = file
  .parse(parse(readFileSync(new URL('../../docs/alerts.yaml', import.meta.url), 'utf8')))
  .groups.flatMap(({ rules }) => rules);

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

function samplesIn(page: string): Sample[] {
  return page.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, labels: labelsIn(labels, '='), value: Number(value) }];
  });
}

function labelsIn(text: string, sign: string): Record<string, string> {
  const found = [...text.matchAll(/([a-z_]+)(=~|!=|=)"([^"]*)"/g)];
  const pairs = found.flatMap(([, name, by, value]) => (by === sign ? [[name ?? '', value ?? ''] as const] : []));
  return Object.fromEntries<string>(pairs);
}

/** What a rule may say of a single page: comparisons of one metric with a number, joined by `or`. */
const COMPARISON = /^(mailroom_[a-z_]+)(?:\{(.*)\})? (>|==) (\d+)$/;

/** What no page alone can show: growth. promtool plays these. */
const GROWTH = /^(?:increase|delta)\(mailroom_[a-z_]+(?:\{.*\})?\[\d+[mh]\]\) > \d+$/;

function holds(comparison: string, samples: readonly Sample[]): boolean {
  if (GROWTH.test(comparison)) return false;
  const missed = /^absent\((mailroom_[a-z_]+)\)$/.exec(comparison)?.[1];
  if (missed !== undefined) return !samples.some((sample) => sample.name === missed);
  const [, name, matchers = '', sign, bound] = COMPARISON.exec(comparison) ?? [];
  if (name === undefined) throw new Error(`not understood: ${comparison}`);
  const every = (by: string, test: (is: string, wanted: string) => boolean) => (sample: Sample) =>
    Object.entries(labelsIn(matchers, by)).every(([label, wanted]) => test(sample.labels[label] ?? '', wanted));
  return samples
    .filter((sample) => sample.name === name)
    .filter(every('=', (is, wanted) => is === wanted))
    .filter(every('!=', (is, wanted) => is !== wanted))
    .filter(every('=~', (is, wanted) => new RegExp(`^(?:${wanted})$`).test(is)))
    .some(({ value }) => (sign === '>' ? value > Number(bound) : value === Number(bound)));
}

/** The names of the alerts whose condition holds on this page. */
export function alertsOn(page: string): string[] {
  const samples = samplesIn(page);
  return alertRules
    .filter(({ expr }) => expr.split(' or ').some((comparison) => holds(comparison, samples)))
    .map(({ alert }) => alert);
}
