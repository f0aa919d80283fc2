import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMMANDS } from '../../../src/commands/all.ts';
import { openApiDocument } from '../../../src/provisioning/openapi.ts';
import { OPERATIONS } from '../../../src/provisioning/operations.ts';
import { CTL_OPERATIONS, usageOf } from '../../../src/provisioning/usage.ts';
import { ctlCommand } from '../../../src/cli/ctl.ts';

describe('the table of operations', () => {
  it('has what every command in Matrix does, or says why not', () => {
    for (const { name, outside } of COMMANDS) {
      if ('only' in outside) assert.match(outside.only, /\S{2,} \S/, name);
      else assert.deepEqual(outside.operations.filter((one) => !OPERATIONS.includes(one)), [], name); // prettier-ignore
      if ('operations' in outside) assert.notEqual(outside.operations.length, 0, name);
    }
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
