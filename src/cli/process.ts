/** What the process itself must answer: signals, and errors that nobody caught. */
import cluster from 'node:cluster';
import { EXIT, type ExitCode, type Io } from './command.ts';

/** The environment variable that tells a worker its number, from 1, and how many there are: `2/4`. */
export const WORKER_VARIABLE = 'MAILROOM_WORKER';

/** Which of the workers of `mailroom run --workers N` this process is; null where it is nobody's worker. */
export function thisWorker(): { readonly number: number; readonly of: number } | null {
  if (!cluster.isWorker) return null;
  const [number = 0, of = 1] = (process.env[WORKER_VARIABLE] ?? '').split('/').map(Number);
  return { number, of };
}

/**
 * The first signal asks, the second ends. A worker is asked by its parent: what a terminal or a service manager sends
 * to all processes of a group reaches it beside that, and is no second time.
 */
export function stopSignals(): Promise<string> {
  return new Promise((resolve) => {
    if (cluster.isWorker) {
      process.on('SIGINT', () => undefined);
      process.on('SIGTERM', resolve);
      return;
    }
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
 * Takes Node's own warnings from standard error, where each would be a line that is none of the log's. Until somebody
 * takes all of them they are kept; where nobody does, they are said at the end, but for those about our libraries' old
 * calls, which are nobody's here.
 */
export function takeWarnings(): NonNullable<Io['onWarning']> {
  const kept: Error[] = [];
  let report = (warning: Error): void => {
    kept.push(warning);
  };
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    report(warning);
  });
  process.on('exit', () => {
    for (const { name, message } of kept) {
      if (!/^(?:Deprecation|Experimental)Warning$/.test(name)) process.stderr.write(`Warning: ${name}: ${message}\n`);
    }
  });
  return (reporter) => {
    report = reporter;
    for (const warning of kept.splice(0)) reporter(warning);
  };
}
