import { explainFailure } from '../../src/cli/command.ts';
import type { Command } from '../../src/cli/command.ts';

/** A command of the shell, in this process: what it wrote, or what it failed with, and its exit code. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  /** What a person types when they have read this much. */
  typed: (out: string) => Promise<string> = () => Promise.resolve(''),
): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const io = {
    env: {},
    input: {
      async *[Symbol.asyncIterator]() {
        yield await typed(out);
      },
    },
    out: (text: string) => (out += text),
    err: () => undefined,
    stopped: new Promise<never>(() => undefined),
    onFatal: () => undefined,
  };
  try {
    return { code: await command.run(args, io), out };
  } catch (error) {
    const { text, code } = explainFailure(error);
    return { code, out: text };
  }
}
