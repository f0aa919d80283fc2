import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/** The one address that everything here listens on. */
export const loopback = '127.0.0.1';

/**
 * Whether a server on this loopback port greets with a line that begins so (SMTP `220 `, IMAP `* OK`), within a second.
 */
export function greets(port: number, begin: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: loopback, port, timeout: 1000 });
    const end = (well: boolean): void => {
      socket.destroy();
      done(well);
    };
    socket.once('data', (line) => {
      end(line.toString('latin1').startsWith(begin));
    });
    for (const event of ['error', 'timeout', 'close'] as const) {
      socket.once(event, () => {
        end(false);
      });
    }
  });
}

/** A port that we listen on, until it is released. */
interface Held {
  readonly port: number;
  readonly release: () => Promise<void>;
}

/** Listens on a loopback port, which keeps no process alive; null when it is taken. */
function hold(port: number): Promise<Held | null> {
  return new Promise((done) => {
    const server = createServer().unref();
    server.once('error', () => {
      done(null);
    });
    server.listen({ port, host: loopback, exclusive: true }, () => {
      done({
        port,
        release: () =>
          new Promise((released) => {
            server.close(() => {
              released();
            });
          }),
      });
    });
  });
}

/**
 * The ports that are handed out: below those that systems give to outgoing connections (Linux from 32768, IANA from
 * 49152), so that no connection takes one between the moment when it was found free and the start of its server.
 */
const range: { readonly first: number; readonly behind: number } = { first: 18_000, behind: 32_768 };

/**
 * Each process has a block of them to itself, whose first port it holds until it ends: a port is free for a while
 * whenever its server is started anew, and nobody who runs beside may take it then.
 */
const BLOCK = 256;
const blocks = Math.floor((range.behind - range.first) / BLOCK);
let own: Promise<number> | null = null;
/** How many ports this process has handed out. */
let handedOut = 0;

async function takeBlock(): Promise<number> {
  const begin = randomInt(blocks);
  for (let tried = 0; tried < blocks; tried++) {
    const first = range.first + ((begin + tried) % blocks) * BLOCK;
    if ((await hold(first)) !== null) return first;
  }
  throw new Error(`no free block of ports on ${loopback} from ${range.first} to ${range.behind - 1}`);
}

/** Holds a port of the own block that is free, each time another one. */
async function holdNext(): Promise<Held> {
  own ??= takeBlock();
  const first = await own;
  for (let tried = 1; tried < BLOCK; tried++) {
    const held = await hold(first + 1 + (handedOut++ % (BLOCK - 1)));
    if (held !== null) return held;
  }
  throw new Error(`no free port on ${loopback} from ${first} to ${first + BLOCK - 1}`);
}

/**
 * A free loopback port for each name, the remembered ones where they are still free, no two alike. Nothing holds them
 * afterwards: start the servers soon.
 */
export async function choosePorts<Name extends string>(
  names: readonly Name[],
  remembered: Partial<Record<Name, number>> = {},
): Promise<Record<Name, number>> {
  const chosen: (Held & { name: Name })[] = [];
  for (const name of names) {
    const before = remembered[name];
    const held = (before === undefined ? null : await hold(before)) ?? (await holdNext());
    chosen.push({ name, ...held });
  }
  await Promise.all(chosen.map((each) => each.release()));
  return Object.fromEntries(chosen.map(({ name, port }) => [name, port])) as Record<Name, number>;
}

/** One free loopback port; see `choosePorts`. */
export async function freePort(): Promise<number> {
  const { port } = await choosePorts(['port']);
  return port;
}
