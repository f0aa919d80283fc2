import assert from 'node:assert/strict';
import { it } from 'node:test';
import { speaksIn } from '../../../../src/bridge/room/puppet-entry.ts';
import type { UserId } from '../../../../src/bridge/types.ts';
import { alice, testAccount } from '../../../support/handlers/fixtures.ts';

const at = { crowded: false, quiet: false };
const known = (membership: string, staysOut = false) => ({ membership, staysOut });

it('a member speaks where they are, and comes in only where they are asked in anyway', () => {
  const account = testAccount();
  assert.equal(speaksIn(account, alice, known('join'), at), 'there');
  assert.equal(speaksIn(account, alice, known('invite'), at), 'enters');
  assert.equal(speaksIn(account, alice, null, at), 'enters');
  for (const out of [known('leave'), known('leave', true), known('ban'), known('knock')]) {
    assert.equal(speaksIn(account, alice, out, at), 'not');
  }
});

it('nobody comes in without a sound, by another policy, or from outside of the team', () => {
  assert.equal(speaksIn(testAccount(), alice, null, { ...at, quiet: true }), 'not');
  assert.equal(speaksIn(testAccount(), alice, known('invite'), { ...at, quiet: true }), 'not');
  assert.equal(speaksIn(testAccount(), alice, known('join'), { ...at, quiet: true }), 'there');
  for (const invite of ['nobody', 'when-claimed', []] as const) {
    assert.equal(speaksIn(testAccount({ invite }), alice, null, at), 'not');
  }
  assert.equal(speaksIn(testAccount({ invite: 'automatic' }), alice, null, { ...at, crowded: true }), 'not');
  const former = '@former:matrix.test' as UserId;
  assert.equal(speaksIn(testAccount(), former, known('join'), at), 'not');
});
