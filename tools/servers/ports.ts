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

/** Listens on a loopback port; null when it is taken. */
function hold(port: number): Promise<Held | null> {
  return new Promise((done) => {
    const server = createServer();
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

/** The last one that this process handed out; processes that run side by side begin at different places. */
let latest = randomInt(range.first, range.behind);

/** Holds a port of the range that is free, each time another one. */
async function holdNext(): Promise<Held> {
  for (let tried = range.first; tried < range.behind; tried++) {
    latest = latest + 1 < range.behind ? latest + 1 : range.first;
    const held = await hold(latest);
    if (held !== null) return held;
  }
  throw new Error(`no free port on ${loopback} from ${range.first} to ${range.behind - 1}`);
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
