import assert from 'node:assert/strict';
import { memberActs } from '../../../src/begun/member-act.ts';
import type { Account } from '../../../src/bridge/account/account.ts';
import { readFailures } from '../../../src/handling/matrix-failure.ts';
import { OtherRequests } from '../../../src/matrix/others.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { Worker, type WorkerDeps } from '../../../src/queue/worker.ts';
import { matrixSend } from '../../../src/rooms/matrix-send.ts';
import type { suiteParser } from '../suite.ts';
import type { TestDatabase } from '../database.ts';
import { StandInHomeserver } from '../homeserver.ts';
import type { Arrivals } from './arrivals.ts';
import type { Puppets } from '../../../src/matrix/puppets.ts';
import { matrixWorld, type MatrixWorld } from './matrix.ts';
import type { Rooms as SaidInRooms } from './rooms.ts';
import { handlerWorld } from './world.ts';

/** Sends of an account on their way to a stand-in homeserver, by the real workers, which `start` sets to work. */
export interface Sending {
  readonly homeserver: StandInHomeserver;
  readonly matrix: MatrixWorld;
  readonly arrivals: Arrivals;
  /** What is pushed, where a test pushes it. */
  readonly said: SaidInRooms;
  /** How each run of a send's job ended, counted a moment after the job is seen to be over. */
  readonly ends: string[];
  /** What the log warned of. */
  readonly warned: string[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Lets every job run now, as if its pause were over, until something is so that stays so. */
  hurryUntil(isSo: () => boolean | Promise<boolean>): Promise<void>;
  /** The same until nothing waits any more: it is sent, or set aside. */
  settle(): Promise<void>;
  /** Stops the workers and ends all that was started here, the database with it. */
  end(): Promise<void>;
}

/** Both queues that speak to the homeserver, over a database of their own. */
export async function sendingWorld(
  test: TestDatabase,
  parser: ReturnType<typeof suiteParser>,
  account: Account,
  more: {
    /** Who speaks as themselves, over that homeserver. */
    readonly puppets?: (url: string) => Puppets;
  } = {},
): Promise<Sending> {
  const homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
  const matrix = matrixWorld(homeserver.url, test);
  await matrix.ghosts.startBot('Mailroom');
  const puppets = more.puppets?.(homeserver.url);
  const names = puppets === undefined ? {} : { puppets };
  const { arrivals, rooms: said } = await handlerWorld({
    test,
    parser,
    accounts: [account],
    mailIn: names,
    eventIn: names,
  });
  const life = await Heartbeat.start(test.db, { leaseMs: 60_000, onError: assert.ifError });
  const [ends, warned]: [string[], string[]] = [[], []];
  let now = 0;
  const others = new OtherRequests(matrix.client, () => (now += 60_000));
  const { client, rooms, ghosts: matrixGhosts, threadRooms, media } = matrix;
  const log = { ...arrivals.deps.log, warn: (message: string) => void warned.push(message) };
  const failpoint = (): void => undefined;
  const failure = readFailures(() => others.answered());
  const common = { ...arrivals.deps, log, client, rooms, matrixGhosts, threadRooms, failure, failpoint };
  const deps: WorkerDeps = {
    db: test.db,
    log,
    accounts: () => [account.id],
    random: () => 0,
    failpoint,
    count: (queue, end) => {
      if (queue === 'matrix-send') ends.push(end);
    },
  };
  const workers = [
    new Worker(
      matrixSend({
        ...common,
        ...(puppets === undefined ? {} : { voices: puppets }),
        media,
        thumbnail: null,
        countSend: () => undefined,
      }),
      deps,
    ),
    new Worker(memberActs(common), deps),
  ];
  const stop = async (): Promise<void> => {
    for (const worker of workers) await worker.stop();
  };
  const hurryUntil: Sending['hurryUntil'] = async (isSo) => {
    while (!(await isSo())) {
      await test.db.query(
        `UPDATE jobs SET run_at = now() WHERE job IN (
             SELECT job FROM jobs WHERE owner IS NULL AND run_at > now() FOR UPDATE SKIP LOCKED)`,
      );
      for (const worker of workers) worker.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    ...{ homeserver, matrix, arrivals, said, ends, warned, stop, hurryUntil },
    start: async () => {
      for (const worker of workers) await worker.start();
    },
    settle: () =>
      hurryUntil(async () => (await test.db.query(`SELECT FROM jobs WHERE state = 'ready'`)).rowCount === 0),
    end: async () => {
      await stop();
      puppets?.close();
      await life.stop();
      await matrix.close();
      await homeserver.stop();
      await test.close();
    },
  };
}
