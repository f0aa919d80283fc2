import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from '../../../src/base/nearest.ts';

describe('the nearest of some words', () => {
  it('is the one with the least slips, the first of several', () => {
    assert.equal(nearest('mailbxes', ['mailbox', 'mailboxes']), 'mailboxes');
    assert.equal(nearest('bat', ['cat', 'rat']), 'cat');
    assert.equal(nearest('exact', ['exapt', 'exact']), 'exact');
  });

  it('takes two neighbours the other way round for one slip', () => {
    for (const [typed, meant] of [
      ['hsot', 'host'],
      ['pots', 'post'],
      ['ot', 'to'],
      ['obsevrability', 'observability'],
    ] as const)
      assert.equal(nearest(typed, [meant]), meant);
  });

  it('finds what lacks a piece in front', () => {
    assert.equal(nearest('imap.host', ['imaps.imap.host', 'smtp.port']), null);
    assert.equal(nearest('port.imap.mailboxes', ['support.imap.mailboxes']), 'support.imap.mailboxes');
    assert.equal(nearest('upport.imap.mailboxes', ['support.imap.mailboxes']), 'support.imap.mailboxes');
  });

  it('is none where more is wrong than a slip', () => {
    assert.equal(nearest('abcdef', ['uvwxyz']), null);
    assert.equal(nearest('abc', ['xyc']), null);
    assert.equal(
      nearest('abc', ['xyc'], () => 2),
      'xyc',
    );
  });

  it('is found in time among long words of strangers', () => {
    const long = 'ab'.repeat(100_000);
    assert.equal(nearest(long, [long.slice(1), `${long}c`]), `${long}c`);
  });
});
