/**
 * src/commands/all.ts: the list of all commands, from the files that have one. A command is found by its name: `export
 * const mailClaim = mailCommand(`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../src/commands');

/** Not yet formatted. */
export function allCommandsModule(): string {
  const found = globSync('*/*.ts', { cwd: folder })
    .toSorted()
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^export const (\w+) = mailCommand\(/gm)].map(
        ([, name = '']) => ({ file, name }),
      ),
    );
  return `/** Made by \`npm run generate\` from the commands in the folders beside this file. */
import { inOrder } from './framework/command.ts';
${found.map(({ file, name }) => `import { ${name} } from './${file}';`).join('\n')}

/** All commands, in the order of the help. */
export const COMMANDS = inOrder([${found.map(({ name }) => name).join(', ')}]);
`;
}
