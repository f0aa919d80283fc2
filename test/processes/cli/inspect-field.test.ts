/** Mails that people reported to come out wrong in some product, and what is right. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { recordsIn, runInspect } from '../../support/inspect.ts';

const root = join(import.meta.dirname, '../..');
const field = (name: string) => join(root, 'fixtures/field', name);
const golden = (name: string) => join(root, 'golden/mail-in', `${name}.eml`);
const records = async (...args: string[]) => recordsIn((await runInspect(['--json', ...args])).out);

describe('mailroom inspect, of reports that are known by their words', () => {
  const rows = [
    ['bounce-of-a-gateway', 'failed', 550, false, '<xyz.1@firma.example>'],
    ['bounce-under-a-list-header', 'failed', null, true, null],
    ['bounce-delayed-in-words', 'delayed', null, false, null],
  ] as const;
  for (const [name, action, reply, final, about] of rows)
    it(`${name}: who, what became of the mail, and whether the address is bad for good`, async () => {
      const [one] = await records(golden(name));
      assert.equal(one?.kind, 'dsn');
      assert.deepEqual(one.bounce, {
        by: 'words',
        message_id: about,
        recipients: [{ address: 'petra@ziel.example', action, status: null, reply, final }],
      });
    });

  it('says on its page that such a report proves nothing, and that a refusal is not an address', async () => {
    const { out } = await runInspect([golden('bounce-of-a-gateway')]);
    assert.match(out, /about {5}petra@ziel\.example: failed 550, not final\n/);
    assert.match(out, /known by its words alone: proves nothing/);
  });
});

describe('mailroom inspect, of mails of groups', () => {
  for (const [name, address, by] of [
    ['49-google-group.eml', 'carl@client.example', 'support@mail.example'],
    ['50-mailman-munged.eml', 'eva@strict.example', 'bees@lists.hive.example'],
  ] as const)
    it(`${name}: its writer, vouched for by the group alone`, async () => {
      for (const account of [[], ['--account', 'support@mail.example']]) {
        const [one] = await records(...account, field(name));
        assert.equal(one?.sender?.address, address);
        assert.equal(one.sender.verdict, 'unchecked');
        assert.deepEqual(one.sender.evidence, [{ said: `written by ${address}`, by }]);
        assert.doesNotMatch(JSON.stringify(one.events), /from a mail program/);
      }
    });
});

describe('mailroom inspect, of ids as programs write them', () => {
  it('puts all into one thread, however their ids are folded, encoded or without brackets', async () => {
    const all = await records(field('51-ids.mbox'));
    assert.equal(all.length, 6);
    assert.equal(new Set(all.map(({ thread }) => thread?.id)).size, 1);
    assert.deepEqual(
      all.map(({ thread }) => thread?.reason),
      ['no-references', 'in-reply-to', 'in-reply-to', 'in-reply-to', 'in-reply-to', 'references'],
    );
    assert.equal(all[2]?.message_id, '<wJ6Gixv2LKcZ9G=@emersion.example>');
  });

  it('takes an address for no id: two threads that know nothing of each other', async () => {
    const [first, second] = await records(field('97-id-is-an-address.mbox'));
    assert.notEqual(first?.thread?.id, second?.thread?.id);
    assert.deepEqual([first?.thread?.reason, second?.thread?.reason], ['no-references', 'no-references']);
  });

  it('puts a colleague of the sender into the same thread, with no mark where nobody is asked', async () => {
    const [first, second] = await records(field('98-reply-from-a-colleague.mbox'));
    assert.equal(second?.thread?.id, first?.thread?.id);
    assert.deepEqual(second?.thread?.row, { relation: 'same-organisation', verdict: 'pass' });
    const [, asked] = await records('--receiver', 'mx.example', field('98-reply-from-a-colleague.mbox'));
    assert.deepEqual(asked?.thread?.row, { relation: 'same-organisation', verdict: 'unchecked' });
  });
});
