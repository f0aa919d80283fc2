/** What the process itself must answer: signals, and errors that nobody caught. */
import { EXIT, type ExitCode, type Io } from './command.ts';

/** The first signal asks, the second ends. */
export function stopSignals(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(EXIT.failed);
        asked = true;
        resolve(signal);
      });
    }
  });
}

/**
 * Where whoever reads standard output has heard enough (`mailroom inspect … | head`), the program ends without a word.
 * Once what is returned was called, standard output is the log: whoever stops reading that ends a service, which is a
 * failure that a service manager should mend.
 */
export function endOnClosedPipe(): NonNullable<Io['logsToOut']> {
  let code: ExitCode = EXIT.ok;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(code);
    throw error;
  });
  return () => {
    code = EXIT.failed;
    return process.stdout;
  };
}

/** What nobody caught leaves the process in an unknown state: it says so and ends; nothing is lost by that. */
export function endOnUncaught(): Io['onFatal'] {
  let report = (error: unknown, origin: string): void => {
    process.stderr.write(`Mailroom ends: ${origin}: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  };
  // Rejections that nobody handles arrive here too, with their own origin.
  process.on('uncaughtException', (error, origin) => {
    report(error, origin);
    process.exit(EXIT.failed);
  });
  return (reporter) => {
    report = reporter;
  };
}

/**
 * Takes Node's own warnings from standard error, where each would be a line that is none of the log's: those about our
 * libraries' old calls are nobody's here and are dropped, until somebody takes all of them.
 */
export function takeWarnings(): NonNullable<Io['onWarning']> {
  let report = (warning: Error): void => {
    if (!/^(?:Deprecation|Experimental)Warning$/.test(warning.name))
      process.stderr.write(`Warning: ${warning.name}: ${warning.message}\n`);
  };
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    report(warning);
  });
  return (reporter) => {
    report = reporter;
  };
}
