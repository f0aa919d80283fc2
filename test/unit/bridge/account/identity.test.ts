import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renamedAccounts, renameProblem } from '../../../../src/bridge/account/identity.ts';
import type { AccountIdentity, KnownIdentity } from '../../../../src/bridge/account/identity.ts';
import type { AccountId } from '../../../../src/bridge/types.ts';

/** `KEY login address`, the login as user@host. */
function identity(text: string): AccountIdentity {
  const [account = '', login = '', address = ''] = text.split(' ');
  const [user = '', host = ''] = login.split('@');
  return { account: account as AccountId, user, host, address };
}

describe('an account under another key', () => {
  const unsaid: KnownIdentity = { account: 'old' as AccountId, host: null, user: null, address: null };
  const cases: readonly [what: string, known: readonly string[], config: readonly string[], renamed: string][] = [
    ['the same key', ['a u@h a@x'], ['a u@h a@x'], ''],
    ['another key for the same login and address', ['a u@h a@x'], ['b u@h a@x'], 'a>b'],
    ['the same in other capitals', ['a u@h a@x'], ['b U@H A@X'], 'a>b'],
    ['capitals alone, under the same key', ['a u@h a@x'], ['a U@H A@X'], ''],
    ['two that swap their keys', ['a u@h a@x', 'b v@h b@x'], ['a v@h b@x', 'b u@h a@x'], ''],
    ['a new one with another user at the same host', ['a u@h a@x'], ['b v@h b@x'], ''],
    ['a new one that reads the same mailbox under another address', ['a u@h a@x'], ['b u@h b@x'], ''],
    ['a second one of the same login, beside the first', ['a u@h a@x'], ['a u@h a@x', 'b u@h a@x'], ''],
    ['a known key takes over the mailbox of one that is gone', ['a u@h a@x', 'b v@h b@x'], ['b u@h a@x'], ''],
    ['two are renamed at once', ['a u@h a@x', 'b v@h b@x'], ['c u@h a@x', 'd v@h b@x'], 'a>c b>d'],
    ['nothing is known', [], ['a u@h a@x'], ''],
  ];
  for (const [what, known, config, expected] of cases) {
    it(`is known again: ${what}`, () => {
      const found = renamedAccounts(known.map(identity), config.map(identity));
      assert.equal(found.map(({ from, to }) => `${from}>${to}`).join(' '), expected);
    });
  }

  it('is not known where no config has said anything of it yet', () => {
    assert.deepEqual(renamedAccounts([unsaid], [identity('new u@h a@x')]), []);
  });

  it('is told with its place in the config and the command that does it', () => {
    const { path, text } = renameProblem({ from: 'a' as AccountId, to: 'b' as AccountId });
    assert.equal(path, 'accounts.b');
    assert.match(text, /mailroom account rename a b/);
  });
});
