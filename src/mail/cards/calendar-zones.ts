/**
 * Time zones as invitations name them. Outlook and Exchange use the names of Windows; CLDR's windowsZones maps them to
 * those of the tz database.
 */
import cldr from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import { isZone, offsetAt } from '../../words/zones.ts';
import type { WallTime } from '../../words/zones.ts';

/**
 * Names that Windows has given up and that calendars made long ago still carry: Windows XP's and Exchange 2007's, which
 * CLDR no longer lists, with the zone whose clocks they name today; and Exchange's own word for UTC. Source: Microsoft,
 * "Time Zone Index Values" of Windows XP, and the values of TZID in MS-OXCICAL 2.1.3.1.1.19.
 */
const FORMER_NAMES: readonly (readonly [string, string])[] = [
  ['Armenian Standard Time', 'Asia/Yerevan'],
  ['Kamchatka Standard Time', 'Asia/Kamchatka'],
  ['Mexico Standard Time', 'America/Mexico_City'],
  ['Mexico Standard Time 2', 'America/Mazatlan'],
  ['tzone://Microsoft/Utc', 'Etc/UTC'],
];

/** By the name of Windows, the zone that CLDR takes for the whole world (territory 001) and not for one country. */
const windowsZones: ReadonlyMap<string, string> = new Map([
  ...FORMER_NAMES,
  ...cldr.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other, mapZone._type] as const),
]);

/**
 * The tz database's name for a TZID: itself, by the name of Windows, or the tail of a longer path, as libical and
 * Mozilla write them (`/freeassociation.sourceforge.net/Europe/Berlin`). Null where none fits.
 */
export function zoneName(tzid: string): string | null {
  const bare = tzid.replace(/^"|"$/g, '').trim();
  const windows = windowsZones.get(bare);
  if (windows !== undefined) return windows;
  if (/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2}$/.test(bare) && isZone(bare)) return bare;
  const tail = /([A-Z][A-Za-z]+\/[A-Z][A-Za-z0-9_+-]+(?:\/[A-Z][A-Za-z_]+)?)$/.exec(bare)?.[1];
  return tail !== undefined && isZone(tail) ? tail : null;
}

/** Minutes that a zone is ahead of UTC at that wall clock time; null where the zone is unknown. */
export function zoneOffset(zone: string, time: WallTime): number | null {
  if (!isZone(zone)) return null;
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
  return offsetAt(zone, wall - offsetAt(zone, wall) * 60_000);
}
