import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode, MailroomError } from '../base/errors.ts';
import { makeRegistration, parseRegistration, registrationYaml, type Registration } from '../matrix/registration.ts';
import { registrationFactsOf } from '../app/settings.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, UsageError, type Command } from './command.ts';

/** `mailroom registration` */
export const registrationCommand: Command = {
  summary: 'write the registration that the homeserver reads',
  help: `Usage: mailroom registration [--config FILE] [--url URL] [--output FILE] [--new-tokens]

Writes the registration of the application service. A file that is there keeps its tokens and its owner, so that writing
it again after a change of the config is safe; the homeserver reads it at its start.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
      --url URL       where the homeserver reaches Mailroom (default: appservice.url)
  -o, --output FILE   where to write it, - for standard output (default: appservice.registration)
      --new-tokens    make new tokens; homeserver and Mailroom must both be restarted then
`,
  async run(args, io) {
    const options = readArgs(args, {
      ...CONFIG_OPTION,
      url: { type: 'string' },
      output: { type: 'string', short: 'o' },
      'new-tokens': { type: 'boolean', default: false },
    });
    if (options.url !== undefined && !/^https?:\/\/[^/\s]/.test(options.url)) {
      throw new UsageError('--url wants an address such as http://127.0.0.1:9000');
    }
    const config = readConfig(io, options.config);
    const facts = { ...registrationFactsOf(config), ...(options.url === undefined ? {} : { url: options.url }) };
    const toStdout = options.output === '-';
    const file = toStdout || options.output === undefined ? config.appservice.registration : resolve(options.output);
    const known = await readRegistration(file);
    const text = registrationYaml(makeRegistration(facts, known === null || options['new-tokens'] ? {} : known));
    if (toStdout) io.out(text);
    else {
      // Readable for its group: the homeserver runs as another user. A file that is there keeps its mode and owner.
      await writeFile(file, text, { mode: 0o640 });
      io.out(
        `${file}: ${known === null ? 'written' : options['new-tokens'] ? 'new tokens' : 'written, tokens kept'}\n`,
      );
    }
    if (facts.url !== config.appservice.url) {
      io.err(`appservice.url of the config is ${config.appservice.url}: set it to ${facts.url} too before run.\n`);
    }
    return EXIT.ok;
  },
};

/** The registration of a file, null where there is none. Throws MailroomError where it cannot be read or used. */
export async function readRegistration(file: string): Promise<Registration | null> {
  try {
    return parseRegistration(await readFile(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (error instanceof MailroomError) throw error;
    throw new MailroomError('registration-unreadable', `${file} cannot be read (${errorCode(error)})`);
  }
}
