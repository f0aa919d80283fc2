import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Homeserver, homeserverLogins } from './homeserver.ts';
import { loopback } from './ports.ts';
import { ServerProcess } from './process.ts';

/** What one Dendrite needs. */
export interface DendriteOptions {
  readonly program: string;
  readonly home: string;
  readonly port: number;
  readonly serverName: string;
  readonly registrationSecret: string;
  /** Registration files of appservices; read at the start. */
  readonly registrations: readonly string[];
  /** With user, password and database: all parts of it share one. */
  readonly databaseUrl: string;
  /** Of new rooms; Dendrite's own default (10) where it is left out. */
  readonly roomVersion?: string;
}

/**
 * The configuration, as values. A section that is there and empty loses its defaults: what has nothing to say is left
 * out. Limits are lifted: what is tested is the bridge.
 */
function dendriteConfig(options: DendriteOptions, key: string): object {
  const { home, serverName, registrationSecret, registrations, databaseUrl, roomVersion } = options;
  return {
    version: 2,
    global: {
      server_name: serverName,
      private_key: key,
      disable_federation: true,
      presence: { enable_inbound: false, enable_outbound: false },
      report_stats: { enabled: false },
      jetstream: { storage_path: join(home, 'jetstream'), topic_prefix: 'Dendrite' },
      database: {
        connection_string: `${databaseUrl}?sslmode=disable`,
        max_open_conns: 40,
        max_idle_conns: 10,
        conn_max_lifetime: -1,
      },
    },
    app_service_api: { config_files: registrations },
    client_api: {
      registration_disabled: true,
      guests_disabled: true,
      registration_shared_secret: registrationSecret,
      rate_limiting: { enabled: false },
    },
    federation_api: { key_perspectives: [] },
    media_api: { base_path: join(home, 'media'), max_file_size_bytes: 200 * 2 ** 20 },
    ...(roomVersion === undefined ? {} : { room_server: { default_room_version: roomVersion } }),
    // Passwords of throwaway users need no costly hash.
    user_api: { bcrypt_cost: 4 },
    logging: [{ type: 'std', level: 'warn' }],
  };
}

/** Dendrite's own form of a signing key: PEM with the seed as its body and the key's name as a header. */
function signingKey(): string {
  const seed = randomBytes(32).toString('base64');
  return `-----BEGIN MATRIX PRIVATE KEY-----\nKey-ID: ed25519:auto\n\n${seed}\n-----END MATRIX PRIVATE KEY-----\n`;
}

/** Starts Dendrite on loopback. A second start on the same home and database finds its users and rooms again. */
export async function startDendrite(options: DendriteOptions): Promise<Homeserver> {
  const { home, port, program, serverName, registrationSecret } = options;
  const url = `http://${loopback}:${port}`;
  await mkdir(home, { recursive: true });
  const key = join(home, 'signing.pem');
  if (!existsSync(key)) await writeFile(key, signingKey(), { mode: 0o600 });
  const config = join(home, 'dendrite.yaml');
  await writeFile(config, stringify(dendriteConfig(options, key)), { mode: 0o600 });
  const http = ['-http-bind-address', `${loopback}:${port}`, '-https-bind-address', `${loopback}:0`] as const;
  const server = new ServerProcess({
    name: 'dendrite',
    argv: [program, '-config', config, ...http],
    cwd: home,
    logFile: join(home, 'dendrite.log'),
    pidFile: join(home, 'dendrite.pid'),
    ready: () =>
      fetch(`${url}/_matrix/client/versions`).then(
        (answer) => answer.ok,
        () => false,
      ),
  });
  await server.start();
  return { server, url, serverName, registrationSecret, ...homeserverLogins(url, registrationSecret) };
}
