/** What people chose for themselves. */
import type { UserId } from '../bridge/types.ts';
import type { Language } from '../mail/words.ts';
import type { Queryable } from './pool.ts';

/** The language in which somebody wants to be answered; null where they chose none. */
export async function personLanguage(db: Queryable, user: UserId): Promise<Language | null> {
  const { rows } = await db.query<{ language: Language }>('SELECT language FROM people WHERE user_id = $1', [user]);
  return rows[0]?.language ?? null;
}

export async function setPersonLanguage(db: Queryable, user: UserId, language: Language): Promise<void> {
  await db.query(
    `INSERT INTO people (user_id, language) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET language = excluded.language, at = now()`,
    [user, language],
  );
}
