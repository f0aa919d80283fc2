/**
 * What a member's client has to hold: the first /sync of somebody whose account invites everyone to each room, and of
 * somebody whose account lets them in when they take a conversation. On a real Synapse with a real Mailroom between
 * real mail servers; two accounts get the same mails at the same time, one for each policy.
 */
import { mkdtemp, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Environment, startEnvironment } from '../demo/environment.ts';
import { MatrixUser } from '../demo/matrix-user.ts';
import { enterSpace } from '../demo/spaces.ts';
import { matrixRequest } from '../servers/homeserver.ts';
import { until } from '../servers/wait.ts';

/** What one first /sync without a filter gave. */
interface Held {
  readonly who: string;
  readonly joined: number;
  readonly invites: number;
  readonly bytes: number;
  readonly ms: number;
}

/** Conversations that a member has at a time. */
const CLAIMED = 20;
/** Mails that are put into the mailboxes before their rooms are waited for. */
const ROUND = 50;
const LONG = 1_800_000;
/** Milliseconds between two looks. */
const LOOK = 500;
/** Joins of one member at a time. */
const JOINS = 8;

let asked = 0;

/** Who is asked into the rooms of an account, of those that are compared. */
export const ENTRY_POLICIES = ['everyone', 'when-claimed'] as const;
export type EntryPolicy = (typeof ENTRY_POLICIES)[number];

export interface EntryFigures {
  readonly rooms: number;
  readonly policies: readonly EntryPolicy[];
  readonly seconds: number;
  readonly held: readonly Held[];
}

/** Makes `rooms` rooms in an account of each policy. Throws where something is missing. */
export async function enteredRooms(
  rooms: number,
  policies: readonly EntryPolicy[],
  report: (line: string) => void,
): Promise<EntryFigures> {
  const state = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
  await chmod(state, 0o711);
  const environment = await startEnvironment({
    state,
    yes: true,
    durable: false,
    configure: (draft) => {
      draft.limits = { ...draft.limits, new_rooms: 0, new_ghosts: 0 };
      const [everyone, claimed] = Object.values(draft.accounts);
      if (everyone === undefined || claimed === undefined) throw new Error('the demo has two accounts');
      Object.assign(everyone, { invite: 'everyone', team: everyone.team.slice(0, 1), authentication: 'none' });
      Object.assign(claimed, { invite: 'when-claimed', team: claimed.team.slice(1, 2), authentication: 'none' });
    },
  });
  const sql = new pg.Pool({ connectionString: environment.databaseUrl, max: 2 });
  try {
    return await measure(environment, sql, rooms, policies, report);
  } finally {
    await sql.end();
    await environment.remove();
  }
}

async function measure(
  environment: Environment,
  sql: pg.Pool,
  rooms: number,
  policies: readonly EntryPolicy[],
  report: (line: string) => void,
): Promise<EntryFigures> {
  const [one, two] = environment.team;
  const [everyone, claimed] = environment.accounts;
  if (one === undefined || two === undefined || everyone === undefined || claimed === undefined) {
    throw new Error('the demo has two members and two accounts');
  }
  const [alice, ben] = [one.login, two.login];
  const filled = [
    ...(policies.includes('everyone') ? [everyone] : []),
    ...(policies.includes('when-claimed') ? [claimed] : []),
  ];
  const began = performance.now();
  for (let made = 0; made < rooms;) {
    const round = Math.min(ROUND, rooms - made);
    for (const { address } of filled) {
      for (let n = made; n < made + round; n++) {
        await environment.dovecot.save(address, 'INBOX', Buffer.from(mail(address, n)));
      }
    }
    made += round;
    await until(async () => (await ready(sql)) >= filled.length * made, {
      what: 'their rooms',
      within: LONG,
      every: LOOK,
    });
    report(`${String(made)} of ${String(rooms)} rooms each, ${((performance.now() - began) / 60_000).toFixed(1)} min`);
  }
  const seconds = (performance.now() - began) / 1000;
  const held: Held[] = [];
  if (policies.includes('everyone')) {
    held.push(await hold(environment, alice.accessToken, 'everyone, invitations unanswered'));
    await acceptAll(environment, alice.accessToken);
    held.push(await hold(environment, alice.accessToken, 'everyone, all rooms entered'));
  }
  if (policies.includes('when-claimed')) {
    const client = await MatrixUser.connect(environment.homeserver.url, ben);
    await until(() => enterSpace(client, claimed.name), { what: 'the space', within: LONG });
    held.push(await hold(environment, ben.accessToken, 'when-claimed, nothing claimed'));
    await claim(environment, sql, claimed.id, client);
    held.push(await hold(environment, ben.accessToken, `when-claimed, ${String(CLAIMED)} claimed`));
    await client.close();
  }
  return { rooms, policies, seconds, held };
}

/** Takes conversations by 👀 on their lines in the inbox, and enters their rooms. */
async function claim(environment: Environment, sql: pg.Pool, account: string, client: MatrixUser): Promise<void> {
  const room = await inbox(environment, sql, account);
  await client.join(room);
  const { rows } = await sql.query<{ event: string }>(
    `SELECT event FROM matrix_sends WHERE account = $1 AND purpose = 'inbox-line' AND event IS NOT NULL
     ORDER BY at DESC LIMIT $2`,
    [account, CLAIMED],
  );
  for (const { event } of rows) {
    await client.react(room, event, '👀');
    const before = new Set(client.invites.map(({ room_id: id }) => id));
    const invite = await client.waitForInvite(({ room_id: id }) => !before.has(id), { what: 'the room', within: LONG });
    await client.join(invite.room_id);
  }
}

async function inbox(environment: Environment, sql: pg.Pool, account: string): Promise<string> {
  const look = async (): Promise<string | undefined> =>
    (await sql.query<{ room: string }>(`SELECT room FROM rooms WHERE account = $1 AND kind = 'inbox'`, [account]))
      .rows[0]?.room;
  return until(look, { what: `the inbox in ${environment.state}`, within: LONG });
}

/** Rooms that are made, once nothing is owed to any of them. */
async function ready(sql: pg.Pool): Promise<number> {
  const { rows } = await sql.query<{ made: string; owed: string }>(
    `SELECT (SELECT count(*) FROM rooms WHERE kind = 'thread' AND state = 'active') AS made,
       (SELECT count(*) FROM matrix_sends WHERE state = 'waiting') AS owed`,
  );
  return Number(rows[0]?.owed) > 0 ? 0 : Number(rows[0]?.made);
}

/** A first /sync of a client that knows nothing yet. Asked twice: the second finds the homeserver's caches warm. */
async function hold(environment: Environment, token: string, who: string): Promise<Held> {
  const ask = async (): Promise<Held> => {
    const began = performance.now();
    // Synapse gives the same question the same answer for two minutes.
    const url = `${environment.homeserver.url}/_matrix/client/v3/sync?timeout=${String(++asked)}`;
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    const body = await answer.text();
    const ms = performance.now() - began;
    const { rooms = {} } = JSON.parse(body) as { rooms?: Partial<Record<'join' | 'invite', object>> };
    const count = (of: object | undefined): number => Object.keys(of ?? {}).length;
    return { who, joined: count(rooms.join), invites: count(rooms.invite), bytes: Buffer.byteLength(body), ms };
  };
  await ask();
  return ask();
}

async function acceptAll(environment: Environment, token: string): Promise<void> {
  const url = environment.homeserver.url;
  const answer = (await matrixRequest(url, { method: 'GET', path: '/_matrix/client/v3/sync?timeout=0', token })) as {
    rooms?: { invite?: object };
  };
  const invited = Object.keys(answer.rooms?.invite ?? {});
  const next = async (): Promise<void> => {
    for (let room = invited.pop(); room !== undefined; room = invited.pop()) {
      const path = `/_matrix/client/v3/join/${encodeURIComponent(room)}`;
      await matrixRequest(url, { method: 'POST', path, token, body: {} });
    }
  };
  await Promise.all(Array.from({ length: JOINS }, next));
}

/** A first mail of one of twenty people. */
function mail(to: string, n: number): string {
  const from = `customer${String(n % 20)}@outside.test`;
  return [
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${String(n)}.${to}.bench@outside.test>`,
    `From: Customer ${String(n % 20)} <${from}>`,
    `To: ${to}`,
    `Subject: Question ${String(n)}`,
    '',
    `Where is my order ${String(n)}? I have waited for a week now, and nobody has written to me.`,
    '',
  ].join('\r\n');
}

/** As lines for a terminal. */
export function entryReport({ rooms, policies, seconds, held }: EntryFigures): string[] {
  return [
    `${String(rooms)} conversations in an account each (${policies.join(', ')}), made in ` +
      `${(seconds / 60).toFixed(1)} min; a first /sync:`,
    `${'policy'.padEnd(36)} rooms  invitations      KB     ms`,
    ...held.map(
      ({ who, joined, invites, bytes, ms }) =>
        `${who.padEnd(36)} ${String(joined).padStart(5)} ${String(invites).padStart(12)} ` +
        `${(bytes / 1024).toFixed(0).padStart(7)} ${ms.toFixed(0).padStart(6)}`,
    ),
  ];
}
