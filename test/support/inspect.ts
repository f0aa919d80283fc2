/** `mailroom inspect` in this process. */
import type { InspectRecord } from '../../src/cli/inspect-record.ts';
import { inspectCommand } from '../../src/cli/inspect.ts';

/** What it says, and its exit code. */
export async function runInspect(
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const code = await inspectCommand.run([...args], {
    env: {},
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stopped: new Promise(() => undefined),
    onFatal: () => undefined,
  });
  return { code, out, err };
}

/** The lines of `--json`. */
export function recordsIn(out: string): InspectRecord[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as InspectRecord);
}
