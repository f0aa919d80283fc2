/** Synapse with the rules of a government's messenger on top: what its configuration needs beside its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './paths.ts';
import { serveFederationList } from './federation-list.ts';
import { pipFolder } from './pip-folder.ts';
import type { SynapseModule, SynapseOptions } from './synapse.ts';

/** `tim` and `epa`: TI-Messenger, by synapse-invite-checker; `tchap`: Tchap, by synapse-room-access-rules. */
export type RuleKind = 'tim' | 'epa' | 'tchap';

/** What a Synapse with rules is started with, and how to end what stands beside it. */
export interface SynapseRules {
  readonly options: Required<Pick<SynapseOptions, 'modules' | 'packages' | 'roomVersion'>>;
  close(): Promise<void>;
}

const pinned = join(projectRoot, 'tools/servers/synapse-rules.txt');

/**
 * synapse-invite-checker 0.6.1 registers `on_upgrade_room`, a callback of its makers' own Synapse, and so does not
 * start on another. The shim leaves that one out: upgrades of rooms are judged by nobody.
 */
const shim = `from synapse.module_api import ModuleApi

_register = ModuleApi.register_third_party_rules_callbacks


def _register_known(self, **callbacks):
    callbacks.pop("on_upgrade_room", None)
    if callbacks:
        _register(self, **callbacks)


ModuleApi.register_third_party_rules_callbacks = _register_known

from synapse_invite_checker import InviteChecker  # noqa: E402,F401
`;

/** The folder with the modules, put into the cache where it is missing. */
export function installRules(cache: string, python: string): Promise<string> {
  return pipFolder(cache, python, 'synapse-rules-1', ['-r', pinned]);
}

/**
 * The modules for one server name. TI-Messenger's needs a federation list, which is served on the port.
 *
 * @param site `redactionsUpTo`: the rule of TI-Messenger 1.2 about the age of events that are taken away, with this age
 */
export async function prepareRules(
  kind: RuleKind,
  site: {
    readonly packages: string;
    readonly home: string;
    readonly port: number;
    readonly serverName: string;
    readonly redactionsUpTo: string | undefined;
  },
): Promise<SynapseRules> {
  const { packages, home, port, serverName, redactionsUpTo } = site;
  const options = (modules: readonly SynapseModule[], more: readonly string[] = []): SynapseRules['options'] => ({
    modules,
    packages: [packages, ...more],
    // The newest that TI-Messenger allows; Tchap's module fails at 12 where the client sends no levels of its own.
    roomVersion: '10',
  });
  if (kind === 'tchap') {
    const config = { id_server: 'id.test', domains_forbidden_when_restricted: [] };
    return {
      options: options([{ module: 'room_access_rules.RoomAccessRules', config }]),
      close: () => Promise.resolve(),
    };
  }
  const folder = join(home, 'rules');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'mailroom_tim_rules.py'), shim);
  const list = await serveFederationList(join(home, 'federation-list'), port, [serverName]);
  const config = {
    'tim-type': kind === 'epa' ? 'epa' : 'pro',
    ...(redactionsUpTo === undefined
      ? { tim_version: '1.1' }
      : { tim_version: '1.2', redaction_max_age: redactionsUpTo }),
    federation_list_url: list.listUrl,
    gematik_ca_baseurl: list.authorityUrl,
  };
  return {
    options: options([{ module: 'mailroom_tim_rules.InviteChecker', config }], [folder]),
    close: () => list.close(),
  };
}
