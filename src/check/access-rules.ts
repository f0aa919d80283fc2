/** Rooms whose access rule (Tchap) is another one than the config asks of new ones. They keep it. */
import { accountsOf } from '../app/settings.ts';
import { ACCESS_RULES } from '../bridge/room/room-state.ts';
import { MailroomError } from '../base/errors.ts';
import type { Config } from '../config/config.ts';
import { newestRooms } from '../db/room-tables/rooms.ts';
import { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import { openCurrent } from './leftovers.ts';
import type { CheckFinding } from './finding.ts';
import { readRegistration } from './read-registration.ts';

/** So many of an account's rooms are looked at: those in which something happened last. */
const ROOMS_MOST = 100;

/** One finding for each account of which some are; none where no account has a rule. */
export async function checkAccessRules(config: Config): Promise<CheckFinding[]> {
  const ruled = [...accountsOf(config).values()].filter(({ rooms }) => (rooms?.accessRule ?? null) !== null);
  const registration = ruled.length === 0 ? null : await readRegistration(config.appservice.registration);
  const opened = registration === null ? null : await openCurrent(config);
  if (opened === null || registration === null) return [];
  const { url, ca } = config.homeserver;
  const client = new MatrixClient({
    url,
    token: registration.as_token,
    timeoutMs: 15_000,
    ...(ca === null ? {} : { ca }),
  });
  const what = 'access rule';
  try {
    const findings: CheckFinding[] = [];
    for (const { id, rooms } of ruled) {
      const wanted = rooms?.accessRule ?? '';
      const all = await newestRooms(opened.db, id, ROOMS_MOST);
      const rules = await Promise.all(all.map((room) => ruleIn(client, room)));
      const others = rules.filter((rule) => rule !== null && rule !== wanted).length;
      if (others === 0) continue;
      const count = `${String(others)} of its ${String(all.length)} newest rooms`;
      const text = `${id}: ${count} have another rule than ${wanted}, and keep it; new rooms begin with ${wanted}`;
      findings.push({ state: 'warn', what, text });
    }
    return findings;
  } catch (error) {
    if (!(error instanceof MailroomError)) throw error;
    return [{ state: 'skip', what, text: 'the homeserver was not there to be asked' }];
  } finally {
    client.close();
    await opened.close();
  }
}

/** '' where there is none, null where the bot may not see it. */
async function ruleIn(client: MatrixClient, room: Parameters<MatrixClient['getState']>[0]): Promise<string | null> {
  try {
    const rule = (await client.getState(room, ACCESS_RULES))?.['rule'];
    return typeof rule === 'string' ? rule : '';
  } catch (error) {
    if (error instanceof MatrixError && (error.status === 403 || error.status === 404)) return null;
    throw error;
  }
}
