/** `mailroom inspect` in this process. */
import { inspectCommand } from '../../src/cli/inspect.ts';
import type { InspectRecord } from '../../src/cli/inspect-record.ts';

/** Runs it; what it wrote to its two streams, and its exit code. */
export async function runInspect(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await inspectCommand.run(args, {
    env: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stopped: new Promise(() => undefined),
    onFatal: () => undefined,
  });
  return { code, out, err };
}

/** The lines of `--json`. */
export function recordsOf(out: string): InspectRecord[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as InspectRecord);
}
