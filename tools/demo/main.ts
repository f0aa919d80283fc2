import type { HomeserverKind } from '../servers/homeserver.ts';
import { CannotInstall, installServers } from '../servers/install.ts';
import { until } from '../servers/wait.ts';
import { endpointsFile, writeEndpoints } from './endpoints.ts';
import { type Environment, startEnvironment } from './environment.ts';
import { playHomeStory } from './home-story.ts';
import { MatrixUser } from './matrix-user.ts';
import { type DemoOptions, readOptions, usage } from './options.ts';
import { enterSpace } from './spaces.ts';
import { StateInUse } from './state.ts';
import { playStory } from './story.ts';
import { Transcript } from './transcript.ts';
import { watchServers } from './watch.ts';

/** How the homeservers are called in what the demo says. */
const homeserverNames = {
  synapse: 'Synapse',
  dendrite: 'Dendrite',
  tim: 'Synapse (with the rules of TI-Messenger)',
  epa: 'Synapse (with the rules of TI-Messenger for insurers)',
  tchap: 'Synapse (with the rules of Tchap)',
} as const satisfies Record<HomeserverKind, string>;

const exitCodes = { well: 0, failed: 1, cannot: 2 } as const;

/** The first SIGINT, SIGTERM or SIGHUP aborts; more of them (npm and the terminal both send one) change nothing. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      stop.abort();
    });
  }
  return stop.signal;
}

/** Resolves when the signal is aborted. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => {
      done();
    });
  });
}

/**
 * Starts everything; ends the process when it is interrupted meanwhile: what runs then ends by itself
 * (`ServerProcess`).
 */
async function start(options: DemoOptions, transcript: Transcript, signal: AbortSignal): Promise<Environment> {
  const interrupted = (): void => {
    transcript.line('Interrupted; what was started ends.');
    process.exit(exitCodes.failed);
  };
  if (signal.aborted) interrupted();
  signal.addEventListener('abort', interrupted);
  const { state, yes, homeserver } = options;
  const home = homeserverNames[homeserver];
  const environment = await transcript.step(`   Postgres, Dovecot, Exim, ${home} and Mailroom are up`, async () => {
    const value = await startEnvironment({ state, yes, homeserver });
    return { value, facts: value.servers.map((server) => [server.name, `process ${server.pid}`] as const) };
  });
  signal.removeEventListener('abort', interrupted);
  return environment;
}

/** The spaces of all accounts, entered by the member. */
async function enterSpaces(environment: Environment, client: MatrixUser): Promise<Map<string, string>> {
  const spaces = new Map<string, string>();
  for (const { id, name } of environment.accounts) {
    spaces.set(id, await until(() => enterSpace(client, name), { what: `the space of ${name}`, within: 60_000 }));
  }
  return spaces;
}

/** How a person joins in. */
function invitation(environment: Environment, transcript: Transcript): void {
  const { homeserver, team, outsiders, accounts, host, ports, certificates, mailroom, state } = environment;
  transcript.heading('Join in with any Matrix client');
  transcript.facts([
    ['homeserver', homeserver.url],
    ...team.map((each) => [each.login.userId, each.matrixPassword] as const),
  ]);
  transcript.heading('… and with any mail program');
  transcript.facts([
    ['IMAP', `${host}:${ports.imap} (STARTTLS) or ${host}:${ports.imaps} (TLS)`],
    ['SMTP', `${host}:${ports.submission} (STARTTLS, with login)`],
    ['authority', certificates.ca],
    ...[...outsiders, ...accounts].map((each) => [each.address, each.password] as const),
  ]);
  transcript.heading('For programs, and when you look closer');
  transcript.facts([
    ['all of this', endpointsFile(state)],
    ['metrics', `${mailroom.observabilityUrl}/metrics`],
    ["Mailroom's log", mailroom.logFile],
    ['Mailroom is', mailroom.server.commandLine],
  ]);
  transcript.heading('Ctrl-C stops all of it.');
}

/** Plays the story; resolves with whether every step was seen. */
async function play(
  { homeserver }: DemoOptions,
  environment: Environment,
  client: MatrixUser,
  transcript: Transcript,
): Promise<boolean> {
  try {
    await playStory(environment, client, transcript);
    if (homeserver !== 'synapse') await playHomeStory(environment, client, transcript);
    transcript.heading(`Every step was seen on the other side. ${transcript.elapsed()} in all.`);
    return true;
  } catch (error) {
    transcript.line(`   ${error instanceof Error ? error.message : String(error)}`);
    transcript.line(`   Mailroom's log: ${environment.mailroom.logFile}`);
    return false;
  }
}

async function demo(options: DemoOptions, transcript: Transcript): Promise<number> {
  const signal = stopSignal();
  await installServers({
    yes: options.yes,
    homeserver: options.homeserver,
    report: (line) => {
      transcript.line(line);
    },
  });
  transcript.heading(`Mailroom, for real: everything on 127.0.0.1, files in ${options.state}`);
  const environment = await start(options, transcript, signal);
  const interrupted = aborted(signal);
  try {
    const [member] = environment.team;
    if (member === undefined) throw new Error('the team is empty');
    await writeEndpoints(environment, new Map());
    const client = await MatrixUser.connect(environment.homeserver.url, member.login);
    const spaces = await enterSpaces(environment, client);
    await writeEndpoints(environment, spaces);
    const quiet = new AbortController();
    const say = (text: string): void => {
      transcript.notice(text);
    };
    watchServers(environment.servers, say, () => writeEndpoints(environment, spaces), quiet.signal);
    const seen = await Promise.race([play(options, environment, client, transcript), interrupted.then(() => false)]);
    if (!options.once && !signal.aborted) {
      invitation(environment, transcript);
      await interrupted;
    }
    quiet.abort();
    transcript.line('Stopping …');
    await Promise.all([client.close(), environment.stop()]);
    transcript.line('Everything that was started here has ended.');
    return seen || !options.once ? exitCodes.well : exitCodes.failed;
  } catch (error) {
    await environment.stop();
    throw error;
  }
}

async function main(): Promise<number> {
  const transcript = new Transcript(
    (text) => process.stdout.write(text),
    process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  );
  let options: DemoOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return exitCodes.cannot;
  }
  if (options.help) {
    console.log(usage);
    return exitCodes.well;
  }
  try {
    return await demo(options, transcript);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return error instanceof CannotInstall || error instanceof StateInUse ? exitCodes.cannot : exitCodes.failed;
  }
}

// Sockets that a program of somebody else keeps open must not keep the demo from ending.
process.exit(await main());
