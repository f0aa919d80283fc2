/** SIGHUP, from the first moment of the process on: where nobody listens, it ends the process. Imports nothing. */

/**
 * Takes every SIGHUP from now on, and returns how to listen: whoever does is called for each, and at once where one
 * came before.
 */
export function keepHangups(): (listener: () => void) => void {
  let kept = false;
  let hear = (): void => {
    kept = true;
  };
  process.on('SIGHUP', () => hear());
  return (listener) => {
    hear = listener;
    if (kept) listener();
  };
}
