import { join } from 'node:path';
import { startDendrite } from '../servers/dendrite.ts';
import type { Homeserver } from '../servers/homeserver.ts';
import type { HomeserverProgram } from '../servers/install-homeserver.ts';
import { installPsycopg } from '../servers/install-psycopg.ts';
import { cacheFolder } from '../servers/paths.ts';
import type { Postgres } from '../servers/postgres.ts';
import { startSynapse, type Synapse, type SynapseOptions } from '../servers/synapse.ts';
import { prepareRules, type RuleKind } from '../servers/synapse-rules.ts';

/** What a homeserver of any kind is started with. */
export interface HomeserverSite {
  readonly program: HomeserverProgram;
  readonly home: string;
  readonly ports: { readonly synapse: number; readonly federationList: number };
  readonly serverName: string;
  readonly registrationSecret: string;
  readonly registrations: readonly string[];
  readonly roomVersion: string | undefined;
  /** Whether Synapse keeps its rooms in Postgres. */
  readonly onPostgres: boolean;
  /** As of `prepareRules`. */
  readonly redactionsUpTo: string | undefined;
  readonly postgres: Postgres;
  /** Further modules of a plain Synapse, with the folders that they are in; null for none. */
  readonly modules: Required<Pick<SynapseOptions, 'modules' | 'packages'>> | null;
}

/** A homeserver that runs; `close` ends what stands beside it in this process. */
export type StartedHomeserver = { readonly close: () => Promise<void> } & (
  | { readonly kind: 'synapse'; readonly homeserver: Synapse }
  | { readonly kind: 'dendrite'; readonly homeserver: Homeserver }
);

const nothing = (): Promise<void> => Promise.resolve();

/** Starts the homeserver that the program is of. */
export async function startHomeserver(site: HomeserverSite): Promise<StartedHomeserver> {
  const { program } = site;
  switch (program.kind) {
    case 'synapse':
      return {
        kind: 'synapse',
        homeserver: await startPlain(site, program.python, site.modules ?? {}),
        close: nothing,
      };
    case 'dendrite':
      return { kind: 'dendrite', homeserver: await startOnDendrite(site, program.program), close: nothing };
    case 'tim':
    case 'epa':
    case 'tchap':
      return startWithRules(site, program);
  }
}

async function startPlain(site: HomeserverSite, python: string, more: Partial<SynapseOptions>): Promise<Synapse> {
  const { home, ports, serverName, registrationSecret, registrations, roomVersion, onPostgres, postgres } = site;
  const database = onPostgres
    ? {
        postgres: {
          url: await postgres.createDatabase('synapse'),
          driver: await installPsycopg(cacheFolder(), python),
        },
      }
    : {};
  return startSynapse({
    python,
    home: join(home, 'synapse'),
    port: ports.synapse,
    serverName,
    registrationSecret,
    registrations,
    ...more,
    ...(roomVersion === undefined ? {} : { roomVersion }),
    ...database,
  });
}

async function startWithRules(
  site: HomeserverSite,
  program: { readonly kind: RuleKind; readonly python: string; readonly packages: string },
): Promise<StartedHomeserver> {
  const rules = await prepareRules(program.kind, {
    packages: program.packages,
    home: site.home,
    port: site.ports.federationList,
    serverName: site.serverName,
    redactionsUpTo: site.redactionsUpTo,
  });
  try {
    return {
      kind: 'synapse',
      homeserver: await startPlain(site, program.python, rules.options),
      close: () => rules.close(),
    };
  } catch (error) {
    await rules.close();
    throw error;
  }
}

async function startOnDendrite(site: HomeserverSite, program: string): Promise<Homeserver> {
  const { home, ports, serverName, registrationSecret, registrations, roomVersion, postgres } = site;
  return startDendrite({
    program,
    home: join(home, 'dendrite'),
    port: ports.synapse,
    serverName,
    registrationSecret,
    registrations,
    databaseUrl: await postgres.createDatabase('dendrite'),
    ...(roomVersion === undefined ? {} : { roomVersion }),
  });
}
