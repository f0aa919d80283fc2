/** What starts Mailroom gives it the time and the exit codes that the program has. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { EXIT } from '../../src/cli/command.ts';
import { parseConfig } from '../../src/config/config.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFile(join(root, name), 'utf8');
const units = [
  'deploy/systemd/mailroom.service',
  'deploy/ansible/roles/matrix-bridge-mailroom/templates/systemd/matrix-mailroom.service.j2',
];

/** Seconds in which a stop by default ends: `times.drain`, and what `mailroom run` gives what follows it. */
async function stopSeconds(): Promise<number> {
  const [, smallest = ''] = /```yaml\n(homeserver:.*?)```/s.exec(await read('docs/setup.md')) ?? [];
  const config = parseConfig(smallest, 'setup.md', { folder: '/', readFile: () => 's'.repeat(64), env: {} });
  return config.times.drain / 1000 + 10;
}

describe('what starts Mailroom', () => {
  for (const name of units) {
    it(`does not start it again where that will not help, and waits for its end: ${name}`, async () => {
      const unit = await read(name);
      const codes = /^RestartPreventExitStatus=(.*)$/m.exec(unit)?.[1]?.split(' ').map(Number);
      assert.deepEqual(codes, [EXIT.usage, EXIT.config]);
      assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]) > (await stopSeconds()));
      assert.match(unit, /^ExecReload=.*HUP/m);
    });
  }

  it('waits for its end in the chart', async () => {
    const values = z
      .looseObject({ terminationGracePeriodSeconds: z.number() })
      .parse(parse(await read('deploy/helm/mailroom/values.yaml')));
    assert.ok(values.terminationGracePeriodSeconds > (await stopSeconds()));
  });

  it('has a schema for each value of the chart, and a value for each of the schema', async () => {
    const values = z.record(z.string(), z.unknown()).parse(parse(await read('deploy/helm/mailroom/values.yaml')));
    const schema = z
      .looseObject({ properties: z.record(z.string(), z.unknown()), additionalProperties: z.literal(false) })
      .parse(JSON.parse(await read('deploy/helm/mailroom/values.schema.json')));
    const known = Object.keys(schema.properties).filter((key) => key !== 'global');
    assert.deepEqual(known.toSorted(), Object.keys(values).toSorted());
  });

  it('lets the chart have every section of the config', async () => {
    const sections = z.looseObject({ properties: z.record(z.string(), z.unknown()) });
    const values = z
      .looseObject({ properties: z.looseObject({ config: sections }) })
      .parse(JSON.parse(await read('deploy/helm/mailroom/values.schema.json')));
    const config = sections.parse(JSON.parse(await read('config.schema.json')));
    assert.deepEqual(Object.keys(values.properties.config.properties).sort(), Object.keys(config.properties).sort());
  });
});
