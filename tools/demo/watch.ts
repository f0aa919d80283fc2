import { setTimeout as delay } from 'node:timers/promises';
import { findProcess, type Running } from '../servers/process.ts';

/**
 * Says when one of the servers ends although nobody here stopped it, how to start it again, and when it runs again. The
 * process of somebody else is never touched. `changed` is called after each of these. Ends with the signal.
 */
export function watchServers(
  servers: readonly Running[],
  say: (text: string) => void,
  changed: () => Promise<void>,
  signal: AbortSignal,
): void {
  const over = (): boolean => signal.aborted;
  const lost = async (server: Running, how: string): Promise<void> => {
    say(`${server.name} has ended (${how}); everything else stays up. Start it again with\n    ${server.commandLine}`);
    await changed();
    while (!over()) {
      await delay(500, undefined, { signal }).catch(() => undefined);
      const pid = await findProcess(server.argv);
      if (pid === null) continue;
      say(`${server.name} runs again, started by somebody else (process ${pid}): Ctrl-C here will leave it running`);
      await changed();
      // Not our child: its end shows only by looking.
      while (!over() && (await findProcess(server.argv)) === pid)
        await delay(500, undefined, { signal }).catch(() => undefined);
      if (over()) return;
      say(`${server.name} has ended again`);
      await changed();
    }
  };
  for (const server of servers) {
    const off = server.onCrash((how) => void lost(server, how));
    signal.addEventListener('abort', off);
  }
}
