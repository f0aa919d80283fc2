/**
 * OpenMetrics 1.0 (https://github.com/prometheus/OpenMetrics/blob/v1.0.0/specification/OpenMetrics.md) from the text
 * format of Prometheus. prom-client's own mode renames the counters of a registry for good, so that the same registry
 * could not be read in both formats.
 */

/** The media ranges of an Accept header with their weights (RFC 9110 sections 12.4.2 and 12.5.1). */
function weights(accept: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
    const value = weight === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
    found.set(type, Math.max(found.get(type) ?? 0, value));
  }
  return found;
}

/**
 * Whether OpenMetrics is what is wanted: it is named, and text/plain is not wanted more. Who names neither, such as a
 * person's browser or curl, gets the format of Prometheus.
 */
export function prefersOpenMetrics(accept: string): boolean {
  const wanted = weights(accept);
  const open = wanted.get('application/openmetrics-text') ?? 0;
  return open > 0 && open >= (wanted.get('text/plain') ?? 0);
}

/**
 * A page of the text format as OpenMetrics: a counter's family goes without `_total`, which only its samples have; a
 * quotation mark in a help text is escaped; no line is empty, and the last one says that it is the last.
 */
export function openMetricsText(page: string): string {
  const lines = page.split('\n').filter((line) => line !== '');
  const counters = new Set(lines.flatMap((line) => /^# TYPE (\S+)_total counter$/.exec(line)?.[1] ?? []));
  const family = (name: string) => {
    const short = name.replace(/_total$/, '');
    return counters.has(short) ? short : name;
  };
  const written = lines.map((line) => {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (word === undefined) return line;
    return `# ${word} ${family(name)} ${word === 'HELP' ? rest.replaceAll('"', '\\"') : rest}`;
  });
  return [...written, '# EOF', ''].join('\n');
}
