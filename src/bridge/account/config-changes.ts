/** What a reload changed in a process, as it is told: by names and paths, never by values. Pure. */
import type { AccountId, UserId } from '../types.ts';

/** What changed of an account that was there before and is there now. */
export interface AccountChange {
  readonly account: AccountId;
  /** Paths below the account of what changed, such as `imap.password`; the team not among them. */
  readonly fields: readonly string[];
  readonly membersAdded: readonly UserId[];
  readonly membersRemoved: readonly UserId[];
}

export interface ConfigChanges {
  readonly added: readonly AccountId[];
  readonly removed: readonly AccountId[];
  readonly changed: readonly AccountChange[];
  /** Paths of what changed besides accounts and was taken, such as `permissions` or `times.poll`. */
  readonly taken: readonly string[];
  /** Paths of what changed and is left as it was until a restart. */
  readonly needsRestart: readonly string[];
}

export const noChanges: ConfigChanges = { added: [], removed: [], changed: [], taken: [], needsRestart: [] };

/** Two changes one after the other, as one. */
export function joinedChanges(first: ConfigChanges, then: ConfigChanges): ConfigChanges {
  const both = <Item>(a: readonly Item[], b: readonly Item[]): Item[] => [...new Set([...a, ...b])];
  const accounts = both(
    first.changed.map(({ account }) => account),
    then.changed.map(({ account }) => account),
  );
  return {
    added: both(first.added, then.added),
    removed: both(first.removed, then.removed),
    changed: accounts.map((account) => {
      const [a, b] = [first, then].map(({ changed }) => changed.find((one) => one.account === account));
      return {
        account,
        fields: both(a?.fields ?? [], b?.fields ?? []),
        membersAdded: both(a?.membersAdded ?? [], b?.membersAdded ?? []),
        membersRemoved: both(a?.membersRemoved ?? [], b?.membersRemoved ?? []),
      };
    }),
    taken: both(first.taken, then.taken),
    needsRestart: both(first.needsRestart, then.needsRestart),
  };
}

/** One thing that is wrong with a config: where, and what was expected there. Never a value. */
export interface RefusedField {
  readonly path: string;
  readonly text: string;
}

/** What one process has. */
export interface ProcessStanding {
  readonly name: string;
  /** The last generation that it has looked at. */
  readonly generation: number;
  /** Why it has not taken that one; null where it has. */
  readonly refused: readonly RefusedField[] | null;
  readonly fingerprint: string;
  readonly changes: ConfigChanges;
}

/** How far a reload came. */
export interface ReloadOutcome {
  readonly generation: number;
  readonly processes: readonly {
    readonly name: string;
    /** waiting: it has not looked yet. other-file: taken, from a file that is not the one that was checked. */
    readonly state: 'taken' | 'other-file' | 'refused' | 'waiting';
    readonly refused: readonly RefusedField[];
  }[];
  /** Of those that have taken it, together. */
  readonly changes: ConfigChanges;
}

/** How far a reload came, by what the living processes have. */
export function reloadOutcome(
  wanted: { readonly generation: number; readonly fingerprint: string },
  processes: readonly ProcessStanding[],
): ReloadOutcome {
  const taken = processes.filter(({ generation, refused }) => generation >= wanted.generation && refused === null);
  return {
    generation: wanted.generation,
    processes: processes.map(({ name, generation, refused, fingerprint }) => {
      if (generation < wanted.generation) return { name, state: 'waiting', refused: [] };
      if (refused !== null) return { name, state: 'refused', refused };
      return { name, state: fingerprint === wanted.fingerprint ? 'taken' : 'other-file', refused: [] };
    }),
    changes: taken.map(({ changes }) => changes).reduce(joinedChanges, noChanges),
  };
}

/** Whether every living process has looked at it: no more will come of it by itself. */
export function isLookedAt({ processes }: ReloadOutcome): boolean {
  return processes.every(({ state }) => state !== 'waiting');
}

/** Whether every living process has taken it. */
export function isTakenByAll({ processes }: ReloadOutcome): boolean {
  return processes.every(({ state }) => state === 'taken' || state === 'other-file');
}
