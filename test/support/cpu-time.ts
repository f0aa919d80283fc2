/**
 * Milliseconds that this thread has had the processor. A bound on how long something may take is one on this: a test
 * that looks at the clock fails where others keep the machine busy.
 */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
