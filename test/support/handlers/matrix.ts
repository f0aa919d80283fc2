/**
 * The matrix side over a stand-in homeserver and a real database, for tests of rooms, ghosts, media and reading back.
 */
import { facesOf } from '../../../src/bridge/room/avatar.ts';
import type { GhostCodec, IdKey } from '../../../src/bridge/ids.ts';
import { ThreadRooms } from '../../../src/rooms/thread-rooms.ts';
import { MatrixBridge } from '../../../src/matrix/bridge.ts';
import { MatrixClient } from '../../../src/matrix/client.ts';
import { Ghosts } from '../../../src/matrix/ghosts.ts';
import { Media } from '../../../src/matrix/media.ts';
import { makeRegistration } from '../../../src/matrix/registration.ts';
import { Rooms } from '../../../src/matrix/rooms.ts';
import type { TestDatabase } from '../database.ts';
import { domain, ghosts as codec, ids, quiet } from './fixtures.ts';

/** Thrown by a failpoint: the process would have ended there. */
export class Crash extends Error {}

export interface MatrixWorld {
  readonly asToken: string;
  readonly client: MatrixClient;
  readonly bridge: MatrixBridge;
  readonly codec: GhostCodec;
  readonly ids: IdKey;
  readonly ghosts: Ghosts;
  readonly rooms: Rooms;
  readonly threadRooms: ThreadRooms;
  readonly media: Media;
  /** Steps that were passed, in order. */
  readonly steps: string[];
  /** The process ends (throws Crash) at this step, at every passing while it is set. */
  crashAt(step: string | null): void;
  close(): Promise<void>;
}

/** Everything of src/matrix over one homeserver; a second one over the same database is a restarted process. */
export function matrixWorld(
  url: string,
  test: TestDatabase,
  tokens: { as_token: string; hs_token: string } = { as_token: 'as', hs_token: 'hs' },
): MatrixWorld {
  const { db } = test;
  const client = new MatrixClient({ url, token: tokens.as_token, timeoutMs: 20_000 });
  const facts = { url: 'http://appservice.invalid', domain, bot: 'mailroom', ghostPrefix: 'mail_' };
  const bridge = new MatrixBridge({
    registration: makeRegistration(facts, tokens),
    homeserverUrl: url,
    domain,
    client,
  });
  const steps: string[] = [];
  let end: string | null = null;
  const failpoint = (name: string): void => {
    steps.push(name);
    if (name === end) throw new Crash(name);
  };
  const ghosts = new Ghosts({
    client,
    bridge,
    db,
    codec,
    failpoint,
    avatars: { of: () => Promise.resolve(null) },
    faces: facesOf(codec),
  });
  const rooms = new Rooms({ client, bridge, db, ids, codec, log: quiet, failpoint });
  return {
    asToken: tokens.as_token,
    client,
    bridge,
    codec,
    ids,
    ghosts,
    rooms,
    threadRooms: new ThreadRooms({ db, client, rooms, ghosts, codec }),
    media: new Media({ client, db, failpoint }),
    steps,
    crashAt: (step) => (end = step),
    async close() {
      client.close();
      await bridge.close();
    },
  };
}
