/** How much is in quarantine, in words. Pure. */
import type { Say } from './words.ts';

/** Over the list of what is in quarantine; `shown` of `total` follow. */
export function quarantineCount(say: Say, shown: number, total: number): string {
  return shown === total
    ? say('operations-quarantine-count', { total })
    : say('operations-quarantine-count-latest', { total, shown });
}
