import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decideInvitation } from '../../../../src/bridge/guest/invitation.ts';
import type { InvitationFacts } from '../../../../src/bridge/guest/invitation.ts';
import { readGuestWord } from '../../../../src/bridge/guest/guest-words.ts';
import { readInvitation } from '../../../../src/bridge/guest/read-invitation.ts';
import { IdKey } from '../../../../src/bridge/ids.ts';
import { onlyKey } from '../../../../src/bridge/keys.ts';
import type { ThreadId } from '../../../../src/bridge/types.ts';

describe('the word of a guest', () => {
  it('is the first own line alone, in any language, with what stands around it', () => {
    for (const text of [
      'STOP',
      ' stop. ',
      'Stopp!',
      '\n\nSTOP\n\n-- \nBob',
      'Abmelden',
      '*stop*',
      'Désabonner',
      'PARAR',
    ]) {
      assert.equal(readGuestWord(text, 'Re: Roof'), 'stop', text);
    }
    assert.equal(readGuestWord('START', ''), 'start');
    assert.equal(readGuestWord('täglich', ''), 'daily');
    assert.equal(readGuestWord('ogni ora', ''), 'hourly');
  });

  it('is the subject where nothing is written, and only then', () => {
    assert.equal(readGuestWord('', 'STOP'), 'stop');
    assert.equal(readGuestWord(' \n ', 'stop'), 'stop');
    assert.equal(readGuestWord('Hello', 'STOP'), null);
  });

  it('is nothing else that somebody says', () => {
    for (const text of ['Stop it, please', 'Please stop', 'Now or never', 'Hello\nSTOP', 'unstoppable', 'S T O P']) {
      assert.equal(readGuestWord(text, ''), null, text);
    }
  });

  it('is found, or not, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, subject) => void readGuestWord(text, subject)),
    );
  });
});

describe('what stands behind !mail invite', () => {
  it('is an address with a name in any order, and how many messages', () => {
    const bob = { person: { name: 'Bob Miller', address: 'bob@x.example' }, last: 0 };
    for (const text of [
      'bob@x.example Bob Miller',
      'Bob Miller <bob@x.example>',
      '"Bob Miller" mailto:bob@x.example',
    ]) {
      assert.deepEqual(readInvitation(text), bob, text);
    }
    assert.deepEqual(readInvitation('bob@x.example last 5'), {
      person: { name: '', address: 'bob@x.example' },
      last: 5,
    });
    assert.equal(readInvitation('bob@x.example last 9999')?.last, 50);
  });

  it('is nothing without one address', () => {
    for (const text of ['', 'bob', 'a@x.example b@x.example', 'last 5', 'a'.repeat(1_001)]) {
      assert.equal(readInvitation(text), null, text);
    }
  });

  it('is read, or not, of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readInvitation(text)));
  });
});

describe('an invitation', () => {
  const facts: InvitationFacts = {
    own: false,
    member: false,
    room: { mayInvite: true, encrypted: false },
    state: null,
    stopped: false,
    invitations: { byMember: 0, byAll: 0, ofPerson: 0 },
    bounds: { perMemberDay: 2, perDay: 4 },
  };
  const said = (more: Partial<InvitationFacts>) => {
    const decision = decideInvitation({ ...facts, ...more });
    return decision.do === 'invite' ? 'invite' : decision.why;
  };
  const count = (byMember: number, byAll: number, ofPerson: number) => ({
    invitations: { byMember, byAll, ofPerson },
  });

  it('is decided by the first thing that stands in its way', () => {
    const table: readonly (readonly [Partial<InvitationFacts>, string])[] = [
      [{}, 'invite'],
      [{ room: null }, 'no-power'],
      [{ room: { mayInvite: false, encrypted: true }, own: true }, 'no-power'],
      [{ room: { mayInvite: true, encrypted: true }, own: true }, 'encrypted'],
      [{ own: true, member: true }, 'own'],
      [{ member: true, stopped: true }, 'member'],
      [{ stopped: true, state: 'active' }, 'stopped'],
      [{ state: 'invited' }, 'already'],
      [{ state: 'active' }, 'already'],
      [{ state: 'removed' }, 'invite'],
      [{ state: 'failed' }, 'invite'],
      [count(1, 3, 2), 'invite'],
      [count(2, 4, 3), 'member-quota'],
      [count(0, 4, 3), 'all-quota'],
      [count(0, 0, 3), 'person-quota'],
    ];
    for (const [more, expected] of table) assert.equal(said(more), expected, JSON.stringify(more));
  });
});

describe('the link of a guest', () => {
  const thread = 'roof' as ThreadId;
  const old = 'an old secret of thirty-two characters';
  const now = 'a new secret of thirty-two characters.';

  it('names them under every key that made it, and nobody else can make one', () => {
    const before = new IdKey(onlyKey(old));
    const guest = before.guest(thread, 'bob@x.example');
    const link = before.guestLink(guest);
    assert.equal(before.readGuestLink(link), guest);
    const rotated = new IdKey([
      { version: 2, secret: now, derivation: 'purpose', state: 'current' },
      { version: 1, secret: old, derivation: 'purpose', state: 'leaked' },
    ]);
    assert.equal(rotated.readGuestLink(link), guest);
    assert.equal(new IdKey(onlyKey(now)).readGuestLink(link), null);
    for (const other of ['', guest, `${guest}.${guest}`, `${link}a`, link.replace('.', ''), `${link}\0`]) {
      assert.equal(before.readGuestLink(other), null, other);
    }
  });

  it('knows a person again under a rotated key, so that their stop holds', () => {
    const before = new IdKey(onlyKey(old)).guestPerson('bob@x.example').make;
    const rotated = new IdKey([
      { version: 2, secret: now, derivation: 'purpose', state: 'current' },
      { version: 1, secret: old, derivation: 'purpose', state: 'retired' },
    ]);
    assert.ok(rotated.guestPerson('bob@x.example').known.includes(before));
    assert.notEqual(rotated.guestPerson('bob@x.example').make, before);
  });
});
