import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type HomeserverKind, homeserverKinds } from '../servers/homeserver.ts';
import { projectRoot } from '../servers/paths.ts';

/** What the demo was asked for. */
export interface DemoOptions {
  readonly once: boolean;
  readonly homeserver: HomeserverKind;
  /** Absolute. */
  readonly state: string;
  readonly yes: boolean;
  readonly help: boolean;
}

export const usage = `Plays Mailroom's main job on real servers: a mail becomes a room, an answer in the room a mail.

  npm run demo [-- OPTIONS]

  --once             play it once and stop; exit code 0 only if every step was seen on the other side
  --homeserver NAME  synapse (default), dendrite, or a Synapse with the rules of a government's messenger: tim, epa,
                     tchap; all but the first play a longer story, on everything that a homeserver has a part in
  --state DIR        where its files are kept (default: .demo, or .demo-NAME); DIR/endpoints.json is for programs that
                     join in
  --yes              do not ask before Debian packages are installed (CI=true says the same)
  --help             this

Without --once everything stays up until Ctrl-C. All of it listens on 127.0.0.1, on ports that were free; no mail leaves
the machine. Exit code 1: a step was not seen, or a server did not start; 2: wrong options, or something has to be
installed first, and the message names the command.`;

/** Reads the command line; throws a TypeError that says what is wrong with it. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      homeserver: { type: 'string', default: 'synapse' },
      state: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  const homeserver = homeserverKinds.find((kind) => kind === values.homeserver);
  if (homeserver === undefined) {
    throw new TypeError(`--homeserver is one of ${homeserverKinds.join(', ')}, not ${values.homeserver}`);
  }
  const folder = homeserver === 'synapse' ? '.demo' : `.demo-${homeserver}`;
  return { ...values, homeserver, state: resolve(values.state ?? join(projectRoot, folder)) };
}
