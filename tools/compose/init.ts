/**
 * The first service of docker-compose.yml: makes the secrets and configs of the others, once, and says how to log in.
 * It runs in Mailroom's image with nothing but Node, so it imports nothing of ours.
 *
 * Each service has a folder (a volume) below the root that is given: postgres, synapse, mailroom, mail. One more,
 * registration, is where Mailroom writes what it and the homeserver read.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The numbers of the users that the images run as. */
const OWNERS = { postgres: 999, synapse: 991, mailroom: 1000, mail: 0 } as const;
type Service = keyof typeof OWNERS;

const PEOPLE = ['alice', 'bob'] as const;
const VISITOR = 'visitor@outside.test';
const ACCOUNT = 'support@mailroom.test';

interface Secrets {
  readonly postgres: string;
  readonly key: string;
  readonly synapseShared: string;
  readonly synapseMacaroon: string;
  readonly synapseForm: string;
  readonly signing: string;
  readonly support: string;
  readonly visitor: string;
  /** Of each person, for Matrix and mail alike. */
  readonly people: Readonly<Record<string, string>>;
}

const word = (bytes = 12) => randomBytes(bytes).toString('hex');

/** The secrets of an installation: those of its last start, else new ones. */
function secretsOf(root: string): Secrets {
  const file = join(root, 'mailroom', 'installation.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const made: Secrets = {
    postgres: word(),
    key: word(32),
    synapseShared: word(32),
    synapseMacaroon: word(32),
    synapseForm: word(32),
    signing: randomBytes(32).toString('base64').replace(/=+$/, ''),
    support: word(),
    visitor: word(),
    people: Object.fromEntries(PEOPLE.map((name) => [name, word(6)])),
  };
  write(root, 'mailroom', 'installation.json', `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

/** Writes a file for the user of a service alone. Without root (a test) it stays with whoever runs this. */
function write(root: string, service: Service, name: string, text: string): void {
  const folder = join(root, service);
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text, { mode: 0o600 });
  for (const path of [folder, file]) own(path, OWNERS[service], OWNERS[service]);
}

function own(path: string, user: number, group: number): void {
  if (process.getuid?.() === 0) chownSync(path, user, group);
}

function mailroomConfig(): string {
  const team = PEOPLE.map(
    (name) => `      - { user: '@${name}:localhost', address: ${name}@mailroom.test, name: ${capital(name)} }`,
  );
  return `# Made by the init service of docker-compose.yml; yours to change.
homeserver:
  url: http://synapse:8008
  domain: localhost
appservice:
  listen: { host: 0.0.0.0, port: 9000 }
  url: http://mailroom:9000
  registration: /registration/registration.yaml
secret: { file: ./secret }
database: { url: { file: ./database } }
observability:
  listen: { host: 0.0.0.0, port: 9001 }
logging: { format: json }
accounts:
  support:
    address: ${ACCOUNT}
    name: Support
    authentication: none
    imap: { host: mail, ca_file: /tls/ca.pem, user: ${ACCOUNT}, password: { file: ./support.password } }
    smtp: { host: mail, ca_file: /tls/ca.pem, user: ${ACCOUNT}, password: { file: ./support.password } }
    team:
${team.join('\n')}
`;
}

function synapseConfig(secrets: Secrets): string {
  return `# Made by the init service of docker-compose.yml. For a look: no federation, no encryption to the outside.
server_name: localhost
public_baseurl: http://localhost:8008/
report_stats: false
pid_file: /data/homeserver.pid
signing_key_path: /data/signing.key
media_store_path: /data/media
log_config: /data/log.yaml
listeners:
  - port: 8008
    type: http
    tls: false
    x_forwarded: true
    resources: [{ names: [client] }]
database:
  name: psycopg2
  # Made with the C locale by docker/postgres.sql.
  args: { host: postgres, user: synapse, password: ${secrets.postgres}, dbname: synapse, cp_min: 2, cp_max: 8 }
registration_shared_secret: ${secrets.synapseShared}
macaroon_secret_key: ${secrets.synapseMacaroon}
form_secret: ${secrets.synapseForm}
trusted_key_servers: []
federation_domain_whitelist: []
max_upload_size: 100M
app_service_config_files: [/registration/registration.yaml]
`;
}

const SYNAPSE_LOG = `version: 1
formatters: { plain: { format: '%(asctime)s %(levelname)s %(name)s %(message)s' } }
handlers: { console: { class: logging.StreamHandler, formatter: plain } }
root: { level: WARNING, handlers: [console] }
disable_existing_loggers: false
`;

/** Makes all files below `root`; a second time the same ones, with the same secrets. */
function initialise(root: string): Secrets {
  const secrets = secretsOf(root);
  const registration = join(root, 'registration');
  mkdirSync(registration, { recursive: true });
  own(registration, OWNERS.mailroom, OWNERS.synapse);
  write(root, 'postgres', 'password', secrets.postgres);
  write(root, 'synapse', 'homeserver.yaml', synapseConfig(secrets));
  write(root, 'synapse', 'log.yaml', SYNAPSE_LOG);
  const keyId = createHash('sha256').update(secrets.signing).digest('hex').slice(0, 6);
  write(root, 'synapse', 'signing.key', `ed25519 a_${keyId} ${secrets.signing}\n`);
  write(root, 'synapse', 'people', PEOPLE.map((name) => `${name} ${secrets.people[name] ?? ''}\n`).join(''));
  // What a person changed in the config stays.
  if (!existsSync(join(root, 'mailroom', 'config.yaml'))) write(root, 'mailroom', 'config.yaml', mailroomConfig());
  write(root, 'mailroom', 'secret', `${secrets.key}\n`);
  write(root, 'mailroom', 'database', `postgres://mailroom:${secrets.postgres}@postgres:5432/mailroom\n`);
  write(root, 'mailroom', 'support.password', `${secrets.support}\n`);
  const logins: [string, string][] = [
    [ACCOUNT, secrets.support],
    [VISITOR, secrets.visitor],
    ...PEOPLE.map((name): [string, string] => [`${name}@mailroom.test`, secrets.people[name] ?? '']),
  ];
  write(root, 'mail', 'passwd', logins.map(([user, password]) => `${user}:{PLAIN}${password}::::::\n`).join(''));
  return secrets;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const root = process.argv[2] ?? '/volumes';
const { people, visitor } = initialise(root);
process.stdout.write(`
Mailroom is being started. When \`docker compose ps\` says that all is healthy:

  Matrix   any client, homeserver http://localhost:8008
${PEOPLE.map((name) => `           @${name}:localhost  ${people[name] ?? ''}`).join('\n')}
  Mail     any mail program, IMAP localhost:1993 (TLS), SMTP localhost:1587 (STARTTLS)
           ${VISITOR}  ${visitor}
           (the certificate is of an authority of its own: accept it, or fetch it with
           docker compose cp mail:/tls/ca.pem .)

Write from ${VISITOR} to ${ACCOUNT}, and look for the invitation to the space Support as alice.

`);
