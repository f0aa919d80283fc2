import { configJsonSchema } from '../config/config.ts';
import { EXIT, readArgs, type Command } from './command.ts';

/** `mailroom schema` */
export const schemaCommand: Command = {
  summary: 'print the JSON schema of the config file, for editors',
  help: `Usage: mailroom schema

Prints the JSON schema of the config file. An editor that reads the first line of config.example.yaml completes and
checks the file by it.
`,
  run(args, io) {
    readArgs(args, {});
    io.out(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
    return Promise.resolve(EXIT.ok);
  },
};
