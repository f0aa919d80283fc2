/** Whether a signal has aborted by now: a function, since the compiler takes its property for unchanging. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
