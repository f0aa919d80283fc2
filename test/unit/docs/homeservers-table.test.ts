import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { homeserverKinds, type HomeserverKind } from '../../../tools/servers/homeserver.ts';
import { dendriteVersion } from '../../../tools/servers/install-dendrite.ts';
import { synapseVersion } from '../../../tools/servers/install-synapse.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The version of a module that is pinned. */
function pinned(name: string): string {
  const [, version] = new RegExp(`^${name}==(\\S+)$`, 'm').exec(read('tools/servers/synapse-rules.txt')) ?? [];
  assert.ok(version !== undefined, name);
  return `${name} ${version}`;
}

const synapse = `Synapse ${synapseVersion}`;
const ROWS: Readonly<Record<HomeserverKind, readonly [name: string, ...runs: string[]]>> = {
  synapse: ['Synapse', synapseVersion],
  dendrite: ['Dendrite', dendriteVersion],
  tim: ['TI-Messenger (Pro)', synapse, pinned('synapse-invite-checker')],
  epa: ['TI-Messenger (ePA)', synapse, pinned('synapse-invite-checker')],
  tchap: ['Tchap', synapse, pinned('synapse-room-access-rules')],
};

test('docs/setup.md names the homeservers that are tried, with the versions that are run', () => {
  const rows = read('docs/setup.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  for (const kind of homeserverKinds) {
    const [name, ...runs] = ROWS[kind];
    const [row, ...others] = rows.filter(([, first]) => first === name);
    assert.equal(others.length, 0, name);
    for (const version of runs) assert.ok(row?.[2]?.includes(version), `${name}: ${version}`);
  }
});
