import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { archiveThreads, type ArchiveMail } from '../../../src/bridge/thread/archive-threads.ts';
import type { MessageId } from '../../../src/mail/types.ts';

type Plain = Partial<Omit<ArchiveMail, 'messageId'>> & { readonly id: string | null };
const brand = (ids: readonly string[] = []): MessageId[] => ids.map((id) => `<${id}>` as MessageId);
const make = ({ id, ...rest }: Plain): ArchiveMail => ({
  messageId: id === null ? null : (`<${id}>` as MessageId),
  inReplyTo: [],
  references: [],
  date: 0,
  people: [],
  ...rest,
});
/** The threads of mails, each as the positions of its mails. */
function threads(mails: readonly ArchiveMail[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const [at, thread] of archiveThreads(mails).entries()) {
    const group = groups.get(thread);
    if (group === undefined) groups.set(thread, [at]);
    else group.push(at);
  }
  return [...groups.values()];
}

/** A small generator of numbers that are always the same (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * RFC 5256 section 3, REFERENCES, steps 1 to 3, as it is written: containers with children, one message after the other
 * in the order given.
 */
function referenceThreads(mails: readonly ArchiveMail[]): number[] {
  interface Container {
    parent: Container | null;
    readonly children: Set<Container>;
  }
  const table = new Map<string, Container>();
  const container = (id: string): Container => {
    const known = table.get(id) ?? { parent: null, children: new Set<Container>() };
    table.set(id, known);
    return known;
  };
  const under = (below: Container, above: Container): boolean => {
    for (let at: Container | null = below; at !== null; at = at.parent) if (at === above) return true;
    return false;
  };
  const link = (parent: Container, child: Container): void => {
    if (under(parent, child)) return;
    child.parent = parent;
    parent.children.add(child);
  };
  const own = mails.map(({ messageId, references, inReplyTo }, at) => {
    const self = container(messageId ?? `none ${at}`);
    const chain = (references.length > 0 ? references : inReplyTo.slice(0, 1)).map(container);
    for (let next = 1; next < chain.length; next++) {
      const [parent, child] = [chain[next - 1], chain[next]];
      if (parent !== undefined && child !== undefined && child.parent === null) link(parent, child);
    }
    const last = chain.at(-1);
    self.parent?.children.delete(self);
    self.parent = null;
    if (last !== undefined) link(last, self);
    return self;
  });
  const roots = new Map<Container, number>();
  return own.map((self) => {
    let root = self;
    while (root.parent !== null) root = root.parent;
    if (!roots.has(root)) roots.set(root, roots.size);
    return roots.get(root) ?? -1;
  });
}

/** Pairs of mails in one thread, of each alone and of both. */
function pairs(ours: ArrayLike<number>, theirs: ArrayLike<number>): { ours: number; theirs: number; both: number } {
  const count = (keys: readonly string[]): number => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const a = Array.from(ours, String);
  const b = Array.from(theirs, String);
  return { ours: count(a), theirs: count(b), both: count(a.map((key, at) => `${key} ${b[at] ?? ''}`)) };
}

/** Conversations with forks, parents that are missing, short References, ids that are addresses, in any order. */
function generated(size: number, next: () => number): ArchiveMail[] {
  const mails: ArchiveMail[] = [];
  let thread: { id: string; chain: string[] }[] = [];
  for (let at = 0; at < size; at++) {
    if (thread.length === 0 || next() < 0.15) thread = [];
    const id = `${at}.${Math.floor(next() * 1e9)}@host${at % 7}.example`;
    const parent = thread[Math.floor(next() * thread.length)];
    const chain = parent === undefined ? [] : [...parent.chain, parent.id];
    const people = [`person${at % 50}@outside.example`, 'support@ours.example'];
    const kept = next() < 0.1 ? chain.slice(-2) : next() < 0.1 ? [] : chain;
    const written = next() < 0.005 && chain.length === 0 ? ['support@ours.example'] : kept;
    thread.push({ id, chain });
    // One in ten is missing.
    if (next() < 0.1) continue;
    mails.push(
      make({
        id: next() < 0.01 ? null : id,
        references: next() < 0.1 ? [] : brand(written),
        inReplyTo: brand(written.slice(-1)),
        date: at * 60_000,
        people,
      }),
    );
  }
  for (let at = mails.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const [a, b] = [mails[at], mails[other]];
    if (a !== undefined && b !== undefined) [mails[at], mails[other]] = [b, a];
  }
  return mails;
}

describe('threads of an archive', () => {
  it('join answers in any order, over a parent that is not there', () => {
    const mails = [
      make({ id: 'c', references: brand(['a', 'b']), date: 3 }),
      make({ id: 'd', references: brand(['b']), date: 4 }),
      make({ id: 'x', date: 1 }),
      make({ id: 'a', date: 1 }),
    ];
    assert.deepEqual(threads(mails), [[0, 1, 3], [2]]);
    assert.deepEqual(threads([...mails].reverse()), [[0, 2, 3], [1]]);
  });

  it('go by References before In-Reply-To, and by the first of that', () => {
    const mails = [
      make({ id: 'a' }),
      make({ id: 'b' }),
      make({ id: 'c', references: brand(['a']), inReplyTo: brand(['b']) }),
      make({ id: 'd', inReplyTo: brand(['b', 'a']) }),
    ];
    assert.deepEqual(threads(mails), [
      [0, 2],
      [1, 3],
    ]);
  });

  it('do not join what names an address in place of an id', () => {
    const people = ['support@ours.example'];
    const mails = ['a', 'b', 'c'].map((id) => make({ id, inReplyTo: brand(['Support@ours.example']), people }));
    assert.equal(threads(mails).length, 3);
    // But where a mail has it as its id, it is one.
    assert.equal(threads([...mails, make({ id: 'Support@ours.example' })]).length, 1);
  });

  it('believe a mail that names its parent before others, and later mails of one that names none', () => {
    const mails = [
      make({ id: 'root', date: 2 }),
      make({ id: 'other', date: 1 }),
      make({ id: 'knows', references: brand(['root']), date: 3 }),
      make({ id: 'claims', references: brand(['other', 'knows']), date: 4 }),
    ];
    assert.deepEqual(threads(mails), [[0, 2, 3], [1]]);
    const later = make({ id: 'later', references: brand(['other', 'root']), date: 5 });
    assert.deepEqual(threads([...mails, later]), [[0, 1, 2, 3, 4]]);
    assert.deepEqual(threads([...mails, { ...later, date: 1 }]), [[0, 2, 3, 4], [1]]);
  });

  it('take circles, copies and mails without an id', () => {
    const mails = [
      make({ id: 'a', references: brand(['b']) }),
      make({ id: 'b', references: brand(['a']) }),
      make({ id: 'a', references: brand(['b']) }),
      make({ id: null, references: brand(['a', 'a']) }),
      make({ id: null }),
      make({ id: 'self', references: brand(['self']) }),
    ];
    assert.deepEqual(threads(mails), [[0, 1, 2, 3], [4], [5]]);
  });

  it('are those of RFC 5256 over 10,000 mails: none joined that it keeps apart, 99 of 100 that it joins', () => {
    const mails = generated(10_000, random(7));
    const inOrder = mails.map((_, at) => at).sort((a, b) => (mails[a]?.date ?? 0) - (mails[b]?.date ?? 0));
    const reference = new Array<number>(mails.length);
    for (const [at, thread] of referenceThreads(inOrder.flatMap((place) => mails[place] ?? [])).entries()) {
      reference[inOrder[at] ?? 0] = thread;
    }
    const { ours, theirs, both } = pairs(archiveThreads(mails), reference);
    assert.ok(theirs > 20_000, `${theirs}`);
    assert.equal(both, ours);
    assert.ok(both / theirs >= 0.99, `${both} of ${theirs}`);
  });

  it('are the same whatever the order of the mails', () => {
    const mails = generated(2_000, random(11));
    const turned = [...mails].reverse();
    const there = archiveThreads(mails);
    const back = [...archiveThreads(turned)].reverse();
    const { ours, theirs, both } = pairs(there, back);
    assert.deepEqual([ours, theirs], [both, both]);
  });

  it('cost as much for each mail of a long thread as of a short one', () => {
    // A thread of 20,000, each of which names the one before alone: quadratic work would not end.
    const mails = Array.from({ length: 20_000 }, (_, at) =>
      make({ id: String(at), references: at === 0 ? [] : brand([String(at - 1)]), date: -at }),
    );
    assert.equal(threads(mails).length, 1);
  });
});
