/** Whether Mailroom can speak as the members as whom the config says that it does. */
import type { UserId } from '../bridge/types.ts';
import type { Config } from '../config/config.ts';
import { errorText } from '../base/errors.ts';
import { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import { asLibrary, puppetRegistrationProblems, type Registration } from '../matrix/registration.ts';
import type { CheckFinding } from './finding.ts';
import { readRegistration } from './read-registration.ts';

const what = 'members';

/** None where nobody speaks as themselves. Nothing is said: the homeserver is asked as whom a token speaks. */
export async function checkPuppets(config: Config, main: Registration): Promise<CheckFinding[]> {
  const { registration: file, tokens } = config.puppets;
  const second = file === null ? null : await readRegistration(file);
  if (file !== null && second === null) {
    const text = `${file} is not there: make it with mailroom registration --puppets`;
    return [{ state: 'fail', what, text }];
  }
  const problems = second === null ? [] : puppetRegistrationProblems(second, main);
  if (problems.length > 0) return [{ state: 'fail', what, text: [`${file ?? ''}:`, ...problems].join('\n') }];
  const team = new Set(config.accounts.flatMap((account) => account.team.map(({ user }) => user)));
  const names = second === null ? null : asLibrary(second);
  const findings: CheckFinding[] = [];
  for (const user of [...team].sort()) {
    if (config.puppets.except.includes(user)) continue;
    const token = tokens[user];
    if (token !== undefined) findings.push(await speaks(config, user, token, null));
    else if (second !== null && names?.isUserMatch(user, false) === true) {
      findings.push(await speaks(config, user, second.as_token, file));
    }
  }
  const strangers = Object.keys(tokens).filter((user) => !team.has(user as UserId));
  if (strangers.length > 0) {
    findings.push({ state: 'warn', what, text: `puppets.tokens names who is in no team: ${strangers.join(', ')}` });
  }
  return findings;
}

/** @param file the registration whose token it is; null for a token of their own */
async function speaks(config: Config, user: UserId, token: string, file: string | null): Promise<CheckFinding> {
  const { url, ca } = config.homeserver;
  const client = new MatrixClient({ url, token, timeoutMs: 15_000, ...(ca === null ? {} : { ca }) });
  try {
    const own = await client.whoami(file === null ? {} : { user });
    if (own === user) return { state: 'ok', what, text: `speaks as ${user}` };
    return { state: 'fail', what, text: `the token of ${user} in puppets.tokens is that of ${own}` };
  } catch (error) {
    if (!(error instanceof MatrixError) || ![401, 403].includes(error.status)) {
      return { state: 'fail', what, text: `${user}: ${errorText(error)}` };
    }
    const text =
      file === null
        ? `the homeserver does not take the token of ${user}: put another one into puppets.tokens`
        : `the homeserver does not let it speak as ${user}: name ${file} in its config (Synapse: ` +
          'app_service_config_files) and restart it; nobody may speak as who is no user there';
    return { state: 'fail', what, text };
  } finally {
    client.close();
  }
}
