/** What people chose for themselves. */
import type { UserId } from '../../bridge/types.ts';
import type { Language } from '../../words/words.ts';
import type { TimeZone } from '../../words/zones.ts';
import type { Queryable } from '../pool.ts';

/** As they are stored; null for what somebody chose nothing of. */
export interface PersonChoices {
  /** In which they want to be answered. */
  readonly language: Language | null;
  /** The name of the zone in which they want to be told times, as it was known when they chose it. */
  readonly zone: string | null;
}

export async function personChoices(db: Queryable, user: UserId): Promise<PersonChoices> {
  const { rows } = await db.query<PersonChoices>('SELECT language, time_zone AS zone FROM people WHERE user_id = $1', [
    user,
  ]);
  return rows[0] ?? { language: null, zone: null };
}

export async function setPersonLanguage(db: Queryable, user: UserId, language: Language): Promise<void> {
  await db.query(
    `INSERT INTO people (user_id, language) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET language = excluded.language, at = now()`,
    [user, language],
  );
}

/** Null: times as their account has them. */
export async function setPersonZone(db: Queryable, user: UserId, zone: TimeZone | null): Promise<void> {
  await db.query(
    `INSERT INTO people (user_id, time_zone) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET time_zone = excluded.time_zone, at = now()`,
    [user, zone],
  );
}
