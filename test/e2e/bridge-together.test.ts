/** Drafts that a second person sends, mails that leave at a time, prepared answers: on real servers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';
import type { MatrixUser, SeenEvent } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) {
      account.hold = { after: '1s', at_most: '4s' };
      account.four_eyes = true;
      account.answers = { thanks: 'Dear {name},\n\nthank you for “{subject}”.\n{me}' };
    }
  },
});
const alice = await world.client();
const bob = await world.client('bob');

/** What the bot shows of a draft with these words; the newest with them. */
function shows(room: string, text: string, after: readonly SeenEvent[] = []): Promise<SeenEvent> {
  const known = new Set(after.map(({ event_id: id }) => id));
  return alice.waitFor(
    (event) =>
      event.room_id === room &&
      event.sender === bot &&
      field(event, 'body').includes('A draft by') &&
      field(event, 'body').includes(text) &&
      !known.has(event.event_id),
    { what: `a draft with "${text}"`, within: PATIENCE },
  );
}

async function stateOf(event: string): Promise<string | undefined> {
  const rows = await world.sql<{ state: string }>(
    'SELECT o.state FROM outgoing o JOIN outgoing_events e USING (outgoing) WHERE e.event = $1',
    [event],
  );
  return rows[0]?.state;
}

describe('written together', { concurrency: AT_ONCE }, () => {
  async function talk(title: string) {
    const conversation = await world.conversation(title);
    await bob.join(conversation.room);
    return conversation;
  }
  const yes = (by: MatrixUser, shown: SeenEvent) => by.react(shown.room_id, shown.event_id, '✅');

  it('leaves with the ✅ of a colleague, as it was shown, and not with that of its author', async () => {
    const { outsider, room } = await talk('Four eyes');
    const word = unique('word');
    const said = await alice.say(room, `Your lamp is on its way ${word}.`);
    const shown = await shows(room, word);
    await yes(alice, shown);
    await world.says(room, 'does not count on what you wrote yourself', { by: bot });
    assert.equal(await stateOf(said), 'closed');
    await yes(bob, shown);
    const mail = await outsider.receives(word);
    assert.equal(mail.parsed.from?.value[0]?.name, 'Alice via Support');
    await world.signed(said, '✔️');
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('needs another ✅ after an edit, and leaves with the new words alone', async () => {
    const { outsider, room } = await talk('Edited');
    const [old, fresh] = [unique('old'), unique('fresh')];
    const said = await alice.say(room, `Price: ${old}.`);
    const first = await shows(room, old);
    await alice.edit(room, said, `Price: ${fresh}.`);
    const second = await shows(room, fresh);
    await yes(bob, first);
    await world.says(room, 'belongs on my newest message about this draft', { by: bot });
    assert.equal(await stateOf(said), 'closed');
    await yes(bob, second);
    const { raw } = await outsider.receives(fresh);
    assert.ok(!raw.toString('utf8').includes(old));
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('waits again where the ✅ is taken away, and is never mailed after ❌', async () => {
    const talking = await talk('Away');
    const { outsider, room } = talking;
    const word = unique('away');
    const said = await alice.say(room, `Not yet ${word}.`);
    const shown = await shows(room, word);
    const mark = await yes(bob, shown);
    await bob.redact(room, mark);
    await world.says(room, 'The ✅ was taken away', { by: bot });
    await bob.react(room, shown.event_id, '❌');
    await until(async () => (await stateOf(said)) === 'cancelled', { what: 'its end', within: PATIENCE });
    await world.barrier(talking);
    assert.equal((await outsider.mail.mails()).length, 0);
  });

  it('has the words and recipients that a colleague gave it, whom somebody else says yes to', async () => {
    const { outsider, room } = await talk('Changed');
    const kim = await world.outsider('Kim');
    const [old, fresh] = [unique('old'), unique('fresh')];
    await alice.say(room, `Teh lamp ${old}.`);
    await shows(room, old);
    await bob.say(room, `!mail draft The lamp ${fresh}.`);
    const changed = await shows(room, fresh);
    await bob.say(room, `!mail cc +${kim.address}`);
    const widened = await alice.waitFor(
      (event) =>
        event.room_id === room &&
        field(event, 'body').includes('A draft by') &&
        field(event, 'body').includes(kim.address) &&
        event.event_id !== changed.event_id,
      { what: 'the draft with Kim', within: PATIENCE },
    );
    await yes(bob, widened);
    await world.says(room, 'does not count on what you wrote yourself', { by: bot });
    const carol = await world.client('carol');
    await carol.join(room);
    await yes(carol, widened);
    for (const one of [outsider, kim]) {
      const { raw } = await one.receives(fresh);
      assert.ok(!raw.toString('utf8').includes(old));
    }
  });

  it('is mailed at the time that was named and not before, where somebody has said yes', async () => {
    const { outsider, room } = await talk('Later');
    const word = unique('later');
    const said = await alice.say(room, `Good morning ${word}.`);
    const shown = await shows(room, word);
    const began = performance.now();
    await alice.reply(room, said, '!mail send at 1m');
    await world.says(room, 'It waits for the ✅ of somebody else besides', { by: bot });
    await yes(bob, shown);
    await world.says(room, 'Bob says yes: it is mailed at 20', { by: bot });
    await outsider.mail.waitFor(({ parsed }) => (parsed.text ?? '').includes(word), {
      what: 'the mail',
      within: 60_000 + PATIENCE,
    });
    assert.ok(performance.now() - began > 55_000, 'not before its time');
    await world.signed(said, '✔️');
  });

  it('is the first mail of a conversation that somebody begins', async () => {
    const outsider = await world.outsider('Begun');
    const word = unique('begun');
    const made = await alice.request('POST', '/_matrix/client/v3/createRoom', { invite: [bot], is_direct: true });
    assert.ok(made instanceof Object && 'room_id' in made && typeof made.room_id === 'string');
    const chat = made.room_id;
    await world.says(chat, 'help', { by: bot });
    const what = `to: ${outsider.address}, subject: ${word}, account: support`;
    await alice.say(chat, `compose ${what}\n!note Dear guest, ${word}.`);
    const room = await world.enter(word);
    await bob.join(room);
    const shown = await shows(room, `!note Dear guest, ${word}.`);
    assert.equal((await outsider.mail.mails()).length, 0);
    await yes(bob, shown);
    await outsider.receives(`!note Dear guest, ${word}.`);
  });

  it('is a prepared answer in the name of whoever asked, with a stranger’s name as text', async () => {
    const outsider = await world.outsider('!mail done @room <b>Eve</b>');
    const { room, subject } = await world.conversation('Prepared', { outsider });
    await bob.join(room);
    await alice.say(room, '!mail answer thanks');
    const shown = await shows(room, 'thank you for');
    await yes(bob, shown);
    const mail = await outsider.receives('thank you for');
    assert.match(mail.parsed.text ?? '', /^Dear !mail done @room <b>Eve<\/b>,/);
    assert.ok((mail.parsed.text ?? '').includes(subject));
    assert.ok(!field(shown, 'formatted_body').includes('<b>Eve'));
  });
});
