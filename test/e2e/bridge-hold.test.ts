import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, field, mentioned, unique, World } from '../support/e2e.ts';
import { holdTests } from '../support/hold.ts';

// Long enough for an edit or a redaction on a busy machine to come in time, and for all that is said to be one mail.
const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) account.hold = { after: '6s', at_most: '20s' };
  },
});
const alice = await world.client();

describe('the hold', { concurrency: AT_ONCE }, () => {
  holdTests(world, alice);

  it('tells the author when an edit, a redaction or ❌ comes too late', async () => {
    const { outsider, room } = await world.conversation('Too late');
    const said = await alice.say(room, 'Already gone.');
    await outsider.receives('Already gone.');
    await world.signed(said, '✔️');
    await alice.edit(room, said, 'Not gone.');
    const told = await world.answered(said, 'mailed already');
    assert.deepEqual(mentioned(told), ['@alice:matrix.test']);
    const tellings = async () =>
      (await world.messages(room)).filter((event) => field(event, 'body').includes('mailed already')).length;
    const mark = alice.mark();
    await alice.react(room, said, '❌');
    await alice.waitFor((event) => field(event, 'body').includes('mailed already'), { what: 'telling again' }, mark);
    const again = alice.mark();
    await alice.redact(room, said);
    await alice.waitFor((event) => field(event, 'body').includes('mailed already'), { what: 'a third time' }, again);
    assert.equal(await tellings(), 3);
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('ends after its bound however much is said', async () => {
    const { outsider, room } = await world.conversation('Talkative');
    const word = unique('talk');
    const began = performance.now();
    let said = 0;
    let mails = 0;
    while (mails === 0 && performance.now() - began < 30_000) {
      await alice.say(room, `${word} ${++said}`);
      mails = (await outsider.mail.mails()).length;
    }
    assert.equal(mails, 1, 'the mail left while its author went on');
    assert.ok(performance.now() - began > 5_000, 'not before its bound');
  });

  it('keeps the mails of two authors apart, each under its own name', async () => {
    const talk = await world.conversation('Two authors');
    const { outsider, room } = talk;
    const bob = await world.client('bob');
    await bob.join(room);
    await alice.say(room, 'Alice thinks so.');
    await bob.say(room, 'Bob thinks otherwise.');
    await alice.say(room, 'Alice insists.');
    const hers = await outsider.receives('Alice insists.');
    const his = await outsider.receives('Bob thinks otherwise.');
    assert.equal(hers.parsed.from?.value[0]?.name, 'Alice via Support');
    assert.match(hers.parsed.text ?? '', /Alice thinks so\.\s+Alice insists\./);
    assert.equal(his.parsed.from?.value[0]?.name, 'Bob via Support');
    assert.equal(his.parsed.inReplyTo, talk.first.messageId);
    assert.equal((await outsider.mail.mails()).length, 2);
  });

  it('mails an edit by somebody else to nobody', async () => {
    const { outsider, room } = await world.conversation('Not yours');
    const bob = await world.client('bob');
    await bob.join(room);
    const said = await alice.say(room, 'These are my words.');
    await bob.edit(room, said, 'These are not hers.');
    await outsider.receives('These are my words.');
    await world.signed(said, '✔️');
    assert.equal((await outsider.mail.mails()).length, 1);
  });
});
