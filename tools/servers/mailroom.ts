import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { programFile } from '../built.ts';
import { projectRoot } from './paths.ts';
import { findProcess, type Running, ServerProcess } from './process.ts';
import { command } from './run.ts';
import { until } from './wait.ts';

/** What one bridge needs. */
export interface MailroomOptions {
  readonly configFile: string;
  readonly registrationFile: string;
  readonly appserviceUrl: string;
  /** Base address of /health, /ready and /metrics. */
  readonly observabilityUrl: string;
  readonly logFile: string;
  readonly pidFile: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The bridge as its users start it: a process of its own with a config file. */
export interface Mailroom extends MailroomOptions {
  readonly server: Running;
  /** Whether /health answers, whoever started it. */
  answers(): Promise<boolean>;
  /**
   * Waits until /ready says yes and every check in it is well, so that each account is connected; with
   * `accounts: false` those do not count.
   */
  untilReady(options?: { readonly accounts?: boolean; readonly within?: number }): Promise<void>;
  /** The text of /metrics. */
  metrics(): Promise<string>;
}

const main = programFile('main.ts');

const readiness = z.object({ checks: z.record(z.string(), z.string()) });

/** Lets Mailroom write its registration, unless there is one for this address already. */
export async function makeRegistration(
  options: Pick<MailroomOptions, 'configFile' | 'registrationFile' | 'appserviceUrl'>,
): Promise<void> {
  const { configFile, registrationFile, appserviceUrl } = options;
  if (existsSync(registrationFile)) {
    const known = z.object({ url: z.string() }).safeParse(parse(await readFile(registrationFile, 'utf8')));
    if (known.success && known.data.url === appserviceUrl) return;
    await rm(registrationFile);
  }
  await command([
    process.execPath,
    main,
    'registration',
    '--config',
    configFile,
    '--url',
    appserviceUrl,
    '--output',
    registrationFile,
  ]);
}

/** Lets Mailroom write the registration by which members speak as themselves, where its config says. */
export async function makePuppetRegistration({ configFile }: Pick<MailroomOptions, 'configFile'>): Promise<void> {
  await command([process.execPath, main, 'registration', '--config', configFile, '--puppets']);
}

/** The bridge, not started yet: `server.start()` does that. */
export function prepareMailroom(options: MailroomOptions): Mailroom {
  const get = (path: string): Promise<Response | null> => fetch(`${options.observabilityUrl}${path}`).catch(() => null);
  const answers = async (): Promise<boolean> => (await get('/health'))?.ok === true;
  const argv = [process.execPath, main, 'run', '--config', options.configFile] as const;
  const server = new ServerProcess({
    name: 'mailroom',
    argv,
    prepare: async () => {
      const other = await findProcess(argv);
      if (other !== null)
        throw new Error(`process ${other}, started by somebody else, runs this bridge already: end it first`);
    },
    ...(options.env === undefined ? {} : { env: options.env }),
    cwd: projectRoot,
    logFile: options.logFile,
    pidFile: options.pidFile,
    ready: answers,
    // Longer than the bridge takes to finish what it has in hand.
    stopWithin: 35_000,
  });
  return {
    ...options,
    server,
    answers,
    untilReady: async ({ accounts = true, within = 30_000 } = {}) => {
      const ready = async (): Promise<boolean> => {
        const answer = await get('/ready');
        const parsed = readiness.safeParse(await answer?.json().catch(() => null));
        if (answer?.ok !== true || !parsed.success) return false;
        return !accounts || Object.values(parsed.data.checks).every((check) => check === 'ok');
      };
      await until(ready, { what: `/ready of Mailroom (log: ${options.logFile})`, within });
    },
    metrics: async () => (await get('/metrics'))?.text() ?? '',
  };
}
