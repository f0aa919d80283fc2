/**
 * Everything that Mailroom has done to a world, as lines that are the same for two worlds in which the same happened.
 */
import { ECHO_KEY } from '../../src/bridge/ids.ts';
import type { StandInEvent } from '../support/homeserver.ts';
import type { World } from '../support/world.ts';

/** What a database holds of it: nothing that waits, and how everything ended. */
const ROWS: Readonly<Record<string, string>> = {
  jobs: 'SELECT queue, state, error FROM jobs',
  acts: 'SELECT kind, user_id FROM member_acts',
  poison: 'SELECT count(*) FROM poison',
  sends: `SELECT type, state, error FROM matrix_sends WHERE state <> 'sent'`,
  events: `SELECT state, reason FROM events WHERE state NOT IN ('done', 'ignored')`,
  mails: 'SELECT role, state, reason FROM mails',
  outgoing: 'SELECT state, reason, resent, copied_at IS NOT NULL AS copied FROM outgoing',
  recipients: 'SELECT address, field, state FROM outgoing_recipients',
  paused: 'SELECT address FROM paused_addresses',
  chosen: 'SELECT address, field, quoted_in IS NOT NULL AS quoted FROM thread_recipients',
  people: 'SELECT address, standing, via FROM thread_people',
  threads: `SELECT subject, opened_by, moved_to IS NOT NULL AS moved FROM threads`,
  messages: 'SELECT direction, placed_by, newcomer FROM messages',
  work: `SELECT state, waiting, claimed_by, reminders, archived_at IS NOT NULL AS archived, version, shown FROM
     thread_work`,
  overviews: 'SELECT generation, edits FROM desk_overviews',
  started: 'SELECT state, account FROM started_rooms',
  sides: 'SELECT forwarded IS NOT NULL AS forwarded, in_thread, asked_by FROM side_conversations',
};

/** Sorted: work on different things goes on side by side, in any order. */
export async function effectsOf(world: World): Promise<readonly string[]> {
  const { homeserver, relay, imap } = world;
  const events = homeserver.effects.flatMap((effect) => (effect.kind === 'event' ? [effect.event] : []));
  const names = namesOf(events);
  const said = events.map((event) => {
    const { type, sender, state_key: key = '' } = event;
    const place = names.get(event.room_id) ?? '';
    return plain(`${place} | ${type} ${key} by ${sender} | ${contentOf(event)}`, names);
  });
  const others = homeserver.effects.flatMap((effect) =>
    effect.kind === 'user' || effect.kind === 'device' ? [`${effect.kind} ${effect.id}`] : [],
  );
  const mailed = relay.mails.map(({ raw, from, to }) => `mailed ${from} → ${to.join()}\n${mailOf(raw)}`);
  const filed = imap.sent.mails.map(({ raw, flags }) => `filed ${[...flags].sort().join()}\n${mailOf(raw)}`);
  const flagged = imap.inbox.mails.map(({ uid, flags }) => `mail ${String(uid)} ${[...flags].sort().join()}`);
  const rows = await Promise.all(
    Object.entries(ROWS).map(async ([name, sql]) =>
      (await world.rows(sql)).map((row) => plain(`${name}: ${JSON.stringify(row)}`, names)),
    ),
  );
  return [...said, ...others, ...mailed, ...filed, ...flagged, ...rows.flat()].sort();
}

/** Rooms by their first name, events by what they say. */
function namesOf(events: readonly StandInEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { room_id: room, type, content } of events) {
    if (type === 'm.room.name' && !names.has(room)) names.set(room, `{${String(content['name'])}}`);
  }
  for (const { event_id: event, type, content } of events) {
    const { body, membership } = content;
    const said = typeof body === 'string' ? body : typeof membership === 'string' ? membership : '';
    names.set(event, `{${type} ${said.slice(0, 60)}}`);
  }
  return names;
}

function contentOf({ content }: StandInEvent): string {
  return JSON.stringify(content, (key, value: unknown) => (key === ECHO_KEY ? undefined : value));
}

/** Without what differs from world to world: ids, the hashes made of them, times. */
function plain(text: string, names: ReadonlyMap<string, string>): string {
  const known = text
    .replaceAll('%24', '$')
    .replaceAll('%21', '!')
    .replaceAll('%3A', ':')
    .replaceAll('%23', '#')
    .replace(/\$[\w-]{32}/g, (id) => names.get(id) ?? '{event}')
    .replace(/![\w-]{24}(?::matrix\.test)?/g, (id) => names.get(id) ?? '{room}');
  return withoutHashes(known)
    .replace(/mxc:\/\/[^"]+/g, '{media}')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::[\d.]+)?(?:Z|\b)/g, '{time}');
}

function withoutHashes(text: string): string {
  return text.replace(/(?<![a-z2-7])[a-z2-7]{32}(?![a-z2-7])/g, '{hash}').replace(/\b\d{13}\b/g, '{ms}');
}

/** Subject and text; what is made of keys and clocks left out. */
function mailOf(raw: Buffer): string {
  const text = raw.toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  const fields = text
    .slice(0, end)
    .split(/\r\n(?!\s)/)
    .filter((line) => /^(?:from|to|cc|bcc|subject|auto-submitted):/i.test(line));
  return [
    ...fields,
    withoutHashes(text.slice(end).replace(/=\r\n/g, '')).replace(/On .{10,80} wrote:/g, 'On {time} wrote:'),
  ].join('\n');
}
