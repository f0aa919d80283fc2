import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMMANDS } from '../../../src/bridge/commands-table.ts';
import { FROM_OUTSIDE } from '../../../src/operations/in-matrix.ts';
import { openApiDocument } from '../../../src/operations/openapi.ts';
import { OPERATIONS } from '../../../src/operations/operations.ts';
import { CTL_OPERATIONS, usageOf } from '../../../src/operations/usage.ts';
import { ctlCommand } from '../../../src/commands/ctl.ts';

describe('the table of operations', () => {
  it('has what every command in Matrix does, or says why not', () => {
    const ids = new Set(OPERATIONS.map(({ id }) => id));
    for (const { name } of COMMANDS) {
      const one = FROM_OUTSIDE[name];
      if ('only' in one) assert.match(one.only, /\S{2,} \S/, name);
      else assert.deepEqual(one.operations.filter((id) => !ids.has(id)), [], name); // prettier-ignore
    }
    assert.deepEqual(Object.keys(FROM_OUTSIDE).sort(), COMMANDS.map(({ name }) => name).sort());
  });

  it('has each id, address and word once', () => {
    const unique = (all: readonly string[]) => assert.equal(new Set(all).size, all.length);
    unique(OPERATIONS.map(({ id }) => id));
    unique(OPERATIONS.map(({ method, path }) => `${method} ${path}`));
    unique(CTL_OPERATIONS.map(({ ctl }) => ctl.words));
  });

  it('has an example of each that is typed as it says, and stands in the help', () => {
    for (const one of CTL_OPERATIONS) {
      const { words, example } = one.ctl;
      assert.ok(`${example} `.startsWith(`${words} `), example);
      assert.ok(ctlCommand.help.includes(`  ${usageOf(one)}\n`), words);
      if (usageOf(one).includes(' --as USER') && !usageOf(one).includes('[--as')) assert.match(example, /--as @/);
    }
  });

  it('tells in its document every field of every operation, and every error', () => {
    const document = JSON.stringify(openApiDocument());
    for (const { id } of OPERATIONS) assert.ok(document.includes(`"operationId":"${id}"`), id);
    for (const code of [
      'M_INVALID_PARAM',
      'M_NOT_JSON',
      'M_FORBIDDEN',
      'M_NOT_FOUND',
      'M_TOO_LARGE',
      'M_LIMIT_EXCEEDED',
    ]) {
      assert.ok(document.includes(code), code);
    }
  });
});
