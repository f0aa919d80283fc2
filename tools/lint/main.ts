/**
 * The checks that look at more than one file at once. Exit code 0: nothing is wrong; 1: something is, and standard
 * error says what.
 */
import { projectRoot } from '../servers/paths.ts';
import { importFaults } from './imports.ts';
import { law } from './law.ts';
import { foldersNamedTwice, namesUsedTwice } from './names.ts';

const twice = [...(await namesUsedTwice(projectRoot))].map(
  ([name, places]) => `${name} is exported by more than one file: ${places.join(', ')}`,
);
const folders = [...(await foldersNamedTwice(projectRoot))].map(
  ([name, places]) => `${name} is the name of more than one folder: ${places.join(', ')}`,
);
const faults = [...(await importFaults(projectRoot, law)), ...twice, ...folders];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
