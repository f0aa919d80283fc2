import { connect, createServer } from 'node:net';

/** The one address that everything here listens on. */
export const loopback = '127.0.0.1';

/** Whether a server on this loopback port greets with a line that begins so (SMTP `220 `, IMAP `* OK`), within a second. */
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

/** Listens on a loopback port (0: any) and hands out the number while it is held; null when it is taken. */
function hold(port: number): Promise<{ port: number; release: () => Promise<void> } | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(null);
    });
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
      done({
        port: address.port,
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
 * A free loopback port for each name, the remembered ones where they are still free, no two alike. Nothing holds them
 * afterwards: start the servers soon.
 */
export async function choosePorts<Name extends string>(
  names: readonly Name[],
  remembered: Partial<Record<Name, number>> = {},
): Promise<Record<Name, number>> {
  const held: { name: Name; port: number; release: () => Promise<void> }[] = [];
  for (const name of names) {
    const before = remembered[name];
    const held1 = (before === undefined ? null : await hold(before)) ?? (await hold(0));
    if (held1 === null) throw new Error('no free loopback port');
    held.push({ name, ...held1 });
  }
  await Promise.all(held.map((each) => each.release()));
  return Object.fromEntries(held.map(({ name, port }) => [name, port])) as Record<Name, number>;
}
