import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stringify } from 'yaml';
import { z } from 'zod';
import { type Homeserver, homeserverLogins } from './homeserver.ts';
import { loopback } from './ports.ts';
import { ServerProcess } from './process.ts';

/** What one Synapse needs. */
export interface SynapseOptions {
  /** The Python that has Synapse. */
  readonly python: string;
  readonly home: string;
  readonly port: number;
  readonly serverName: string;
  readonly registrationSecret: string;
  /** Registration files of appservices; read at the start. */
  readonly registrations: readonly string[];
  /** Of new rooms; Synapse's own default where it is left out. */
  readonly roomVersion?: string;
  /** SQLite where it is left out. */
  readonly postgres?: SynapsePostgres;
  readonly modules?: readonly SynapseModule[];
  /** Folders of further Python packages, those of its modules among them. */
  readonly packages?: readonly string[];
}

export interface SynapsePostgres {
  /** With user, password and database; the database has to have the collation C. */
  readonly url: string;
  /** The folder that has psycopg2. */
  readonly driver: string;
}

/** A module of Synapse's, with its own configuration. */
export interface SynapseModule {
  readonly module: string;
  readonly config: object;
}

/** What is asked of Synapse alone. */
export interface Synapse extends Homeserver {
  /** How many transactions it has not been told to be taken yet; read from its database, SQLite alone. */
  pendingTransactions(): number;
}

/** The configuration, as values. Limits are lifted: what is tested is the bridge. */
function synapseConfig(
  { home, port, serverName, registrationSecret, registrations, roomVersion, postgres, modules = [] }: SynapseOptions,
  secrets: string,
): object {
  const unlimited = { per_second: 9999, burst_count: 9999 };
  return {
    server_name: serverName,
    public_baseurl: `http://${loopback}:${port}/`,
    report_stats: false,
    ...(roomVersion === undefined ? {} : { default_room_version: roomVersion }),
    pid_file: join(home, 'homeserver.pid'),
    listeners: [
      {
        port,
        bind_addresses: [loopback],
        type: 'http',
        tls: false,
        resources: [{ names: ['client', 'media'], compress: false }],
      },
    ],
    database:
      postgres === undefined
        ? { name: 'sqlite3', args: { database: join(home, 'homeserver.db') } }
        : { name: 'psycopg2', args: { dsn: postgres.url, cp_min: 2, cp_max: 10 } },
    log_config: join(home, 'log.yaml'),
    media_store_path: join(home, 'media'),
    signing_key_path: join(home, 'signing.key'),
    trusted_key_servers: [],
    federation_domain_whitelist: [],
    modules,
    app_service_config_files: registrations,
    registration_shared_secret: registrationSecret,
    macaroon_secret_key: secrets,
    form_secret: secrets,
    // Passwords of throwaway users need no costly hash (Synapse's default is 12 rounds).
    bcrypt_rounds: 4,
    max_upload_size: '200M',
    presence: { enabled: false },
    url_preview_enabled: false,
    enable_media_repo: true,
    rc_message: unlimited,
    rc_registration: unlimited,
    rc_admin_redaction: unlimited,
    rc_login: { address: unlimited, account: unlimited, failed_attempts: unlimited },
    rc_joins: { local: unlimited, remote: unlimited },
    rc_joins_per_room: unlimited,
    rc_invites: { per_room: unlimited, per_user: unlimited, per_issuer: unlimited },
    rc_media_create: unlimited,
    rc_room_creation: unlimited,
  };
}

const logConfig = {
  version: 1,
  disable_existing_loggers: false,
  formatters: { line: { format: '%(asctime)s %(name)s %(levelname)s %(message)s' } },
  handlers: { console: { class: 'logging.StreamHandler', formatter: 'line' } },
  root: { level: 'WARNING', handlers: ['console'] },
};

async function writeFiles(options: SynapseOptions): Promise<string> {
  const { home } = options;
  await mkdir(home, { recursive: true });
  const key = join(home, 'signing.key');
  // The form of a Synapse signing key: algorithm, version, unpadded base64 of the seed.
  if (!existsSync(key))
    await writeFile(key, `ed25519 a_1 ${randomBytes(32).toString('base64').replace(/=+$/, '')}\n`, { mode: 0o600 });
  const file = join(home, 'homeserver.yaml');
  const secret = createHmac('sha256', options.registrationSecret).update('other secrets').digest('hex');
  await writeFile(file, stringify(synapseConfig(options, secret)), { mode: 0o600 });
  await writeFile(join(home, 'log.yaml'), stringify(logConfig));
  return file;
}

/** Starts Synapse on loopback. A second start on the same home finds its users and rooms again. */
export async function startSynapse(options: SynapseOptions): Promise<Synapse> {
  const { home, python, port, serverName, registrationSecret } = options;
  const url = `http://${loopback}:${port}`;
  const packages = [...(options.packages ?? []), ...(options.postgres === undefined ? [] : [options.postgres.driver])];
  const config = await writeFiles(options);
  const server = new ServerProcess({
    name: 'synapse',
    argv: [python, '-m', 'synapse.app.homeserver', '-c', config],
    ...(packages.length === 0 ? {} : { env: { PYTHONPATH: packages.join(':') } }),
    cwd: home,
    logFile: join(home, 'synapse.log'),
    pidFile: join(home, 'synapse.pid'),
    readyWithin: 90_000,
    ready: () =>
      fetch(`${url}/health`).then(
        (answer) => answer.ok,
        () => false,
      ),
  });
  await server.start();
  return {
    server,
    url,
    serverName,
    registrationSecret,
    ...homeserverLogins(url, registrationSecret),
    pendingTransactions: () => {
      const database = new DatabaseSync(join(home, 'homeserver.db'), { readOnly: true });
      try {
        const row = database.prepare('SELECT count(*) AS pending FROM application_services_txns').get();
        return z.object({ pending: z.number() }).parse(row).pending;
      } finally {
        database.close();
      }
    },
  };
}
