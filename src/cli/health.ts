import { get } from 'node:http';
import { isIPv6 } from 'node:net';
import { errorCode } from '../base/errors.ts';
import { loadObservability } from '../config/config.ts';
import { CONFIG_OPTION, configFile, EXIT, readArgs, type Command } from './command.ts';

/** Milliseconds; shorter than what container engines wait for a health check by default in our image (5 s). */
const PATIENCE_MS = 4_000;

/** `mailroom health` */
export const healthCommand: Command = {
  summary: 'ask a running bridge whether it works, for containers',
  help: `Usage: mailroom health [--config FILE]

Asks /health at observability.listen of the config, and nothing else of the config. It is the health check of the
container image; elsewhere ask that address itself. Whether database and homeserver answer is what /ready says.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)

Exit codes: 0 it works, 1 it does not or is not there, 78 the config has no such address.
`,
  async run(args, io) {
    const { listen } = loadObservability(configFile(io, readArgs(args, CONFIG_OPTION).config));
    const url = `${healthOrigin(listen)}/health`;
    try {
      const status = await statusOf(url);
      if (status === 200) {
        io.out(`${url} says that it works\n`);
        return EXIT.ok;
      }
      io.err(`${url} answers ${status}\n`);
    } catch (error) {
      io.err(`${url} does not answer (${errorCode(error)})\n`);
    }
    return EXIT.failed;
  },
};

/** How a listener is reached from its own machine: what listens everywhere listens on loopback too. */
export function healthOrigin({ host, port }: { readonly host: string; readonly port: number }): string {
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(here) ? `[${here}]` : here}:${port}`;
}

/** Not by `fetch`, which refuses ports that browsers refuse. */
function statusOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, signal: AbortSignal.timeout(PATIENCE_MS) }, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    request.once('error', reject);
  });
}
