import type { Resolve } from '../../src/incoming/sender-resolver.ts';

/**
 * A resolver over a zone file (RFC 1035 section 5.1, one record a line, absolute names, no $-directives): `x.example.
 * TXT "v=spf1 -all"`. Rejects as `node:dns` does. `asked` counts the questions.
 */
export function zoneResolver(zone: string): { readonly resolve: Resolve; readonly asked: string[] } {
  const records = zone
    .split('\n')
    .map((line) => /^\s*(\S+)\.\s+(TXT|A|AAAA|MX|CNAME)\s+(.+?)\s*$/.exec(line))
    .flatMap((match) =>
      match === null ? [] : [{ name: match[1]?.toLowerCase() ?? '', type: match[2], data: match[3] ?? '' }],
    );
  const asked: string[] = [];
  const resolve: Resolve = (name, type) => {
    asked.push(`${type} ${name}`);
    const named = records.filter((record) => record.name === name.toLowerCase().replace(/\.$/, ''));
    const found = named.filter((record) => record.type === type).map(({ data }) => data);
    if (found.length === 0) {
      const code = named.length === 0 ? 'ENOTFOUND' : 'ENODATA';
      return Promise.reject(Object.assign(new Error(code), { code }));
    }
    if (type === 'TXT')
      return Promise.resolve(found.map((data) => [...data.matchAll(/"([^"]*)"/g)].map((one) => one[1] ?? '')));
    return Promise.resolve(found.map((data) => data.replace(/\.$/, '')));
  };
  return { resolve, asked };
}
