import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adopted, keysOf, markedLeaked, rotated } from '../../../src/bridge/key-versions.ts';
import { IdKey } from '../../../src/bridge/ids.ts';
import { deriveKeys, secretFingerprint } from '../../../src/bridge/keys.ts';
import type { KeyVersion } from '../../../src/bridge/keys.ts';
import { makeThreadToken, readThreadToken } from '../../../src/bridge/thread-token.ts';
import type { AccountId, EventId, MessageKey, ThreadId, UserId } from '../../../src/bridge/types.ts';
import type { MessageId } from '../../../src/mail/types.ts';

const support = 'support' as AccountId;
const bot = '@mailroom:matrix.test' as UserId;
const first: KeyVersion = {
  version: 1,
  secret: 'the first secret of thirty-two chars',
  derivation: 'plain',
  state: 'retired',
};
const second: KeyVersion = { version: 2, secret: first.secret, derivation: 'purpose', state: 'retired' };
const third: KeyVersion = {
  version: 3,
  secret: 'another secret of thirty-two charact',
  derivation: 'purpose',
  state: 'current',
};
const current = (key: KeyVersion): KeyVersion => ({ ...key, state: 'current' });
const leaked = (key: KeyVersion): KeyVersion => ({ ...key, state: 'leaked' });
const alone = (key: KeyVersion) => new IdKey([current(key)]);
const now = new IdKey([first, second, third]);
const mail = now.outgoing(support, '$first' as EventId);

describe('keys by purpose', () => {
  it('are each another, and none is the secret', () => {
    const keys = Object.values(deriveKeys(third).keys).map((key) => key.export().toString('hex'));
    assert.equal(new Set(keys).size, keys.length);
    assert.ok(!keys.includes(Buffer.from(third.secret).toString('hex')));
  });
  it('of a plain version are the secret, so that what was made before versions were is made alike', () => {
    assert.ok(Object.values(deriveKeys(first).keys).every((key) => key.export().toString() === first.secret));
    // As the version before made them.
    assert.equal(alone(first).hops(support).make, 'wfg6b2gcvaob');
    assert.equal(alone(first).thread(support, '<a@b>' as MessageId, 'c').make, 'iorwtoipct2ftbaa7zug2264c5k4zfvb');
    assert.equal(alone(first).ownMessageId('m' as MessageKey, 'x'), '<m.xh7ambwnmpqlgsk3@x>');
  });
  it('the fingerprint of a secret is no key of it', () => {
    const print = secretFingerprint(third.secret);
    assert.match(print, /^[0-9a-f]{32}$/);
    const keys = Object.values(deriveKeys(third).keys).map((key) => key.export().toString('hex'));
    assert.ok(keys.every((key) => !key.startsWith(print)));
  });
});

describe('a key with versions', () => {
  it('makes under the current one and seeks under all, that one first', () => {
    const { make, known } = now.gathering(support, 'list', 'dev.lists.example');
    assert.equal(make, alone(third).gathering(support, 'list', 'dev.lists.example').make);
    assert.deepEqual(
      known,
      [third, second, first].map((key) => alone(key).gathering(support, 'list', 'dev.lists.example').make),
    );
  });
  it('repeats a transaction id and an ENVID under the version that a row names', () => {
    for (const key of [first, second, third]) {
      assert.equal(now.txn('send', bot, key.version), alone(key).txn('send', bot, key.version));
      assert.equal(now.envelopeId(mail, key.version), alone(key).envelopeId(mail, key.version));
    }
    assert.throws(() => now.txn('send', bot, 4));
  });
  it('reads what a retired one made', () => {
    for (const key of [first, second]) {
      const own = { outgoing: mail, leaked: false };
      assert.deepEqual(now.readOwnMessageId(alone(key).ownMessageId(mail, 'ours.test')), own);
      assert.deepEqual(now.readEnvelopeId(alone(key).envelopeId(mail, key.version)), own);
      assert.deepEqual(now.readOwnHeader(alone(key).ownHeader(mail)), own);
      assert.ok(now.isProbe(alone(key).probe(support, 'a@b', 'nonce'), support, 'a@b', 'nonce'));
      assert.ok(now.hops(support).known.includes(alone(key).hops(support).make));
      assert.ok(now.login('host', 'user').known.includes(alone(key).login('host', 'user').make));
    }
  });
  it('has exactly one that is current', () => {
    assert.throws(() => new IdKey([first, second]));
    assert.throws(() => new IdKey([current(first), third]));
  });
});

describe('a leaked key', () => {
  const after = new IdKey([leaked(first), leaked(second), third]);
  const forged = [first, second].map((key) => alone(key));
  it('attack: proves nothing about a mail that we have no row of', () => {
    for (const thief of forged) {
      assert.equal(after.readOwnMessageId(thief.ownMessageId(mail, 'ours.test')), null);
      assert.equal(after.isOwnMessageId(thief.ownMessageId(mail, 'ours.test')), false);
      assert.equal(after.readEnvelopeId(thief.envelopeId(mail, thief.version)), null);
      assert.equal(after.readOwnHeader(thief.ownHeader(mail)), null);
      assert.equal(after.isProbe(thief.probe(support, 'a@b', 'nonce'), support, 'a@b', 'nonce'), false);
    }
  });
  it('names what has to be looked up, and is believed about the rows that there are', () => {
    const [thief = after] = forged;
    const other = after.outgoing(support, '$other' as EventId);
    const claims = {
      messageIds: [thief.ownMessageId(mail, 'ours.test'), '<a@b>' as MessageId, after.ownMessageId(other, 'ours.test')],
      envelopeIds: [thief.envelopeId(mail, thief.version)],
      ownHeaders: [thief.ownHeader(other)],
    };
    assert.deepEqual(after.doubtful(claims), [mail, other]);
    assert.deepEqual(now.doubtful(claims), []);
    const knowing = after.knowing(new Set([mail]));
    assert.deepEqual(knowing.readOwnMessageId(thief.ownMessageId(mail, 'ours.test')), { outgoing: mail, leaked: true });
    assert.equal(knowing.readOwnMessageId(thief.ownMessageId(other, 'ours.test')), null);
    assert.deepEqual(knowing.readOwnMessageId(after.ownMessageId(mail, 'x')), { outgoing: mail, leaked: false });
  });
  it('says in a token that it is one', () => {
    const thread = 'abcdefghijklmnopqrstuvwxyz234567' as ThreadId;
    const [thief = after] = forged;
    const token = makeThreadToken(thief.tokenKeys, thief.nameOf(support), thread);
    assert.deepEqual(readThreadToken(after.tokenKeys, after.nameOf(support), token), {
      start: thread.slice(0, 13),
      leaked: 1,
    });
  });
});

describe('the letter of a token', () => {
  it('attack: two secrets that share a letter hide neither from the other', () => {
    const letterOf = (secret: string) => deriveKeys({ ...first, secret }).letter;
    const secrets = Array.from({ length: 60 }, (_, index) => `secret number ${index}`);
    const [one = ''] = secrets;
    const twin = secrets.find((secret) => secret !== one && letterOf(secret) === letterOf(one));
    assert.ok(twin);
    const thread = 'abcdefghijklmnopqrstuvwxyz234567' as ThreadId;
    const keys = new IdKey([
      { version: 1, secret: one, derivation: 'plain', state: 'retired' },
      { version: 2, secret: twin, derivation: 'plain', state: 'current' },
    ]);
    for (const secret of [one, twin]) {
      const token = makeThreadToken(alone({ ...first, secret }).tokenKeys, keys.nameOf(support), thread);
      assert.equal(readThreadToken(keys.tokenKeys, keys.nameOf(support), token)?.start, thread.slice(0, 13));
    }
  });
});

describe('the versions of a database', () => {
  const secret = first.secret;
  const next = third.secret;
  const row = (
    version: number,
    of: string,
    state: KeyVersion['state'],
    derivation: KeyVersion['derivation'] = 'purpose',
  ) => ({ version, fingerprint: secretFingerprint(of), derivation, state }) as const;

  it('begin with one by purpose', () => {
    const change = adopted([], { secret, old: [] });
    assert.deepEqual(change, { set: [], add: [row(1, secret, 'current')] });
  });
  it('of a database of before begin with what its secrets made, which is retired', () => {
    const before = { version: 1, fingerprint: null, derivation: 'plain', state: 'current' } as const;
    assert.deepEqual(adopted([before], { secret, old: ['older', secret, 'older'] }), {
      set: [row(1, secret, 'retired', 'plain')],
      add: [row(2, 'older', 'retired', 'plain'), row(3, secret, 'current')],
    });
  });
  it('are adopted once', () => assert.equal(adopted([row(1, secret, 'current')], { secret: next, old: [] }), null));

  it('are none for a secret that is not the current one', () => {
    const rows = [row(1, secret, 'current')];
    assert.equal(keysOf(rows, { secret: next, old: [secret] }), null);
    assert.deepEqual(keysOf(rows, { secret, old: [] }), [
      { version: 1, secret, derivation: 'purpose', state: 'current' },
    ]);
  });
  it('leave out those whose secret the config has no more', () => {
    const rows = [row(1, 'gone', 'retired'), row(2, secret, 'current')];
    assert.deepEqual(
      keysOf(rows, { secret, old: [] })?.map(({ version }) => version),
      [2],
    );
  });

  const rows = [row(1, secret, 'retired', 'plain'), row(2, secret, 'current')];
  it('change to a new secret whose predecessor is known', () => {
    assert.deepEqual(rotated(rows, { secret: next, old: [secret] }, false), {
      do: 'write',
      change: { set: [row(2, secret, 'retired')], add: [row(3, next, 'current')] },
      version: 3,
      before: 2,
    });
  });
  it('mark every version of a leaked secret', () => {
    const rotation = rotated(rows, { secret: next, old: [secret] }, true);
    assert.deepEqual(rotation.do === 'write' && rotation.change.set, [
      row(1, secret, 'leaked', 'plain'),
      row(2, secret, 'leaked'),
    ]);
  });
  it('change to nothing else', () => {
    const refused = (given: readonly ReturnType<typeof row>[], asked: string, old: string[]) => {
      const rotation = rotated(given, { secret: asked, old }, false);
      return rotation.do === 'refuse' ? rotation.why : rotation.do;
    };
    assert.equal(refused([], next, [secret]), 'not-begun');
    assert.equal(refused(rows, secret, []), 'nothing');
    assert.equal(refused(rows, next, []), 'old-missing');
    assert.equal(refused([row(1, next, 'retired'), row(2, secret, 'current')], next, [secret]), 'used-before');
  });
  it('a retired one can be marked as leaked, the current one not', () => {
    assert.deepEqual(markedLeaked([row(1, 'a', 'retired'), row(2, secret, 'current')], 1), {
      set: [row(1, 'a', 'leaked')],
      add: [],
    });
    assert.equal(markedLeaked(rows, 1), 'current');
    assert.equal(markedLeaked(rows, 9), null);
  });
});
