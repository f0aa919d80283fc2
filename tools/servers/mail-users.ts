import { chown, open, readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** One login of the mail servers; the address is the user name, for IMAP and for submission. */
export interface MailUser {
  readonly address: string;
  readonly password: string;
}

const scheme = '{PLAIN}';

/**
 * The logins of Dovecot and Exim in one file that both read again when it changes: Dovecot as a passwd-file, Exim as a
 * linear search. Passwords must not hold a colon or white space.
 */
export class MailUsers {
  readonly file: string;
  readonly #group: number | null;

  /** With a group (root only) the file is readable by it, else by its owner alone. */
  constructor(file: string, group: number | null) {
    this.file = file;
    this.#group = group;
  }

  /** What stands in the file behind the name: the password and the fields that the passwd form has. */
  static entry(password: string, quoteScheme = (text: string): string => text): string {
    return `${quoteScheme(scheme)}${password}::::::`;
  }

  /** The users of the file, in its order. */
  async list(): Promise<MailUser[]> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [address = '', password = ''] = line.split(':');
        return { address, password: password.slice(scheme.length) };
      });
  }

  /** Adds users, or gives known ones another password. They can log in and get mail from then on. */
  async add(users: readonly MailUser[]): Promise<void> {
    for (const { address, password } of users) {
      z.string()
        .regex(/^[^\s:@+]+@[a-z0-9.-]+$/)
        .parse(address);
      z.string()
        .regex(/^[^\s:]+$/)
        .parse(password);
    }
    const added = new Set(users.map(({ address }) => address));
    const all = [...(await this.list()).filter(({ address }) => !added.has(address)), ...users];
    const draft = `${this.file}.new`;
    await writeFile(draft, all.map((user) => `${user.address}:${MailUsers.entry(user.password)}\n`).join(''), {
      mode: 0o600,
    });
    if (this.#group !== null) {
      await chown(draft, 0, this.#group);
      const file = await open(draft);
      await file.chmod(0o640);
      await file.close();
    }
    await rename(draft, this.file);
  }
}
