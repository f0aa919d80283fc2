import { chmod, chown, readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode, MailroomError } from '../base/errors.ts';
import { makeRegistration, registrationYaml } from '../matrix/registration.ts';
import { readRegistration } from '../check/read-registration.ts';
import { registrationFactsOf } from '../app/settings.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, UsageError, type Command } from './command.ts';

/** `mailroom registration` */
export const registrationCommand: Command = {
  summary: 'write the registration that the homeserver reads',
  help: `Usage: mailroom registration [--config FILE] [--url URL] [--output FILE] [--group GROUP]
                             [--new-tokens]

Writes the registration of the application service. A file that is there keeps its tokens and its owner, so that writing
it again after a change of the config is safe; the homeserver reads it at its start.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
      --url URL       where the homeserver reaches Mailroom (default: appservice.url)
  -o, --output FILE   where to write it, - for standard output (default: appservice.registration); also --out
      --group GROUP   the group that may read it, by name or number: that of the homeserver
      --new-tokens    make new tokens; homeserver and Mailroom must both be restarted then
`,
  async run(args, io) {
    const options = readArgs(args, {
      ...CONFIG_OPTION,
      url: { type: 'string' },
      output: { type: 'string', short: 'o' },
      out: { type: 'string' },
      group: { type: 'string' },
      'new-tokens': { type: 'boolean', default: false },
    });
    if (options.url !== undefined && !/^https?:\/\/[^/\s]/.test(options.url)) {
      throw new UsageError('--url wants an address such as http://127.0.0.1:9000');
    }
    const output = options.output ?? options.out;
    const toStdout = output === '-';
    if (toStdout && options.group !== undefined) throw new UsageError('--group is of a file, not of standard output');
    const config = readConfig(io, options.config);
    const facts = { ...registrationFactsOf(config), ...(options.url === undefined ? {} : { url: options.url }) };
    const file = toStdout || output === undefined ? config.appservice.registration : resolve(output);
    const group = options.group === undefined ? null : await groupNumber(options.group);
    const known = await readRegistration(file);
    const text = registrationYaml(makeRegistration(facts, known === null || options['new-tokens'] ? {} : known));
    if (toStdout) io.out(text);
    else {
      await writeRegistration(file, text, group);
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

/** The number of a group that is named so, or has that number. */
async function groupNumber(group: string): Promise<number> {
  if (/^\d{1,9}$/.test(group)) return Number(group);
  const groups = await readFile('/etc/group', 'utf8').catch(() => '');
  const known = groups.split('\n').map((line) => line.split(':'));
  const found = known.find(([name]) => name === group)?.[2];
  if (found === undefined) {
    throw new UsageError(`--group: there is no group ${group} here; in a container, give its number`);
  }
  return Number(found);
}

/**
 * Readable for its group: the homeserver runs as another user. A file that is there keeps its mode and owner. Throws
 * MailroomError where it may not be written.
 */
async function writeRegistration(file: string, text: string, group: number | null): Promise<void> {
  try {
    await writeFile(file, text, { mode: 0o640 });
  } catch (error) {
    throw new MailroomError(
      'registration-unwritable',
      `${file} cannot be written (${errorCode(error)}). Write it elsewhere with --output FILE, or print it with ` +
        '--output - and save it there yourself: Mailroom reads it at appservice.registration, and the homeserver ' +
        'reads the same.',
    );
  }
  if (group === null) return;
  try {
    await chown(file, -1, group);
    await chmod(file, ((await stat(file)).mode & 0o777) | 0o040);
  } catch (error) {
    throw new MailroomError(
      'registration-group',
      `${file} is written, but cannot be given to group ${group} (${errorCode(error)}): run this as a member of that ` +
        `group or as root, or print it with --output - and save it as somebody who may.`,
    );
  }
}
