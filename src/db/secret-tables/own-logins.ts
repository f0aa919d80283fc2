/**
 * Logins with members' own mailboxes on their way: a link in a chat, a page, a code in the chat. Times are by the
 * database's clock. Each step is one guarded statement, so that of two who try it at once one succeeds.
 */
import type { AccountId, UserId } from '../../bridge/types.ts';
import type { Language } from '../../words/words.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** For how long a link can be used, and after that the code that its page shows. */
const LINK = "interval '15 minutes'";
const CODE = "interval '10 minutes'";
/** Logins tried at mail servers by one link, and wrong codes for one login. */
const TRIES = 5;
const GUESSES = 5;

const OPEN = `ended_at IS NULL AND code IS NULL AND made_at > now() - ${LINK}`;
const CODED = `ended_at IS NULL AND coded_at > now() - ${CODE}`;

/** A hash of 32 bytes. */
type Hash = Uint8Array;

/** What a login becomes once its member has confirmed it; its secrets stand sealed under the account. */
export interface CheckedLogin {
  readonly account: AccountId;
  /** As the config has an account, in JSON, without secrets. */
  readonly settings: string;
}

export interface LoginLink {
  readonly user: UserId;
  readonly language: Language;
  /** open: can be used. coded: its page showed a code, which is waited for. over: used, dropped or too old. */
  readonly state: 'open' | 'coded' | 'over';
  /** Of the browser that it is open in; null where none is yet. */
  readonly browser: Hash | null;
}

/** A new link for somebody. Those of before are over; what was entered by them is to be taken away by the caller. */
export async function addLoginLink(
  tx: Transaction,
  { link, user, language }: { readonly link: Hash; readonly user: UserId; readonly language: Language },
): Promise<AccountId[]> {
  const dropped = await tx.query<{ account: AccountId | null }>(
    `WITH before AS (SELECT link, account FROM own_logins WHERE user_id = $1 AND ended_at IS NULL FOR UPDATE)
     UPDATE own_logins o SET ended_at = now(), account = NULL, settings = NULL, code = NULL
     FROM before WHERE o.link = before.link RETURNING before.account`,
    [user],
  );
  await tx.query('INSERT INTO own_logins (link, user_id, language) VALUES ($1, $2, $3)', [
    Buffer.from(link),
    user,
    language,
  ]);
  return dropped.rows.flatMap(({ account }) => account ?? []);
}

/** Null where there was never such a link, or it is forgotten. */
export async function loginLink(db: Queryable, link: Hash): Promise<LoginLink | null> {
  const { rows } = await db.query<LoginLink>(
    `SELECT user_id AS user, language, browser,
       CASE WHEN ${OPEN} THEN 'open' WHEN ${CODED} THEN 'coded' ELSE 'over' END AS state
     FROM own_logins WHERE link = $1`,
    [Buffer.from(link)],
  );
  return rows[0] ?? null;
}

/** Binds a link to the first browser that asks; false for every later one, and where it cannot be used. */
export async function bindBrowser(db: Queryable, link: Hash, browser: Hash): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE own_logins SET browser = $2 WHERE link = $1 AND browser IS NULL AND ${OPEN}`,
    [Buffer.from(link), Buffer.from(browser)],
  );
  return rowCount === 1;
}

/** Before a login is tried at a mail server; false where it was tried too often or cannot be used any more. */
export async function countLoginTry(db: Queryable, link: Hash): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE own_logins SET tries = tries + 1 WHERE link = $1 AND tries < ${String(TRIES)} AND ${OPEN}`,
    [Buffer.from(link)],
  );
  return rowCount === 1;
}

/** Keeps a login that was found right, until its code is said. False where the link cannot be used any more. */
export async function keepCheckedLogin(
  tx: Transaction,
  link: Hash,
  { account, settings }: CheckedLogin,
  code: Hash,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE own_logins SET account = $2, settings = $3, code = $4, coded_at = now() WHERE link = $1 AND ${OPEN}`,
    [Buffer.from(link), account, settings, Buffer.from(code)],
  );
  return rowCount === 1;
}

/** What a code of a member opens: their login, or how it is none. `dropped`: its secrets are to be taken away. */
export type ConfirmedCode =
  | { readonly kind: 'right'; readonly login: CheckedLogin }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'spent'; readonly dropped: AccountId }
  | { readonly kind: 'none' };

/** Takes the login of a member whose code this is; a wrong one is counted. `hashOf` is given the hash of the link. */
export async function takeLoginCode(
  tx: Transaction,
  user: UserId,
  hashOf: (link: Hash) => Hash,
): Promise<ConfirmedCode> {
  const { rows } = await tx.query<CheckedLogin & { link: Buffer; code: Buffer; guesses: number }>(
    `SELECT link, account, settings, code, guesses FROM own_logins
     WHERE user_id = $1 AND ${CODED} AND code IS NOT NULL FOR UPDATE`,
    [user],
  );
  const [found] = rows;
  if (found === undefined) return { kind: 'none' };
  const { link, account, settings, code } = found;
  if (code.equals(hashOf(link))) {
    await endLogin(tx, link);
    return { kind: 'right', login: { account, settings } };
  }
  const left = GUESSES - found.guesses - 1;
  if (left > 0) {
    await tx.query('UPDATE own_logins SET guesses = guesses + 1 WHERE link = $1', [link]);
    return { kind: 'wrong', left };
  }
  await endLogin(tx, link);
  return { kind: 'spent', dropped: account };
}

async function endLogin(tx: Transaction, link: Buffer): Promise<void> {
  await tx.query(
    'UPDATE own_logins SET ended_at = now(), account = NULL, settings = NULL, code = NULL WHERE link = $1',
    [link],
  );
}

/** Empties what nobody confirmed in time; its secrets are to be taken away by the caller. Forgets links after a day. */
export async function forgetLogins(tx: Transaction): Promise<AccountId[]> {
  const { rows } = await tx.query<{ account: AccountId }>(
    `WITH late AS (
       SELECT link, account FROM own_logins
       WHERE account IS NOT NULL AND coded_at <= now() - ${CODE} FOR UPDATE SKIP LOCKED)
     UPDATE own_logins o SET ended_at = now(), account = NULL, settings = NULL, code = NULL
     FROM late WHERE o.link = late.link RETURNING late.account`,
  );
  await tx.query("DELETE FROM own_logins WHERE account IS NULL AND made_at < now() - interval '1 day'");
  return rows.map(({ account }) => account);
}
