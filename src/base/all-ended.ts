/**
 * Waits for all of them, whatever becomes of one, and throws the first error then: for work on something that ends with
 * its caller, such as a transaction.
 */
export async function allEnded<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
