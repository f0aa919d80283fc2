/**
 * An erasure, step by step; a process that dies is followed by the next run, which goes on where it was.
 *
 * Policy. `rows`: under the lock of the account's decisions, in one transaction each, what keeps it out is written down
 * (keyed hashes), all that waits is ended, and the words go; what stands on the homeserver is asked for. A mail that is
 * read at this moment is decided before that, and found, or after it, and kept out. `late`: what a living process was
 * saying or handing over meanwhile has come to its end, and is treated likewise. `rooms`: the homeserver gives it up,
 * or refuses, which is written down. `names`: the address goes out of every other column.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from '../bridge/account/account.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import { NO_FACTS } from '../bridge/retention/erasure.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { appendAudit, forgetPerson, type AuditEntry } from '../db/record-tables/audit.ts';
import {
  beginErasure,
  countRemovals,
  forgetRemovals,
  keepErasedOut,
  loadErasure,
  noteStep,
  openErasure,
  type Erasure,
} from '../db/retention-tables/erasures.ts';
import {
  askErasedEvents,
  askErasedRooms,
  bareEvents,
  takeImported,
  bareMails,
  bareMessages,
  bareOutgoing,
  bareSends,
  bareThreads,
  isUnderWay,
  takenBy,
  type ErasedOf,
} from '../db/retention-tables/erased-rows.ts';
import { ghostsThere, roomsWith } from '../db/retention-tables/erasure-scope.ts';
import { addRemovals, nextRemovals } from '../db/retention-tables/removals.ts';
import { deleteImportedTexts, deleteMessageTexts, deleteThreadTexts } from '../db/search-tables/search-texts.ts';
import { lockDecisions } from '../db/thread-tables/threads.ts';
import type { Patience } from '../importing/patience.ts';
import type { MatrixClient } from '../matrix/client.ts';
import type { Address } from '../mail/types.ts';
import type { HeldMails } from './held-mails.ts';
import { eraseNames, namesLeft, type Names } from './names.ts';
import { importedId, scopeOf, spellingsOf, type AccountScope, type ErasureOf } from './scope.ts';
import { takeAway } from './take-away.ts';

export interface EraseDeps {
  readonly db: Database;
  readonly ids: IdKey;
  readonly codec: GhostCodec;
  readonly client: MatrixClient;
  readonly patience: Patience;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly waiting: HeldMails;
  /** Names the erasure; used where a new one begins. */
  readonly newId: () => string;
  readonly failpoint: (name: string) => void;
}

export interface EraseOrder {
  readonly of: ErasureOf;
  /** Whether also what the address writes from now on is kept out. */
  readonly forGood: boolean;
  readonly by: string;
  readonly entry: AuditEntry;
}

/** Between two looks at what a living process is doing, milliseconds. */
const LOOK_MS = 300;
/** Removals that are looked up at once. */
const PAGE = 50;

/** Erases, or goes on with what was begun. Rejects with MailroomError where it may not be. */
export async function erase(deps: EraseDeps, order: EraseOrder): Promise<Erasure> {
  const { db, patience, failpoint } = deps;
  let erasure = await patience.through(() => openErasure(db, order.of.kind, order.of.subject));
  erasure ??= await begin(deps, order);
  const names = namesOf(deps.codec, order.of);
  const step = async (from: Erasure['step'], to: Erasure['step'], work: () => Promise<Record<string, number>>) => {
    if (erasure?.step !== from) return;
    const counts = { ...erasure.counts, ...(await work()) };
    const { erasure: id } = erasure;
    await patience.through(() => db.transaction((tx) => endStep(tx, { id, to, counts, order, names })));
    failpoint(`erase:${from}`);
    erasure = await patience.through(() => loadErasure(db, id));
  };
  const { erasure: id } = erasure;
  await step('rows', 'late', () => eraseRows(deps, order, id));
  await step('late', 'rooms', () => eraseLate(deps, id));
  await step('rooms', 'names', () => eraseOnHomeserver(deps, id));
  await step('names', 'done', async () => {
    if (order.of.kind === 'thread') return {};
    const changed = await eraseNames(db, names, failpoint);
    const left = [...(await namesLeft(db, names))].map(([column, rows]) => [`left in ${column}`, rows]);
    const named = [...changed.values()].reduce((sum, count) => sum + count, 0);
    return { named, ...Object.fromEntries(left) } as Record<string, number>;
  });
  return erasure;
}

async function begin(
  { db, ids, newId, accounts, waiting }: EraseDeps,
  { of, forGood, by, entry }: EraseOrder,
): Promise<Erasure> {
  await scopeOf(db, of, accounts, waiting);
  const id = newId();
  const subjectHash = ids.erased('' as AccountId, of.kind, of.subject).make;
  await db.transaction(async (tx) => {
    await beginErasure(tx, { erasure: id, ...of, subjectHash, forGood, by });
    await appendAudit(tx, { ...entry, outcome: 'begun', facts: { erasure: id } });
  });
  const begun = await loadErasure(db, id);
  if (begun === null) throw new Error('the erasure is gone');
  return begun;
}

/** A step that is over. */
interface Step {
  readonly id: string;
  readonly to: Erasure['step'];
  readonly counts: Record<string, number>;
  readonly order: EraseOrder;
  readonly names: Names;
}

async function endStep(tx: Transaction, { id, to, counts, order, names }: Step): Promise<void> {
  await noteStep(tx, id, to, counts);
  if (to !== 'done') return;
  await forgetRemovals(tx, id);
  // Before the keys go: then it names nobody either.
  await appendAudit(tx, { ...order.entry, outcome: 'done', facts: { erasure: id } });
  for (const name of [...names.addresses, ...names.ghosts]) await forgetPerson(tx, name);
}

function namesOf(codec: GhostCodec, of: ErasureOf): Names {
  if (of.kind === 'thread') return { addresses: [], ghosts: [] };
  const addresses = spellingsOf(of.subject);
  const ghosts = addresses.flatMap((one) => [codec.ghost(one as Address), codec.claimed(one as Address)]);
  return { addresses, ghosts: [...new Set<string>(ghosts)] };
}

/** All accounts, each in a transaction of its own. */
async function eraseRows(deps: EraseDeps, order: EraseOrder, erasure: string): Promise<Record<string, number>> {
  const { db, accounts, waiting, patience, failpoint } = deps;
  const { ghosts } = namesOf(deps.codec, order.of);
  const counts: Record<string, number> = {};
  const scopes = await patience.through(() => scopeOf(db, order.of, accounts, waiting));
  for (const { account } of scopes) {
    const done = await patience.through(() =>
      db.transaction(async (tx) => {
        await lockDecisions(tx, account);
        // What was decided until now is found, and what is decided from now on knows what is kept out.
        const all = await scopeOf(tx, order.of, accounts, waiting);
        const scope = all.find((one) => one.account === account);
        if (scope === undefined) return {};
        await keepErasedOut(tx, { account, erasure }, hashesOf(deps, order, scope));
        const of = erasedOf(scope, erasure);
        for (const { room, whom } of await roomsWith(tx, account, ghosts)) {
          await addRemovals(tx, { account, erasure }, [{ kind: 'room', subject: room, whom }]);
        }
        const there = await ghostsThere(tx, ghosts);
        await addRemovals(
          tx,
          { account, erasure },
          there.map((subject) => ({ kind: 'ghost', subject })),
        );
        return eraseIn(tx, of);
      }),
    );
    for (const [what, count] of Object.entries(done)) counts[what] = (counts[what] ?? 0) + count;
    failpoint('erase:account');
  }
  return counts;
}

function erasedOf(scope: AccountScope, erasure: string): ErasedOf {
  return {
    ...{ account: scope.account, erasure, threads: scope.threads },
    messages: [
      ...scope.messages.map(({ message }) => message),
      ...scope.outgoing.map(({ outgoing }) => outgoing),
      ...scope.held.flatMap(({ message }) => message ?? []),
    ],
    mails: scope.copies.map(({ mail }) => mail),
    imported: scope.imported.map((one) => ({ import: one.import, ordinal: one.ordinal })),
  };
}

async function eraseIn(tx: Transaction, of: ErasedOf): Promise<Record<string, number>> {
  await askErasedEvents(tx, of);
  await askErasedRooms(tx, of);
  await bareEvents(tx, of.erasure);
  const sends = await bareSends(tx, of);
  await bareOutgoing(tx, of);
  await deleteMessageTexts(tx, of.messages);
  for (const thread of of.threads) await deleteThreadTexts(tx, thread);
  for (const { import: importing, ordinal } of of.imported) await deleteImportedTexts(tx, importing, [ordinal]);
  const bytes = await bareMails(tx, of);
  const imported = await takeImported(tx, of);
  const messages = await bareMessages(tx, of, NO_FACTS);
  const threads = await bareThreads(tx, of);
  return { messages, imported, threads, sends, bytes };
}

/** By what each of them is known again, under the key of now. */
function hashesOf({ ids }: EraseDeps, { of, forGood }: EraseOrder, scope: AccountScope) {
  const { account } = scope;
  const messageIds = [
    ...scope.messages.map(({ messageId }) => messageId),
    ...scope.outgoing.map(({ messageId }) => messageId),
    ...scope.imported.flatMap((one) => importedId(one) ?? []),
    ...scope.held.flatMap(({ messageId }) => messageId ?? []),
  ];
  const bytes = [...scope.copies, ...scope.imported].flatMap(({ sha256 }) => sha256?.toString('hex') ?? []);
  const before = forGood ? 'infinity' : new Date().toISOString();
  const addresses = of.kind === 'address' ? spellingsOf(of.subject) : [];
  return [
    ...messageIds.map((id) => ({ hash: ids.erased(account, 'id', id).make, kind: 'id' as const, before: null })),
    ...bytes.map((hex) => ({ hash: ids.erased(account, 'bytes', hex).make, kind: 'bytes' as const, before: null })),
    ...addresses.map((one) => ({ hash: ids.erased(account, 'address', one).make, kind: 'address' as const, before })),
  ];
}

/** Waits until nothing of it is on its way, and takes what that has left behind. */
async function eraseLate(deps: EraseDeps, erasure: string): Promise<Record<string, number>> {
  const { db, patience } = deps;
  const all = await patience.through(() => takenBy(db, erasure));
  for (const of of all) {
    if (of.messages.length === 0 && of.threads.length === 0) continue;
    while (await patience.through(() => isUnderWay(db, of))) {
      patience.goOn();
      await delay(LOOK_MS);
    }
    await patience.through(() =>
      db.transaction(async (tx) => {
        await lockDecisions(tx, of.account as AccountId);
        await askErasedEvents(tx, of);
        await bareSends(tx, of);
        await bareOutgoing(tx, of);
        await bareEvents(tx, erasure);
      }),
    );
  }
  return {};
}

/** Rooms bring events, and events bring files: until nothing is left. */
async function eraseOnHomeserver(deps: EraseDeps, erasure: string): Promise<Record<string, number>> {
  const { db, patience } = deps;
  for (;;) {
    const page = await patience.through(() => nextRemovals(db, erasure, PAGE));
    if (page.length === 0) break;
    for (const removal of page) {
      patience.goOn();
      await patience.through(() => takeAway(deps, removal));
    }
  }
  await patience.through(() => bareEvents(db, erasure));
  const counted = await patience.through(() => countRemovals(db, erasure));
  const told = counted.map(({ kind, state, reason, count }) => [
    state === 'done' ? `${kind} taken away` : `${kind} refused: ${reason ?? ''}`,
    count,
  ]);
  return Object.fromEntries(told) as Record<string, number>;
}
