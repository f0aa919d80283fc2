/**
 * SQL conditions: does something stand in the room in which it was named (`EventIn`)? A room that was upgraded is
 * several, all of one thread, and counts as one. Each takes a parameter (`$n`) that holds the room's id.
 */

/** A row of `matrix_sends`. What was sent to no room by name went to the account's own room of that kind. */
export function sentIn(room: string): string {
  return `EXISTS (SELECT FROM rooms here WHERE here.room = ${room} AND here.account = matrix_sends.account AND (
    matrix_sends.room = here.room OR matrix_sends.thread = here.thread
    OR (matrix_sends.room IS NULL AND matrix_sends.thread IS NULL AND matrix_sends.own = here.kind)))`;
}

/** What was said in the room that a column names. */
export function saidIn(column: string, room: string): string {
  return `(${column} = ${room} OR ${column} IN (
    SELECT other.room FROM rooms here JOIN rooms other USING (thread) WHERE here.room = ${room}))`;
}

/**
 * Whether the mail that a column names waits to be forwarded: the mail that carries it has no bytes yet. For a month at
 * most, so that one that never leaves keeps nothing for ever.
 */
export function waitsForForward(column: string): string {
  return `EXISTS (SELECT FROM side_conversations side WHERE side.forwarded = ${column}
    AND side.at > now() - interval '30 days'
    AND NOT EXISTS (SELECT FROM outgoing w WHERE w.thread = side.thread AND w.state NOT IN ('open', 'closed')))`;
}
