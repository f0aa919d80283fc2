/**
 * Whether somebody who had no part in a conversation belongs to it when they name a mail of it that others wrote. The
 * same table stands in docs/security.md.
 */
import type { AuthenticationVerdict } from '../../mail/authentication/verdict.ts';
import type { BelongingRow } from '../types.ts';

/**
 * colleague: joins as themselves, and the room is told. newcomer: joins marked, and the room is asked. Neither gets an
 * answer before somebody who takes part writes to them, or a member says yes. apart: begins a conversation of their
 * own, linked with the one that they name.
 */
type Belonging = 'colleague' | 'newcomer' | 'apart';

const TABLE: Readonly<Record<BelongingRow['relation'], Readonly<Record<AuthenticationVerdict, Belonging>>>> = {
  'same-organisation': { pass: 'colleague', unchecked: 'newcomer', fail: 'apart' },
  'names-participants': { pass: 'newcomer', unchecked: 'newcomer', fail: 'apart' },
  other: { pass: 'newcomer', unchecked: 'apart', fail: 'apart' },
};

/** Decides. */
export function belongingOf({ relation, verdict }: BelongingRow): Belonging {
  return TABLE[relation][verdict];
}
