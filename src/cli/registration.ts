import { chmod, chown, readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode, MailroomError } from '../base/errors.ts';
import type { Config } from '../config/config.ts';
import { makePuppetRegistration, makeRegistration, registrationYaml } from '../matrix/registration.ts';
import { readRegistration } from '../check/read-registration.ts';
import { registrationFactsOf } from '../app/settings.ts';
import { CONFIG_OPTION, EXIT, readArgs, readConfig, UsageError, type Command } from './command.ts';

/** `mailroom registration` */
export const registrationCommand: Command = {
  summary: 'write the registration that the homeserver reads',
  help: `Usage: mailroom registration [--config FILE] [--url URL] [--output FILE] [--group GROUP]
                             [--new-tokens] [--puppets [--team]]

Writes the registration of the application service. A file that is there keeps its tokens and its owner, so that writing
it again after a change of the config is safe; the homeserver reads it at its start.

  -c, --config FILE   the config file (default: $MAILROOM_CONFIG, else config.yaml)
      --url URL       where the homeserver reaches Mailroom (default: appservice.url)
  -o, --output FILE   where to write it, - for standard output (default: appservice.registration); also --out
      --group GROUP   the group that may read it, by name or number: that of the homeserver
      --new-tokens    make new tokens; homeserver and Mailroom must both be restarted then
      --puppets       the second registration instead, by which members speak as themselves: to puppets.registration.
                      Who has its token speaks as anybody of the homeserver: keep it as the first
      --team          of it: only as the members that the config names now, to be written again when they change
`,
  async run(args, io) {
    const options = readArgs(args, {
      ...CONFIG_OPTION,
      url: { type: 'string' },
      output: { type: 'string', short: 'o' },
      out: { type: 'string' },
      group: { type: 'string' },
      'new-tokens': { type: 'boolean', default: false },
      puppets: { type: 'boolean', default: false },
      team: { type: 'boolean', default: false },
    });
    if (options.team && !options.puppets) throw new UsageError('--team is of --puppets');
    if (options.puppets && options.url !== undefined) throw new UsageError('--url is of the first registration');
    if (options.url !== undefined && !/^https?:\/\/[^/\s]/.test(options.url)) {
      throw new UsageError('--url wants an address such as http://127.0.0.1:9000');
    }
    const output = options.output ?? options.out;
    const toStdout = output === '-';
    if (toStdout && options.group !== undefined) throw new UsageError('--group is of a file, not of standard output');
    const config = readConfig(io, options.config);
    const facts = { ...registrationFactsOf(config), ...(options.url === undefined ? {} : { url: options.url }) };
    const standard = options.puppets ? config.puppets.registration : config.appservice.registration;
    if (standard === null && output === undefined) {
      throw new UsageError('--puppets: give puppets.registration in the config, or --output FILE');
    }
    const file = toStdout || output === undefined ? (standard ?? '') : resolve(output);
    const group = options.group === undefined ? null : await groupNumber(options.group);
    const known = file === '' ? null : await readRegistration(file);
    const kept = known === null || options['new-tokens'] ? {} : known;
    const team = options.team ? membersOf(config) : null;
    const made = options.puppets ? makePuppetRegistration(facts, team, kept) : makeRegistration(facts, kept);
    const text = registrationYaml(made);
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

/** The members of all teams who are users of the homeserver: nobody else can be spoken as. */
function membersOf({ accounts, homeserver }: Config): string[] {
  const users = accounts.flatMap(({ team }) => team.map(({ user }) => user));
  return [...new Set(users)].filter((user) => user.endsWith(`:${homeserver.domain}`)).sort();
}

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
