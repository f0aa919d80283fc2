import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from './run.ts';

/** The files of a certificate authority of our own and of the one server certificate that it signed. */
export interface Certificates {
  readonly folder: string;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const;

/**
 * Makes an authority and a certificate for `localhost`, 127.0.0.1 and ::1, valid for ten years; keeps what is there.
 * The key is readable by its owner alone until a server's user is given it.
 */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const file = (name: string): string => join(folder, name);
  const made = { folder, ca: file('ca.pem'), certificate: file('server.pem'), key: file('server.key') };
  if (existsSync(file('complete'))) return made;
  await mkdir(folder, { recursive: true });
  await writeFile(
    file('extensions'),
    'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\nextendedKeyUsage=serverAuth\n',
  );
  const days = ['-days', '3650'] as const;
  await command([
    'openssl',
    'req',
    '-x509',
    ...curve,
    ...days,
    '-keyout',
    file('ca.key'),
    '-out',
    made.ca,
    '-subj',
    '/CN=Mailroom demo authority',
  ]);
  await command([
    'openssl',
    'req',
    ...curve,
    '-keyout',
    made.key,
    '-out',
    file('server.csr'),
    '-subj',
    '/CN=localhost',
  ]);
  await command([
    ...[
      'openssl',
      'x509',
      '-req',
      '-in',
      file('server.csr'),
      '-CA',
      made.ca,
      '-CAkey',
      file('ca.key'),
      '-CAcreateserial',
    ],
    ...[...days, '-extfile', file('extensions'), '-out', made.certificate],
  ] as ['openssl', ...string[]]);
  await Promise.all([chmod(made.key, 0o600), chmod(file('ca.key'), 0o600), chmod(made.ca, 0o644)]);
  await writeFile(file('complete'), '');
  return made;
}
