import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Config } from '../config/config.ts';
import { errorText } from '../base/errors.ts';
import { MatrixClient } from '../matrix/client.ts';
import { isMatrixError, MatrixError } from '../matrix/errors.ts';
import { looseNamespaces, registrationProblems, type Registration } from '../matrix/registration.ts';
import { registrationFactsOf } from '../app/settings.ts';
import { withoutReceipts } from './follow.ts';
import { checkRooms } from './rooms.ts';
import { connectionAdvice, deepCode, isLoopback, type CheckFinding } from './finding.ts';
import { checkPuppets } from './puppets.ts';
import { readRegistration } from './read-registration.ts';

/**
 * The registration fits the config, the homeserver knows it, reaches us (where Mailroom runs), and makes rooms in which
 * all goes that Mailroom does there.
 */
export async function checkMatrix(config: Config): Promise<CheckFinding[]> {
  const file = config.appservice.registration;
  const trouble = reachTrouble(config.appservice.listen.host, config.appservice.url);
  const reach: CheckFinding[] = trouble === null ? [] : [{ state: 'warn', what: 'listener', text: trouble }];
  const registration = await readRegistration(file);
  const client = new MatrixClient({
    url: config.homeserver.url,
    token: registration?.as_token ?? '',
    timeoutMs: 15_000,
    ...(config.homeserver.ca === null ? {} : { ca: config.homeserver.ca }),
  });
  try {
    if (registration === null) {
      const text = `${file} is not there: make it with mailroom registration`;
      return [{ state: 'fail', what: 'registration', text }, await checkVersions(config, client), ...reach];
    }
    const known = await checkHomeserver(config, client, file);
    const findings = [...(await checkRegistration(config, registration, file)), known];
    if (known.state !== 'ok') return [...findings, ...reach];
    const ping = await checkPing(config, client, registration);
    // What was reached is reached, by whatever way.
    const reached = ping.state === 'ok' ? [] : reach;
    const members = await checkPuppets(config, registration);
    return [...findings, ping, ...reached, ...members, ...(await checkRooms(config, client, registration))];
  } finally {
    client.close();
  }
}

/**
 * What to do where Mailroom would listen for its own machine alone and the homeserver is told to call another; null
 * where that fits. In a container the machine is the container.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function reachTrouble(host: string, url: string): string | null {
  const { hostname } = new URL(url);
  if (!isLoopback(host) || isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'))) return null;
  return (
    `appservice.listen.host is ${host}, which only this machine reaches (in a container: only the container), and ` +
    `appservice.url is ${url}\n` +
    'set listen.host to 0.0.0.0, or to the address of that name, unless a proxy here passes it on'
  );
}

async function checkRegistration(config: Config, registration: Registration, file: string): Promise<CheckFinding[]> {
  const what = 'registration';
  const facts = registrationFactsOf(config);
  const problems = registrationProblems(registration, facts);
  if (problems.length > 0) {
    const advice = 'Write it again with mailroom registration (tokens are kept) and restart the homeserver.';
    return [{ state: 'fail', what, text: [...problems, advice].join('\n') }];
  }
  const findings: CheckFinding[] = [{ state: 'ok', what, text: `${file} matches the config` }];
  const loose = looseNamespaces(registration);
  if (loose.length > 0) {
    const text =
      'its namespaces are not written as ^…$: some homeservers (tuwunel, continuwuity) match them in the middle of ' +
      'other names. Write it again with mailroom registration (tokens are kept) and restart the homeserver.';
    findings.push({ state: 'warn', what, text });
  }
  const deaf = withoutReceipts(config.accounts, registration);
  if (deaf !== null) findings.push(deaf);
  const { mode } = await stat(file);
  if ((mode & 0o004) !== 0)
    findings.push({ state: 'warn', what, text: `everybody can read its tokens: chmod o-r ${file}` });
  return findings;
}

async function checkVersions(config: Config, client: MatrixClient): Promise<CheckFinding> {
  const what = 'homeserver';
  try {
    const versions = await client.versions();
    return { state: 'ok', what, text: `${config.homeserver.url} speaks ${versions.at(-1) ?? 'no version'}` };
  } catch (error) {
    // Synapse refuses even this to a token that it does not know; it is there, then.
    const refused = isMatrixError(error, 'M_UNKNOWN_TOKEN') || isMatrixError(error, 'M_MISSING_TOKEN');
    if (refused) return { state: 'ok', what, text: `${config.homeserver.url} answers` };
    return { state: 'fail', what, text: homeserverAdvice(config, error) };
  }
}

async function checkHomeserver(config: Config, client: MatrixClient, file: string): Promise<CheckFinding> {
  const reached = await checkVersions(config, client);
  if (reached.state !== 'ok') return reached;
  const what = 'homeserver';
  const bot = `@${config.appservice.bot}:${config.homeserver.domain}`;
  try {
    const user = await client.whoami();
    if (user === bot) return { state: 'ok', what, text: `${reached.text} and knows ${bot}` };
    const text = `it takes the token for ${user}, the config says ${bot}: is homeserver.domain its server_name?`;
    return { state: 'fail', what, text };
  } catch (error) {
    if (!(error instanceof MatrixError)) return { state: 'fail', what, text: homeserverAdvice(config, error) };
    const unknown = error.status === 401 || error.status === 403;
    const text = unknown
      ? `it does not know the token of ${file}: name the file in its config (Synapse: app_service_config_files) and ` +
        'restart it'
      : errorText(error);
    return { state: 'fail', what, text };
  }
}

/** The round trip: we ask the homeserver to call us (spec v1.7). */
async function checkPing(config: Config, client: MatrixClient, registration: Registration): Promise<CheckFinding> {
  const what = 'ping';
  const { host, port } = config.appservice.listen;
  const here = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  if (!(await listens(here, port))) {
    return { state: 'skip', what, text: 'Mailroom is not running here, so the way back was not tried' };
  }
  const began = performance.now();
  try {
    await client.ping(registration.id, randomUUID());
    return { state: 'ok', what, text: `the homeserver reaches Mailroom (${Math.round(performance.now() - began)} ms)` };
  } catch (error) {
    if (!(error instanceof MatrixError)) return { state: 'fail', what, text: homeserverAdvice(config, error) };
    return pingFinding(error, registration);
  }
}

function pingFinding(error: MatrixError, registration: Registration): CheckFinding {
  const what = 'ping';
  const url = registration.url ?? 'no address';
  switch (error.errcode) {
    case 'M_UNRECOGNIZED':
    case 'M_NOT_FOUND':
      return { state: 'skip', what, text: 'the homeserver has no ping (spec v1.7), so the way back was not tried' };
    case 'M_URL_NOT_SET':
      return { state: 'fail', what, text: 'the registration that the homeserver has read holds no url' };
    case 'M_CONNECTION_FAILED':
    case 'M_CONNECTION_TIMEOUT':
      return { state: 'fail', what, text: `the homeserver cannot reach ${url}: is it the right address from there?` };
    case 'M_BAD_STATUS':
      return {
        state: 'fail',
        what,
        text: `${url} refused the homeserver: has it read the registration since the tokens changed?`,
      };
    default:
      return { state: 'fail', what, text: errorText(error) };
  }
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

function homeserverAdvice(config: Config, error: unknown): string {
  if (error instanceof MatrixError) return `${config.homeserver.url} is no homeserver, or not well: ${error.message}`;
  const { host } = new URL(config.homeserver.url);
  return connectionAdvice(deepCode(error), host, 'homeserver');
}
