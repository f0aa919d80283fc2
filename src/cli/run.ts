import { setTimeout as delay } from 'node:timers/promises';
import { createLog, withFields, type Log } from '../base/log.ts';
import { programVersion } from '../base/version.ts';
import { ConfigError } from '../config/config-error.ts';
import {
  CONFIG_OPTION,
  EXIT,
  explainFailure,
  readArgs,
  readConfig,
  UsageError,
  type Command,
  type ExitCode,
  type Io,
} from './command.ts';
import { thisWorker } from './process.ts';

/** Beyond the configured drain, for closing what has drained, milliseconds. */
const CLOSING_MS = 10_000;

/** `mailroom run` */
export const runCommand: Command = {
  summary: 'run the bridge until SIGTERM or SIGINT',
  help: `Usage: mailroom run [--config FILE] [--workers N] [--config-error-pause SECONDS]

Runs the bridge in the foreground. SIGTERM or SIGINT lets running work end (times.drain) and stops; a second one stops
at once, which loses nothing either. SIGHUP reads the config again, as "mailroom ctl reload" does. Any number of
processes may run on one database.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
      --workers N     N processes that share the accounts, the work and the ports, under a parent that starts one again
                      where it ends (default 1: this process alone; docs/scaling.md)
      --config-error-pause SECONDS
                      wait so long before the end with 78 where the config is wrong, for what starts it again at once
                      (restart: unless-stopped of containers); without it, the end comes at once
`,
  async run(args, io) {
    const options = readArgs(args, {
      ...CONFIG_OPTION,
      workers: { type: 'string', default: '1' },
      'config-error-pause': { type: 'string', default: '0' },
    });
    const seconds = options['config-error-pause'];
    if (!/^\d{1,4}$/.test(seconds)) throw new UsageError('--config-error-pause wants seconds, 0 to 9999');
    const workers = Number(options.workers);
    if (!/^\d{1,2}$/.test(options.workers) || workers < 1) throw new UsageError('--workers wants a number, 1 to 99');
    const code = await runBridge(io, options.config, workers).catch((error: unknown): ExitCode => {
      if (!(error instanceof ConfigError)) throw error;
      io.err(`${explainFailure(error).text}\n`);
      return EXIT.config;
    });
    if (code === EXIT.config) await pause(Number(seconds) * 1_000, io.stopped);
    return code;
  },
};

async function runBridge(io: Io, file: string | undefined, workers: number): Promise<ExitCode> {
  const config = readConfig(io, file);
  const stream = config.logging.output === 'stdout' ? io.logsToOut?.() : undefined;
  const worker = thisWorker();
  const plain = createLog({ ...config.logging, ...(stream === undefined ? {} : { stream }) });
  const log = worker === null ? plain : withFields(plain, { worker: worker.number });
  io.onFatal((error, origin) => log.error('Mailroom ends: nobody caught an error', { error, origin }));
  io.onWarning?.((warning) => {
    if (/^(?:Deprecation|Experimental)Warning$/.test(warning.name)) log.debug('Node warns', { warning });
    else log.warn('Node warns', { warning });
  });
  log.info('Mailroom starts', { version: programVersion(), pid: process.pid, accounts: config.accounts.length });
  if (worker === null && workers > 1) {
    const { runWorkers } = await import('./run-workers.ts');
    const args = file === undefined ? [] : ['--config', file];
    return runWorkers(io, config, log, { count: workers, args, drainMs: config.times.drain + CLOSING_MS });
  }
  // Only now: its help and a config error need none of the servers' libraries.
  const { createApp } = await import('../app/app.ts');
  const reload = (): void => void app.reload('SIGHUP');
  const parent = worker === null ? null : new (await import('./worker.ts')).WorkerLink(reload);
  const app = await createApp(config, {
    log,
    ...(parent === null ? {} : { onObserved: (seen) => parent.observed(seen), peers: worker?.of ?? 1 }),
  });
  // A signal during a start that waits (for Postgres, for the homeserver) must end it too.
  const started = app.start().then(() => {
    log.info('Mailroom is up');
    parent?.up();
  });
  // A worker is told by its parent, which has the terminal's signal too.
  if (parent === null) io.onHangup?.(reload);
  try {
    const reason = await Promise.race([io.stopped, started.then(() => io.stopped)]);
    log.info('Mailroom stops', { reason });
  } catch (error) {
    log.error('Mailroom does not start', { error });
    await app.stop();
    // What only the database shows to be wrong with the config.
    return error instanceof ConfigError ? EXIT.config : EXIT.failed;
  }
  return stopInTime(app.stop(), app.drainMs() + CLOSING_MS, log);
}

/** So many milliseconds, or until the process is asked to end. */
async function pause(ms: number, stopped: Promise<string>): Promise<void> {
  const over = new AbortController();
  await Promise.race([stopped, delay(ms, undefined, { signal: over.signal })]);
  over.abort();
}

async function stopInTime(stopping: Promise<void>, limitMs: number, log: Log): Promise<ExitCode> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExitCode>((resolve) => {
    timer = setTimeout(() => {
      log.error('Mailroom did not stop in time');
      resolve(EXIT.failed);
    }, limitMs);
  });
  const done = stopping.then((): ExitCode => {
    log.info('Mailroom has stopped');
    return EXIT.ok;
  });
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
