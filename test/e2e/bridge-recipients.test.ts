import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AddressObject, ParsedMail } from 'mailparser';
import { AT_ONCE, bot, field, isMessage, unique, World } from '../support/e2e.ts';
import { Mailbox } from '../support/servers.ts';

const world = await World.start();
const alice = await world.client();

/** The addresses of a field, in order. */
function addresses(list: ParsedMail['to']): string[] {
  const objects: AddressObject[] = list === undefined ? [] : Array.isArray(list) ? list : [list];
  return objects.flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;

/** Everybody whose membership a room knows. */
async function members(room: string): Promise<Map<string, unknown>> {
  const state = await alice.state(room);
  return new Map(
    state
      .filter(({ type }) => type === 'm.room.member')
      .map(({ state_key: user, content }) => [user ?? '', content['membership']]),
  );
}

describe('recipients', { concurrency: AT_ONCE }, () => {
  it('keeps three parties together: To and Cc get the answer, and everybody answers everybody', async () => {
    const second = await world.outsider('Cecil Copy');
    const talk = await world.conversation('Three', {
      cc: [{ name: 'Cecil Copy', address: second.address }, 'carol@mailroom.test'],
    });
    const { outsider, room } = talk;
    const there = await members(room);
    assert.equal(there.get(ghostOf(second.address)), 'join', 'who is in Cc is there as a ghost');
    assert.equal(there.get('@carol:matrix.test'), 'invite', 'a member of the team is there as themselves');
    assert.equal(there.has(ghostOf('carol@mailroom.test')), false);
    assert.equal(there.has(ghostOf('support@mailroom.test')), false);

    const said = await alice.say(room, 'To all of you.');
    const first = await outsider.receives('To all of you.');
    assert.deepEqual(addresses(first.parsed.to), [outsider.address]);
    assert.deepEqual(addresses(first.parsed.cc), [second.address, 'carol@mailroom.test']);
    const copy = await second.receives('To all of you.');
    assert.equal(copy.parsed.messageId, first.parsed.messageId);
    const told = field(await world.answered(said, outsider.address), 'body');
    assert.ok(told.includes(second.address), 'the room is shown who gets it');

    await second.answer(copy, 'Cecil agrees.', { cc: [outsider.address] });
    assert.equal((await world.says(room, 'Cecil agrees.')).sender, ghostOf(second.address));
    const next = await alice.say(room, 'To Cecil first.');
    const other = await second.receives('To Cecil first.');
    assert.deepEqual(addresses(other.parsed.to), [second.address]);
    assert.deepEqual(addresses(other.parsed.cc), [outsider.address]);
    await outsider.receives('To Cecil first.');
    await world.answered(next, second.address);
  });

  it('answers the sender alone where we were a blind copy, and says so', async () => {
    const friend = await world.outsider('Frida Friend');
    const talk = await world.conversation('Blind', { to: friend.address, bcc: 'support@mailroom.test' });
    const said = await alice.say(talk.room, 'Between us.');
    const { parsed } = await talk.outsider.receives('Between us.');
    assert.deepEqual(addresses(parsed.to), [talk.outsider.address]);
    assert.deepEqual(addresses(parsed.cc), []);
    assert.match(field(await world.answered(said, talk.outsider.address), 'body'), /blind copy/);
    await world.signed(said, '✔️');
    assert.equal(
      (await friend.mail.mails()).some((mail) => mail.parsed.text?.includes('Between us.')),
      false,
    );
  });

  it('takes Reply-To for where the answer goes, never for who wrote', async () => {
    const office = await world.outsider('The Office');
    const talk = await world.conversation('Reply-To', { replyTo: office.address });
    assert.equal(talk.ghost, ghostOf(talk.outsider.address));
    const said = await alice.say(talk.room, 'To the office.');
    const { parsed } = await office.receives('To the office.');
    assert.deepEqual(addresses(parsed.to), [office.address]);
    assert.match(field(await world.answered(said, office.address), 'body'), /asked for answers at another address/);
    await world.signed(said, '✔️');
    assert.equal((await talk.outsider.mail.mails()).length, 0);
  });

  it('makes ghosts of twenty people and names the rest in the topic', async () => {
    const crowd = Array.from({ length: 24 }, (_, n) => `sink+crowd${n}@outside.test`);
    const talk = await world.conversation('Crowd', { cc: crowd });
    const there = await members(talk.room);
    assert.equal([...there.keys()].filter((user) => user.startsWith('@mail_')).length, 20);
    const topic = (await alice.state(talk.room)).find(({ type }) => type === 'm.room.topic');
    assert.ok(topic !== undefined && field(topic, 'topic').includes('sink+crowd23@outside.test'));
  });

  it('names nobody to a member who writes from their own mail address, and makes no ghost of them', async () => {
    const word = unique('member');
    const talk = await world.conversation('Member');
    const mail = {
      subject: `Re: ${talk.subject}`,
      inReplyTo: talk.first.messageId,
      references: talk.first.messageId,
      from: { name: 'Carol', address: 'carol@mailroom.test' },
      to: 'support@mailroom.test',
      cc: talk.outsider.address,
      text: word,
    };
    await (await world.memberMailbox('carol')).send(mail);
    const shown = await world.says(talk.room, word);
    assert.equal(shown.sender, bot);
    assert.match(field(shown, 'body'), /Carol/);
    assert.equal((await members(talk.room)).has(ghostOf('carol@mailroom.test')), false);
  });

  it('tells that nobody would get it where a thread has nobody outside', async () => {
    const word = unique('nobody');
    const program = await Mailbox.open(world.environment, world.account('support'));
    await program.send({ to: 'support@mailroom.test', subject: word, text: word });
    await program.close();
    const room = await world.enter(word);
    const shown = await world.says(room, word);
    assert.equal(shown.sender, bot);
    const said = await alice.say(room, 'Anybody?');
    await world.answered(said, 'Not mailed');
    assert.equal((await world.messages(room)).filter(isMessage).length >= 2, true);
  });
});
