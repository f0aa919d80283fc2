/**
 * The threads of an archive, over all of its mails at once. By ids alone: RFC 5256's REFERENCES without its last steps,
 * which join by subject, since in an archive nobody is a newcomer and nobody waits. The order in which the mails lie
 * there changes nothing: what a mail says of itself counts first, and of what others say of it the oldest.
 */
import type { MessageId } from '../../mail/types.ts';
import type { ThreadIds } from './thread.ts';

/** What is read of a mail; as few as 100,000 of them fit into little memory. */
export interface ArchiveMail extends Omit<ThreadIds, 'messageId'> {
  /** Null where it has none: then nobody can have answered it by its id. */
  readonly messageId: MessageId | null;
  /** Milliseconds of its date, null where it has none. */
  readonly date: number | null;
  /** `addressKey` of everybody whom it names; an id that is the address of one is nobody's id. */
  readonly people: readonly string[];
}

/**
 * The thread of each mail, as the position of one of its mails; those with the same number are one thread. Copies of a
 * mail (the same id) are in one thread.
 *
 * - A mail's parent is the last of its References, else the first of its In-Reply-To; so it says itself (RFC 5256
 *   section 3, REFERENCES, step 1, B).
 * - Of a mail that is not there, and of one that names no parent, the References of others tell it (step 1, A), the
 *   oldest of them first; of one that is there only those of later mails, since nobody can answer what is not written.
 * - What would make a circle is left out.
 */
export function archiveThreads(mails: readonly ArchiveMail[]): Int32Array {
  const ids = new Ids();
  const people = new Set(mails.flatMap((mail) => mail.people));
  const own = mails.map(({ messageId }) => (messageId === null ? ids.anonymous() : ids.of(messageId)));
  const present = new Set(own);
  const chains = mails.map((mail) => {
    const named = mail.references.length > 0 ? mail.references : mail.inReplyTo.slice(0, 1);
    return named.flatMap((id) => {
      if (id === mail.messageId) return [];
      const number = ids.known(id);
      if (number !== undefined && present.has(number)) return [number];
      return isSomebody(id, people) ? [] : [ids.of(id)];
    });
  });
  const order = inOrderOfDates(mails);
  const tree = new Tree(ids.count);
  const seen = new Set<number>();
  for (const at of order) {
    const id = own[at] ?? 0;
    // A copy says nothing new: the oldest with that id has spoken.
    if (seen.has(id)) continue;
    seen.add(id);
    const parent = chains[at]?.at(-1);
    if (parent !== undefined) tree.link(parent, id);
  }
  seen.clear();
  for (const at of order) {
    const chain = chains[at] ?? [];
    for (let next = 1; next < chain.length; next++) {
      const parent = chain[next - 1];
      const child = chain[next];
      if (parent === undefined || child === undefined) continue;
      if (!present.has(child) || seen.has(child)) tree.link(parent, child);
    }
    seen.add(own[at] ?? 0);
  }
  return numbered(own.map((id) => tree.root(id)));
}

/** Whether an id is the address of somebody, which careless programs write into In-Reply-To. */
function isSomebody(id: MessageId, people: ReadonlySet<string>): boolean {
  return people.has(id.replace(/^<|>$/g, '').toLowerCase());
}

/** The positions of the mails, oldest first; those without a date last. Of one moment by their ids. */
function inOrderOfDates(mails: readonly ArchiveMail[]): number[] {
  const key = (at: number): number => mails[at]?.date ?? Number.POSITIVE_INFINITY;
  const text = (at: number): string => mails[at]?.messageId ?? '';
  return mails
    .map((_, at) => at)
    .sort((a, b) => (key(a) === key(b) ? (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a - b) : key(a) - key(b)));
}

/** For each root the first position that has it. */
function numbered(roots: readonly number[]): Int32Array {
  const first = new Map<number, number>();
  return Int32Array.from(roots, (root, at) => {
    const seen = first.get(root);
    if (seen !== undefined) return seen;
    first.set(root, at);
    return at;
  });
}

/** Ids as small numbers. */
class Ids {
  private readonly numbers = new Map<string, number>();
  count = 0;

  of(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.count);
    return this.count++;
  }

  known(id: string): number | undefined {
    return this.numbers.get(id);
  }

  anonymous(): number {
    return this.count++;
  }
}

/** Parents, each set once. Roots are found by a shortened way, so that a long chain costs little. */
class Tree {
  private readonly parents: Int32Array;
  private readonly shortcuts: Int32Array;

  constructor(count: number) {
    this.parents = new Int32Array(count).fill(-1);
    this.shortcuts = new Int32Array(count).fill(-1);
  }

  /** Does nothing where the child has a parent, or would be its own ancestor. */
  link(parent: number, child: number): void {
    if ((this.parents[child] ?? 0) >= 0 || this.root(parent) === child) return;
    this.parents[child] = parent;
    this.shortcuts[child] = parent;
  }

  /** Parents never change once they are set, so that a way that was found stays one. */
  root(of: number): number {
    let root = of;
    for (let up = this.shortcuts[root] ?? -1; up >= 0; up = this.shortcuts[root] ?? -1) root = up;
    for (let at = of; at !== root;) {
      const next = this.shortcuts[at] ?? root;
      this.shortcuts[at] = root;
      at = next;
    }
    return root;
  }
}
