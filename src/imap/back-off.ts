/**
 * The wait before the next try: doubling from `first` to `longest`, of which between a half and the whole is waited, so
 * that many accounts that lost the same server do not come back in step. Milliseconds; `failures` counts from 1,
 * `chance` is in [0, 1).
 */
export function backOff([first, longest]: readonly [number, number], failures: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
  return whole / 2 + (whole / 2) * chance;
}
