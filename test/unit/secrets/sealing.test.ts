import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { newKey } from '../../../src/secrets/key-file.ts';
import { fingerprintOfKey, sameBytes, seal, SealFailure, unseal } from '../../../src/secrets/sealing.ts';
import type { Sealed, SecretPlace } from '../../../src/secrets/sealing.ts';

const key = newKey(1);
const place: SecretPlace = { account: 'support' as AccountId, field: 'imap.password' };
const MARK = 'swordfish-7f3a';

const changed = (error: unknown): boolean => {
  assert.ok(error instanceof SealFailure);
  assert.equal(error.kind, 'changed');
  assert.ok(!error.message.includes(MARK));
  return true;
};

describe('a sealed secret', () => {
  it('opens to what was sealed, whatever text it is', async () => {
    for (const text of [MARK, '', 'ключ ☃ 🗝', '\u0000\r\n', '\ufeffbom', 'x'.repeat(10_000)]) {
      assert.equal(await unseal(key, place, await seal(key, place, text)), text);
    }
  });

  it('is another each time, and shows nothing of what it is', async () => {
    const [one, other] = [await seal(key, place, MARK), await seal(key, place, MARK)];
    assert.notDeepEqual(one.nonce, other.nonce);
    assert.notDeepEqual(one.sealed, other.sealed);
    assert.ok(!Buffer.from(one.sealed).toString('latin1').includes(MARK));
  });

  it('opens in no other account, field or version, and with no other key', async () => {
    const sealed = await seal(key, place, MARK);
    await assert.rejects(unseal(key, { ...place, account: 'sales' as AccountId }, sealed), changed);
    await assert.rejects(unseal(key, { ...place, field: 'smtp.password' }, sealed), changed);
    await assert.rejects(unseal({ ...key, version: 2 }, place, sealed), changed);
    await assert.rejects(unseal(newKey(1), place, sealed), changed);
  });

  it('does not open with any bit changed, cut off or added', async () => {
    const { version, nonce, sealed } = await seal(key, place, MARK);
    const broken: Sealed[] = [
      ...Array.from(sealed.keys(), (at) => ({ version, nonce, sealed: flipped(sealed, at) })),
      ...Array.from(nonce.keys(), (at) => ({ version, nonce: flipped(nonce, at), sealed })),
      ...[0, 1, 15, 16, sealed.length - 1].map((length) => ({ version, nonce, sealed: sealed.slice(0, length) })),
      { version, nonce, sealed: new Uint8Array([...sealed, 0]) },
      { version, nonce: nonce.slice(1), sealed },
      { version, nonce: new Uint8Array(), sealed },
    ];
    for (const one of broken) await assert.rejects(unseal(key, place, one), changed);
  });

  it('is not made of what is no text', async () => {
    await assert.rejects(seal(key, place, 'half a pair \ud800'), { code: 'secret-no-text' });
  });
});

describe('the fingerprint of a key', () => {
  it('is the same for the same key, and another for another', async () => {
    assert.ok(sameBytes(await fingerprintOfKey(key), await fingerprintOfKey({ ...key, version: 9 })));
    assert.ok(!sameBytes(await fingerprintOfKey(key), await fingerprintOfKey(newKey(1))));
    assert.ok(!sameBytes(await fingerprintOfKey(key), new Uint8Array(3)));
  });
});

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}
