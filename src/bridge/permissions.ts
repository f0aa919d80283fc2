/** Who may do what. Pure: the facts about a person are looked up by whoever asks. */

/** What somebody can be allowed to do. */
export type Capability =
  /** See lists, states and help. */
  | 'read'
  /** Write what is mailed to the people of a thread, and work on the thread: claim, done, retry. */
  | 'answer'
  /** Begin a conversation. */
  | 'compose'
  /** Write to addresses outside the thread. */
  | 'outside'
  /** See originals, evidence and reasons. */
  | 'source'
  /** Say what becomes of held mail and of who may enter; move messages between threads. */
  | 'release'
  /** Manage accounts, brakes, queues and quarantine. */
  | 'manage';

/** What a member of an account's team may. */
export const TEAM: ReadonlySet<Capability> = new Set([
  'read',
  'answer',
  'compose',
  'outside',
  'source',
  'release',
  'manage',
]);

/** What anybody else in a room may. */
export const GUEST: ReadonlySet<Capability> = new Set(['read', 'answer']);
