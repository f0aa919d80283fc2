/** When a refused login is tried again. Pure. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Milliseconds after the first refusal, the second, and so on: soon enough for a server whose directory is away for a
 * moment, rare enough that no provider locks the account; after a day of hourly tries only another login or a person
 * brings the next.
 */
export function loginPauses(): readonly number[] {
  return [MINUTE_MS, 15 * MINUTE_MS, ...Array.from({ length: 25 }, () => HOUR_MS)];
}

/** Refusals without a code in a row that are taken for a wrong login. */
const UNEXPLAINED = 3;

/**
 * Whether a refusal says that the login is wrong, so that people have to act. With a code that says so (RFC 5530
 * section 3) the first one does; a server that names none may as well have trouble of its own, until it refuses again.
 *
 * @param refusals how many there were in a row, this one among them
 */
export function isLoginWrong(refusals: number, isExplained: boolean): boolean {
  return isExplained || refusals >= UNEXPLAINED;
}
