/** How far work may go on ahead of the one whose result is next. */
export interface Ahead<In> {
  /** Items under way at the same time. */
  readonly most: number;
  /** What an item weighs, and what all that are under way may weigh together; one alone may weigh more. */
  readonly weight?: { readonly of: (item: In) => number; readonly most: number };
}

/**
 * The results of `work` in the order of its items, which are begun in that order and go on at the same time. What
 * `work` rejects with is thrown where its result would have come; what is under way then is waited for.
 */
export async function* workInOrder<In, Out>(
  items: AsyncIterable<In> | Iterable<In>,
  { most, weight }: Ahead<In>,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const queue: { readonly result: Promise<Out>; readonly weighs: number }[] = [];
  let held = 0;
  try {
    for await (const item of items) {
      const weighs = weight?.of(item) ?? 0;
      while (queue.length >= most || (queue.length > 0 && held + weighs > (weight?.most ?? Infinity))) {
        const [first] = queue;
        if (first === undefined) break;
        yield await first.result;
        held -= first.weighs;
        queue.shift();
      }
      const result = work(item);
      // Looked at when its turn comes.
      result.catch(() => undefined);
      queue.push({ result, weighs });
      held += weighs;
    }
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      yield await first.result;
      queue.shift();
    }
  } finally {
    await Promise.allSettled(queue.map(({ result }) => result));
  }
}
