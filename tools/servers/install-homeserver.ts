import { dendriteVersion, findDendrite, installDendrite } from './install-dendrite.ts';
import { goFor } from './go.ts';
import type { InstallStep } from './install-step.ts';
import { findSynapse, installSynapse, synapseVersion } from './install-synapse.ts';
import type { HomeserverKind } from './homeserver.ts';
import { installRules, type RuleKind } from './synapse-rules.ts';

/** The programs of one kind of homeserver. */
export type HomeserverProgram =
  | { readonly kind: 'synapse'; readonly python: string }
  | { readonly kind: 'dendrite'; readonly program: string }
  | { readonly kind: RuleKind; readonly python: string; readonly packages: string };

/** The Python of the virtual environment that has Synapse. */
async function ensureSynapse(cache: string, step: InstallStep): Promise<string> {
  if ((await findSynapse(cache)) === null) {
    await step(`Synapse ${synapseVersion} from PyPI into ${cache}`, () => installSynapse(cache));
  }
  const python = await findSynapse(cache);
  if (python === null) throw new Error('Synapse is not there although it was installed');
  return python;
}

/** The program of Dendrite. */
async function ensureDendrite(cache: string, step: InstallStep): Promise<string> {
  if (findDendrite(cache) === null) {
    const go = await goFor('Dendrite');
    await step(`Dendrite ${dendriteVersion} from Go's module proxy into ${cache}`, () => installDendrite(cache, go));
  }
  const program = findDendrite(cache);
  if (program === null) throw new Error('Dendrite is not there although it was built');
  return program;
}

/** Makes sure of a homeserver of this kind; quick when it is there. Rejects with `CannotInstall`. */
export async function ensureHomeserver(
  kind: HomeserverKind,
  cache: string,
  step: InstallStep,
): Promise<HomeserverProgram> {
  switch (kind) {
    case 'synapse':
      return { kind, python: await ensureSynapse(cache, step) };
    case 'dendrite':
      return { kind, program: await ensureDendrite(cache, step) };
    case 'tim':
    case 'epa':
    case 'tchap': {
      const python = await ensureSynapse(cache, step);
      return { kind, python, packages: await installRules(cache, python) };
    }
  }
}
