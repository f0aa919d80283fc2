/**
 * Where the programs that tests start run from: the sources, or what `tools/build.ts` made of them, which is what the
 * package runs. A whole run of the tests builds once and names the folder, since a child behind walls reads no compile
 * cache: from the sources each would take the types out anew, half of its start.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './servers/paths.ts';

/** The variable with the folder of what was built; without it the sources run. */
export const BUILT = 'MAILROOM_BUILT';

/** The file to run for a source, which is named by its path below src/. */
export function programFile(source: string, env: NodeJS.ProcessEnv = process.env): string {
  const built = env[BUILT];
  return built === undefined ? join(projectRoot, 'src', source) : join(built, source.replace(/\.ts$/, '.js'));
}

/** A module of Mailroom, named by the path of its source below src/, from where programs run. */
export function loadModule(source: string): Promise<unknown> {
  return import(pathToFileURL(programFile(source)).href);
}
