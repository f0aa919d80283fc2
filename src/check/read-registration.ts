import { readFile } from 'node:fs/promises';
import { errorCode, MailroomError } from '../base/errors.ts';
import { parseRegistration, type Registration } from '../matrix/registration.ts';

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
