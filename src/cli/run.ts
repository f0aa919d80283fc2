import { createLog, type Log } from '../base/log.ts';
import { programVersion } from '../base/version.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, type Command, type ExitCode } from './command.ts';

/** Beyond the configured drain, for closing what has drained, milliseconds. */
const CLOSING_MS = 10_000;

/** `mailroom run` */
export const runCommand: Command = {
  summary: 'run the bridge until SIGTERM or SIGINT',
  help: `Usage: mailroom run [--config FILE]

Runs the bridge in the foreground. SIGTERM or SIGINT lets running work end (times.drain) and stops; a second one stops
at once, which loses nothing either. SIGHUP reads the config again, as "mailroom ctl reload" does. Any number of
processes may run on one database.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
`,
  async run(args, io) {
    const config = readConfig(io, readArgs(args, CONFIG_OPTION).config);
    const stream = config.logging.output === 'stdout' ? io.logsToOut?.() : undefined;
    const log = createLog({ ...config.logging, ...(stream === undefined ? {} : { stream }) });
    io.onFatal((error, origin) => log.error('Mailroom ends: nobody caught an error', { error, origin }));
    io.onWarning?.((warning) => {
      if (/^(?:Deprecation|Experimental)Warning$/.test(warning.name)) log.debug('Node warns', { warning });
      else log.warn('Node warns', { warning });
    });
    log.info('Mailroom starts', { version: programVersion(), pid: process.pid, accounts: config.accounts.length });
    // Only now: its help and a config error need none of the servers' libraries.
    const { createApp } = await import('../app/app.ts');
    const app = await createApp(config, { log });
    // A signal during a start that waits (for Postgres, for the homeserver) must end it too.
    const started = app.start().then(() => log.info('Mailroom is up'));
    io.onHangup?.(() => void app.reload('SIGHUP'));
    try {
      const reason = await Promise.race([io.stopped, started.then(() => io.stopped)]);
      log.info('Mailroom stops', { reason });
    } catch (error) {
      log.error('Mailroom does not start', { error });
      await app.stop();
      return EXIT.failed;
    }
    return stopInTime(app.stop(), app.drainMs() + CLOSING_MS, log);
  },
};

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
