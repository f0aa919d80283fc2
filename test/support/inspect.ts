/** `mailroom inspect`, and other commands that need neither config nor database, in this process. */
import type { Command } from '../../src/cli/command.ts';
import type { InspectRecord } from '../../src/inspect/record.ts';
import { inspectCommand } from '../../src/cli/inspect.ts';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const runInspect = (args: readonly string[]): Promise<Said> => runCommand(inspectCommand, args);

/** What it says, and its exit code. */
export async function runCommand(command: Command, args: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const code = await command.run([...args], {
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
