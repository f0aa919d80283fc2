import { registrationFactsOf } from '../app/settings.ts';
import { MailroomError } from '../base/errors.ts';
import type { Config } from '../config/config.ts';
import { registrationProblems } from '../matrix/registration.ts';
import type { Registration } from '../matrix/registration.ts';
import { readRegistration } from './read-registration.ts';

/** The registration of a config, for a command that asks the homeserver. Throws MailroomError where it is none. */
export async function usableRegistration(config: Config): Promise<Registration> {
  const file = config.appservice.registration;
  const registration = await readRegistration(file);
  if (registration === null) {
    throw new MailroomError('registration-missing', `${file} is not there: make it with "mailroom registration"`);
  }
  const problems = registrationProblems(registration, registrationFactsOf(config));
  if (problems.length > 0) throw new MailroomError('registration-mismatch', problems.join('\n'));
  return registration;
}
