import { megabytes } from '../mail/size.ts';
import type { Io } from './command.ts';

/** Between two pictures of the line, milliseconds. */
const PROGRESS_MS = 200;

interface ProgressLine {
  readonly draw: (mails: number, bytes: number) => void;
  readonly wipe: () => void;
}

/** Mails, bytes and the rate in a line on standard error that is drawn over itself, where somebody watches. */
export function progressLineOf(io: Io): ProgressLine {
  const started = performance.now();
  let last = started;
  let shown = false;
  return {
    draw: (mails, bytes) => {
      const now = performance.now();
      if (io.terminal?.err !== true || now - last < PROGRESS_MS) return;
      last = now;
      shown = true;
      const rate = Math.round(mails / ((now - started) / 1000));
      io.err(`\r\u001b[K${mails} mails, ${megabytes(bytes)}, ${rate}/s`);
    },
    wipe: () => {
      if (shown) io.err('\r\u001b[K');
      shown = false;
    },
  };
}
