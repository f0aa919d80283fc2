import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of a process that stays near what it holds. Called once, before anything is loaded: a generation that
 * has grown stays as large.
 *
 * The young one, because what Mailroom moves are buffers, whose bytes lie outside the heap and are freed when it is
 * collected; V8 lets it grow to 16 MB of objects first, behind which 100 MB of dead buffers gather. A 50 MB attachment
 * cost 138 MB over the base before, 60 MB with this (npm run bench tells). The old one, because V8 lets it become up to
 * four times as large before it is collected, and keeps the pages afterwards: a thousand accounts that connect left 330
 * MB, with a fifth on top of what is alive 240 MB. Reading mails took as much processor time as before, within the 20 %
 * by which two runs differed; with a tenth it took 20 % more (docs/decisions/0052).
 *
 * @param young MB of half of the young one. An import has 2: with 1 it took a third more processor time, with 4 its
 *   memory came to 290 MB (npm run bench -- --archive)
 */
export function keepHeapSmall(young = 1): void {
  setFlagsFromString(`--max-semi-space-size=${String(young)}`);
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
