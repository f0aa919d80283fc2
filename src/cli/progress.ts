import { megabytes } from '../mail/size.ts';
import type { Io } from './command.ts';

/** Between two pictures of the line, milliseconds. */
const PROGRESS_MS = 200;

interface ProgressLine {
  readonly draw: (mails: number, bytes: number) => void;
  /** As `draw`, where it is known how many there are. */
  readonly drawOf: (done: number, of: number) => void;
  readonly wipe: () => void;
}

/**
 * Mails, bytes, the rate and the time that is left, in a line on standard error that is drawn over itself, where
 * somebody watches.
 */
export function progressLineOf(io: Io): ProgressLine {
  const started = performance.now();
  let last = started;
  let shown = false;
  /** When the first of those was done whose number is known. */
  let began: number | null = null;
  const show = (text: (now: number) => string): void => {
    const now = performance.now();
    if (io.terminal?.err !== true || now - last < PROGRESS_MS) return;
    last = now;
    shown = true;
    io.err(`\r\u001b[K${text(now)}`);
  };
  return {
    draw: (mails, bytes) =>
      show((now) => {
        const rate = Math.round(mails / ((now - started) / 1000));
        return `${mails} mails, ${megabytes(bytes)}, ${rate}/s`;
      }),
    drawOf: (done, of) => {
      began ??= performance.now();
      const since = began;
      show((now) => {
        const rate = done / Math.max(0.001, (now - since) / 1000);
        return `${done} of ${of} mails, ${rate.toFixed(1)}/s, ${span((of - done) / rate)} left`;
      });
    },
    wipe: () => {
      if (shown) io.err('\r\u001b[K');
      shown = false;
    },
  };
}

function span(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} minutes` : `${(seconds / 3_600).toFixed(1)} hours`;
}
