const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 5322 section 4.3, minutes east of UTC; a zone that it does not name counts as UTC. */
const zones: ReadonlyMap<string, number> = new Map([
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['bst', 60],
  ['ist', 330],
  ['wet', 0],
  ['west', 60],
  ['cet', 60],
  ['cest', 120],
  ['met', 60],
  ['mest', 120],
  ['mez', 60],
  ['mesz', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['jst', 540],
  ['kst', 540],
  ['hkt', 480],
  ['sgt', 480],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
]);

/**
 * Reads a Date field: RFC 5322 section 3.3 with the obsolete forms of section 4.3 (years of two digits, zones by name),
 * and what devices write instead (asctime, ISO 8601, dots or hyphens between the parts, no zone: UTC). Null for what is
 * no date, or one outside 1970 to 9999.
 */
export function parseDate(value: string): Date | null {
  const text = value
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 200);
  const usual =
    /(?:^|[ ,])(\d{1,2})[ .-]{1,2}([a-z]{3})[a-z]*[ .,-]{1,2}(\d{2,4})[ ,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)? ?(.*)$/.exec(
      text,
    );
  if (usual !== null) return make(usual[3], month(usual[2]), usual[1], usual.slice(4, 7), usual[7]);
  const iso = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?)? ?(.*)$/.exec(
    text,
  );
  if (iso !== null) return make(iso[1], Number(iso[2]) - 1, iso[3], iso.slice(4, 7), iso[7]);
  // asctime and the American order: `Thu Jan 1 00:00:00 2004`, `Jan 1, 2004 00:00`.
  const american =
    /([a-z]{3})[a-z]* (\d{1,2}),? (?:(\d{4})[ ,]+)?(\d{1,2}):(\d{1,2})(?::(\d{1,2}))? ?([ap]m)? ?(?:([a-z]{3,4}|[+-]\d{4}) )?(\d{4})?(.*)$/.exec(
      text,
    );
  if (american === null) return null;
  const hour = (Number(american[4]) % (american[7] === undefined ? 24 : 12)) + (american[7] === 'pm' ? 12 : 0);
  return make(
    american[3] ?? american[9],
    month(american[1]),
    american[2],
    [String(hour), american[5], american[6]],
    american[8] ?? american[10],
  );
}

function month(name: string | undefined): number {
  return months.indexOf(name ?? '');
}

function make(
  yearText: string | undefined,
  monthIndex: number,
  dayText: string | undefined,
  clock: readonly (string | undefined)[],
  zone: string | undefined,
): Date | null {
  const written = Number(yearText);
  // RFC 5322 section 4.3: 00 to 49 are of this century, 50 to 99 and three digits of the last.
  const year = (yearText ?? '').length >= 4 ? written : written < 50 ? 2000 + written : 1900 + written;
  const [hour = 0, minute = 0, second = 0] = clock.map((part) => Number(part ?? 0));
  const day = Number(dayText);
  if (monthIndex < 0 || monthIndex > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  const time = Date.UTC(year, monthIndex, day, hour, minute, second) - offset(zone ?? '') * 60_000;
  return Number.isFinite(time) && time >= 0 && year <= 9999 ? new Date(time) : null;
}

function offset(zone: string): number {
  const digits = /^(?:gmt|utc)? ?([+-])(\d{1,2}):?(\d{2})/.exec(zone);
  if (digits !== null) {
    const minutes = Number(digits[2]) * 60 + Number(digits[3]);
    return minutes > 24 * 60 ? 0 : digits[1] === '-' ? -minutes : minutes;
  }
  return zones.get(/^[a-z]+/.exec(zone)?.[0] ?? '') ?? 0;
}
