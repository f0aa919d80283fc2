/**
 * The one builder of worlds for tests of handlers: a real database, the handlers of the program, and stand-ins for what
 * is around them. A test calls verbs (`arrivals.arrive`, `rooms.say`, `mails.say`), each of which runs the jobs of what
 * it did before it resolves; nothing runs by itself, so that nothing is waited for.
 *
 * Two other worlds are no variation of this one, because what they test is the process: `../world.ts` starts the whole
 * program, ends it at a step and starts it again, among stand-ins that outlive it; `../e2e.ts` starts it among real
 * servers. Neither can reach into a handler, and here there is no process that could end.
 */
import type { Account } from '../../../src/bridge/account/account.ts';
import type { MailInDeps } from '../../../src/incoming/mail-in.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { EventInDeps } from '../../../src/said/event-in.ts';
import type { TestDatabase } from '../database.ts';
import { Arrivals } from './arrivals.ts';
import { HandlerCore } from './core.ts';
import { testAccount } from './fixtures.ts';
import { OurMails } from './our-mails.ts';
import { Rooms } from './rooms.ts';

export interface WorldOptions {
  readonly test: TestDatabase;
  /** Support alone, where none are given. */
  readonly accounts?: readonly Account[];
  /** For tests in which mails are read. */
  readonly parser?: ParsePool;
  /** What the handlers are given instead of this world's own. */
  readonly mailIn?: Partial<MailInDeps>;
  readonly eventIn?: Partial<EventInDeps>;
}

export interface HandlerWorld {
  readonly core: HandlerCore;
  /** Mails that come in. */
  readonly arrivals: Arrivals;
  /** What people say and do in rooms. */
  readonly rooms: Rooms;
  /** Mails of ours on their way out. */
  readonly mails: OurMails;
}

/** A world in which the accounts have their rows and nothing has happened. */
export async function handlerWorld(options: WorldOptions): Promise<HandlerWorld> {
  const { test, accounts = [testAccount()], parser = noParser, mailIn = {}, eventIn = {} } = options;
  const core = new HandlerCore(test, accounts);
  await core.begin();
  return {
    core,
    arrivals: new Arrivals(core, parser, mailIn),
    rooms: new Rooms(core, eventIn),
    mails: new OurMails(core, parser),
  };
}

const readsNothing = () => Promise.reject(new Error('this world was given no parser'));
const noParser: ParsePool = {
  parse: readsNothing,
  parseHeader: readsNothing,
  readFile: readsNothing,
  readBundle: readsNothing,
  describe: readsNothing,
  check: readsNothing,
  standing: readsNothing,
  warmUp: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
