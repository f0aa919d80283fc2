/** What the room is told of brakes and the breaker. */
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { BrakeWhy } from '../mail/words-brakes.ts';
import type { BreakerReason } from './brakes-breaker.ts';
import type { Brake } from './brakes.ts';
import { renderLines } from './commands.ts';
import type { Rendered } from './commands.ts';

const WHY: Readonly<Record<Brake, BrakeWhy>> = {
  'own-hop': 'came-back',
  hops: 'came-back',
  received: 'received',
  'repeated-body': 'repeated',
  'returned-body': 'repeated',
  latched: 'stopped',
  'rate-sender-in-thread': 'rate',
  'rate-sender': 'rate',
  'rate-thread': 'rate',
  'rate-account': 'rate',
  steady: 'steady',
};

/** To the author of an answer that is held. */
export function renderHeld(brake: Brake, language: Language): Rendered {
  const say = words(language).brakes;
  return renderLines([say.held(say.why[WHY[brake]]), say.heldHow]);
}

/** To everybody in the lobbies: nothing goes out any more. */
export function renderTripped(reason: BreakerReason, count: number, language: Language): Rendered {
  const say = words(language).brakes;
  return renderLines([say.tripped(reason, count), say.trippedHow]);
}

/** A time as it is said in a room: to the minute, UTC. */
export function shortTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
