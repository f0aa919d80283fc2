import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DELIVERY_SIGNS, TAKEN } from '../../../../src/bridge/delivery/signs.ts';

describe('the reactions that the bot sets', () => {
  const signs = [TAKEN, ...Object.values(DELIVERY_SIGNS)];
  it('are one emoji each, which every homeserver takes', () => {
    for (const sign of signs) assert.match(sign, /^\p{RGI_Emoji}$/v, sign);
    // As sent and delivered were shown before: refused where only emoji are allowed.
    for (const sign of ['✓', '✓✓']) assert.doesNotMatch(sign, /^\p{RGI_Emoji}$/v);
  });
  it('are told apart', () => assert.equal(new Set(signs).size, signs.length));
});
