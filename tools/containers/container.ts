import { z } from 'zod';
import type { CommandResult } from '../servers/run.ts';
import { until } from '../servers/wait.ts';

/** What starts and asks containers. */
export interface Podman {
  podman(...words: readonly string[]): Promise<string>;
  tryPodman(...words: readonly string[]): Promise<CommandResult>;
}

const stateCodec = z
  .array(z.object({ State: z.object({ Running: z.boolean(), Status: z.string(), ExitCode: z.number() }) }))
  .min(1);

/** A container that was started detached. */
export class Container {
  readonly name: string;
  readonly #engine: Podman;

  constructor(engine: Podman, name: string) {
    this.#engine = engine;
    this.name = name;
  }

  /** What its process has written so far, on both streams. */
  async output(): Promise<{ readonly out: string; readonly err: string }> {
    const { stdout, stderr } = await this.#engine.tryPodman('logs', this.name);
    return { out: stdout, err: stderr };
  }

  /** The exit code of its process; null while it runs. */
  async exitCode(): Promise<number | null> {
    const states = stateCodec.parse(JSON.parse(await this.#engine.podman('inspect', this.name)));
    const state = states[0]?.State;
    return state === undefined || state.Running || state.Status === 'created' ? null : state.ExitCode;
  }

  /** Waits for its end; resolves with the exit code. */
  async ended(within = 60_000): Promise<number> {
    const { code } = await until(
      async () => {
        const found = await this.exitCode();
        return found === null ? null : { code: found };
      },
      { what: `the end of container ${this.name}`, within, every: 200 },
    );
    return code;
  }

  /** A command inside of it, as its user. */
  exec(...words: readonly string[]): Promise<CommandResult> {
    return this.#engine.tryPodman('exec', this.name, ...words);
  }

  /** Asked to end as an engine does it: SIGTERM to its first process, SIGKILL after its stop timeout. */
  async stop(): Promise<void> {
    await this.#engine.tryPodman('stop', this.name);
  }

  /** The same container once more. */
  async startAgain(): Promise<void> {
    await this.#engine.podman('start', this.name);
  }

  async remove(): Promise<void> {
    await this.#engine.tryPodman('rm', '--force', '--time', '0', this.name);
  }
}
