/** What rooms are told of stopped answers and of the circuit breaker. */
import { words } from '../../words/words.ts';
import type { Language, VariantOf } from '../../words/words.ts';
import type { BreakerReason } from './breaker.ts';
import type { StopReason } from './loop-guard.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';

const WHY: Readonly<Record<StopReason, VariantOf<'brakes-why-'>>> = {
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
  'rate-sender-first': 'first',
  steady: 'steady',
};

/** To the author of an answer that was stopped. */
export function renderStopped(reason: StopReason, language: Language): NoticeContent {
  const say = words(language);
  const how = say('brakes-stopped-how');
  // What is stopped for its steady pace stays so at any pace.
  const then = reason === 'steady' ? how : `${how} ${say('brakes-slow-passes')}`;
  return renderLines([say('brakes-stopped', { why: say(`brakes-why-${WHY[reason]}`) }), then]);
}

/** To everybody in the lobbies: nothing goes out any more. */
export function renderTripped(reason: BreakerReason, count: number, language: Language): NoticeContent {
  const say = words(language);
  return renderLines([say(`brakes-tripped-${reason}`, { count }), say('brakes-tripped-how')]);
}
