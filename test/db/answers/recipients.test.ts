import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { StandInEvent } from '../../support/homeserver-rooms.ts';
import type { RelayedMail } from '../../support/smtp-stand-in.ts';
import { alice, bob, bobsGhost, bot, domain, Site } from '../../support/world.ts';
import type { World } from '../../support/world.ts';
import type { Life } from '../../support/world-child.ts';

const carol = 'carol@elsewhere.test';
const carolsGhost = `@mail_carol=40elsewhere.test:${domain}`;
const guest = `@guest:${domain}`;

/** The program over stand-ins, with one thread that Bob began. */
class Talk {
  readonly world: World;
  readonly life: Life;
  room = '';
  #mails = 0;

  private constructor(world: World) {
    this.world = world;
    this.life = world.begin();
  }

  static async begin(site: Site, more: Record<string, unknown> = {}): Promise<Talk> {
    const world = await site.world(more);
    await world.mailboxesBegun();
    const talk = new Talk(world);
    try {
      await talk.#open();
    } catch (error) {
      const how = await world.describe();
      await world.end();
      throw new Error(how, { cause: error });
    }
    return talk;
  }

  async #open(): Promise<void> {
    const { world } = this;
    this.arrives('The crane is late.', ['Subject: Crane', 'Message-ID: <first@outside.test>']);
    const shown = () => world.homeserver.sent('m.room.message').find(({ sender }) => sender === bobsGhost);
    await world.see('the mail in its room', () => shown() !== undefined, this.life);
    this.room = shown()?.room_id ?? '';
    for (const user of [alice, guest]) {
      const { rooms } = world.homeserver;
      if (user === guest) rooms.member(this.room, bot, guest, { membership: 'invite' });
      rooms.member(this.room, user, user, { membership: 'join', displayname: user === alice ? 'Alice' : 'Guest' });
    }
    await world.calm(this.life);
  }

  arrives(text: string, fields: readonly string[], from = `Bob <${bob}>`): void {
    const { imap } = this.world;
    imap.add(imap.inbox, [`From: ${from}`, 'To: support@mailroom.test', ...fields, '', text].join('\r\n'));
  }

  /** Says something and waits until all that follows from it is done. */
  async say(text: string, user = alice, more: Record<string, unknown> = {}): Promise<StandInEvent> {
    // People write slower than tests do.
    await this.world.rows('TRUNCATE brake_buckets, brake_latches');
    const said = this.world.homeserver.say(this.room, user, { msgtype: 'm.text', body: text, ...more });
    await this.world.calm(this.life);
    return said;
  }

  async member(user: string, membership: string, by = alice): Promise<void> {
    this.world.homeserver.rooms.member(this.room, by, user, { membership });
    await this.world.calm(this.life);
  }

  /** The next mail that left, which has this in its text. */
  async mailed(text: string): Promise<ParsedMail & { readonly envelope: RelayedMail }> {
    const envelope = this.world.relay.mails[this.#mails];
    assert.ok(envelope !== undefined, `no mail with "${text}"`);
    this.#mails += 1;
    const parsed = await simpleParser(envelope.raw);
    assert.ok(parsed.text?.includes(text), `${String(parsed.text)} instead of "${text}"`);
    return { ...parsed, envelope };
  }

  noMoreMails(): void {
    assert.equal(this.world.relay.mails.length, this.#mails);
  }

  /** The signs of the bot on an event. */
  signs(of: StandInEvent): string[] {
    const { homeserver } = this.world;
    const gone = new Set(homeserver.sent('m.room.redaction', this.room).map(({ redacts }) => redacts));
    return homeserver
      .sent('m.reaction', this.room)
      .filter(({ event_id: id, sender }) => sender === bot && !gone.has(id))
      .map(({ content }) => Object(content['m.relates_to']) as { event_id?: string; key?: string })
      .filter(({ event_id: id }) => id === of.event_id)
      .map(({ key }) => key ?? '');
  }

  /** What the bot answered to an event. */
  answers(to: StandInEvent): string {
    const replies = this.world.homeserver.sent('m.room.message', this.room).filter(({ sender, content }) => {
      const relates = Object(content['m.relates_to']) as { 'm.in_reply_to'?: { event_id?: string } };
      return sender === bot && relates['m.in_reply_to']?.event_id === to.event_id;
    });
    return replies.map(({ content }) => String(content['body'])).join('\n');
  }

  membership(user: string): string {
    return this.world.homeserver.rooms.membership(this.room, user);
  }
}

function addresses(list: AddressObject | AddressObject[] | undefined): string[] {
  const objects = list === undefined ? [] : Array.isArray(list) ? list : [list];
  return objects.flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

const replyTo = (event: StandInEvent) => ({ 'm.relates_to': { 'm.in_reply_to': { event_id: event.event_id } } });
const inThread = (root: StandInEvent) => ({
  'm.relates_to': {
    rel_type: 'm.thread',
    event_id: root.event_id,
    is_falling_back: true,
    'm.in_reply_to': { event_id: root.event_id },
  },
});

describe('who gets what is said', () => {
  let site: Site;
  let talk: Talk;
  before(async () => {
    site = await Site.start();
    talk = await Talk.begin(site);
  });
  after(async () => {
    await talk.world.end();
    await site.stop();
  });

  it('signs at once what will be mailed, and not what stays inside', async () => {
    const said = await talk.say('It is on its way.');
    await talk.mailed('It is on its way.');
    assert.deepEqual(talk.signs(said), ['✔️']);
    const note = await talk.say('!note Is it?');
    assert.deepEqual(talk.signs(note), []);
    const inside = await talk.say('Nobody knows.', guest, inThread(note));
    const deeper = await talk.say('!reply Nobody knows.', alice, inThread(note));
    const reply = await talk.say('Not me.', alice, replyTo(note));
    for (const event of [inside, deeper, reply]) assert.deepEqual(talk.signs(event), []);
    assert.equal(talk.answers(inside), '');
    assert.match(talk.answers(deeper), /in the thread of a note/);
    const call = await talk.say('Alice', guest, {
      format: 'org.matrix.custom.html',
      formatted_body: `<a href="https://matrix.to/#/${alice}">Alice</a>`,
    });
    assert.deepEqual(talk.signs(call), []);
    talk.noMoreMails();
  });

  it('adds a ghost that a member invites to Cc, and quotes the conversation for them once', async () => {
    await talk.member(carolsGhost, 'invite');
    assert.equal(talk.membership(carolsGhost), 'join');
    const said = await talk.say('Carol joins us.');
    assert.match(talk.answers(said), /The first mail here to carol@elsewhere\.test/);
    const first = await talk.mailed('Carol joins us.');
    assert.deepEqual([addresses(first.to), addresses(first.cc)], [[bob], [carol]]);
    assert.match(first.text ?? '', /> The crane is late\.[^]*/);
    assert.match(first.text ?? '', /> It is on its way\./);
    assert.doesNotMatch(first.text ?? '', /Is it\?/, 'a note is told to nobody');
    await talk.say('And again.');
    const second = await talk.mailed('And again.');
    assert.deepEqual(addresses(second.cc), [carol]);
    assert.ok(!second.text?.includes('on its way'));
  });

  it('drops a ghost that somebody removes, also where others still write to it', async () => {
    await talk.member(carolsGhost, 'leave');
    await talk.say('Without Carol.');
    const mail = await talk.mailed('Without Carol.');
    assert.deepEqual([addresses(mail.to), addresses(mail.cc)], [[bob], []]);
    talk.arrives('Carol, look.', [
      `Cc: ${carol}`,
      'Subject: Re: Crane',
      `In-Reply-To: ${mail.messageId ?? ''}`,
      'Message-ID: <second@outside.test>',
    ]);
    await talk.world.see(
      'the answer',
      () =>
        talk.world.homeserver
          .sent('m.room.message', talk.room)
          .some(({ content }) => content['body'] === 'Carol, look.'),
      talk.life,
    );
    await talk.world.calm(talk.life);
    assert.equal(talk.membership(carolsGhost), 'leave');
    await talk.say('Still without Carol.');
    assert.deepEqual(addresses((await talk.mailed('Still without')).cc), []);
  });

  it('lets nobody without the right add a stranger, by invitation or by command', async () => {
    await talk.member(`@mail_dave=40elsewhere.test:${domain}`, 'invite', guest);
    assert.equal(talk.membership(`@mail_dave=40elsewhere.test:${domain}`), 'leave');
    const asked = await talk.say('!mail cc +dave@elsewhere.test', guest);
    assert.match(talk.answers(asked), /level|may not/);
    await talk.say('From a guest.', guest);
    const mail = await talk.mailed('From a guest.');
    assert.deepEqual([addresses(mail.to), addresses(mail.cc)], [[bob], []]);
  });

  it('sends blind copies that nobody sees: in the envelope alone, and to no member of the room', async () => {
    const set = await talk.say('!mail bcc +erin@elsewhere.test');
    assert.match(talk.answers(set), /Bcc \(nobody else sees it\): erin@elsewhere\.test/);
    assert.doesNotMatch(talk.answers(set), /quotes the conversation/);
    await talk.say('Quietly.');
    const mail = await talk.mailed('Quietly.');
    assert.deepEqual([...mail.envelope.to].sort(), [bob, 'erin@elsewhere.test'].sort());
    assert.ok(!mail.envelope.raw.toString().includes('erin@'));
    assert.doesNotMatch(mail.text ?? '', /conversation so far/);
    assert.equal(talk.membership(`@mail_erin=40elsewhere.test:${domain}`), 'leave');
    const { rows } = await talk.world.database.db.query(
      `SELECT field, state FROM outgoing_recipients WHERE address LIKE 'erin%'`,
    );
    assert.deepEqual(rows, [{ field: 'bcc', state: 'accepted' }]);
    await talk.say('!mail bcc none');
    await talk.say('Openly.');
    assert.deepEqual((await talk.mailed('Openly.')).envelope.to, [bob]);
  });

  it('mails no command whose prefix was forgotten', async () => {
    assert.match(talk.answers(await talk.say('!clame')), /^Not mailed.*Did you mean !mail claim\?/);
    assert.match(talk.answers(await talk.say('!weather in Oslo')), /^Not mailed.*!mail help/);
    await talk.say('!reply !weather in Oslo is a command');
    assert.match((await talk.mailed('is a command')).text ?? '', /^!weather in Oslo is a command/);
    talk.noMoreMails();
  });

  it('answers one of several by prefix or for the whole thread', async () => {
    await talk.say(`!mail cc +${carol}`);
    await talk.say('!sender For Bob alone.');
    const alone = await talk.mailed('For Bob alone.');
    assert.deepEqual([addresses(alone.to), addresses(alone.cc)], [[bob], []]);
    assert.ok(!alone.text?.includes('!sender'));
    await talk.say('!mail reply-to-sender');
    await talk.say('Bob again.');
    assert.deepEqual(addresses((await talk.mailed('Bob again.')).cc), []);
    await talk.say('!reply All of you.');
    assert.deepEqual(addresses((await talk.mailed('All of you.')).cc), [carol]);
    await talk.say('!mail reply-to-sender off');
    await talk.say('All again.');
    assert.deepEqual(addresses((await talk.mailed('All again.')).cc), [carol]);
  });

  it('quotes nothing for a newcomer that was said to one alone', async () => {
    await talk.say('!mail cc +fay@elsewhere.test');
    await talk.say('With the story.');
    const { text = '' } = await talk.mailed('With the story.');
    assert.ok(text.includes('> The crane is late.') && text.includes('> All of you.'));
    assert.ok(!text.includes('For Bob alone.') && !text.includes('Bob again.'));
    await talk.say('!mail cc -fay@elsewhere.test');
  });

  it('changes subject and To, and refuses an address that is not the account’s', async () => {
    const from = await talk.say('!mail from boss@elsewhere.test');
    assert.match(talk.answers(from), /not an address of this account/);
    await talk.say('!mail subject Crane, urgent');
    await talk.say('!mail to dave@elsewhere.test');
    await talk.say('To Dave.');
    const mail = await talk.mailed('To Dave.');
    assert.equal(mail.subject, 'Re: Crane, urgent');
    assert.deepEqual([addresses(mail.to), addresses(mail.cc)], [['dave@elsewhere.test'], [carol]]);
    assert.ok(mail.text?.includes('> The crane is late.'));
    const wrong = await talk.say('!mail to nobody');
    assert.match(talk.answers(wrong), /not a mail address/);
    talk.noMoreMails();
  });
});

describe('an account where notes are the rule', () => {
  let site: Site;
  let talk: Talk;
  before(async () => {
    site = await Site.start();
    talk = await Talk.begin(site, { mode: 'note' });
  });
  after(async () => {
    await talk.world.end();
    await site.stop();
  });

  it('mails only what is meant for outside', async () => {
    const mail = talk.world.homeserver.sent('m.room.message', talk.room).find(({ sender }) => sender === bobsGhost);
    assert.ok(mail !== undefined);
    const note = await talk.say('What do we say?');
    assert.deepEqual(talk.signs(note), []);
    await talk.say('I would say yes.', alice, replyTo(note));
    await talk.say('In a thread.', alice, inThread(note));
    talk.noMoreMails();
    const first = await talk.say('!reply Yes.');
    assert.deepEqual(talk.signs(first), ['✔️']);
    assert.equal((await talk.mailed('Yes.')).text?.trim().startsWith('Yes.'), true);
    await talk.say('Tomorrow.', alice, replyTo(mail));
    await talk.mailed('Tomorrow.');
    await talk.say('Or on Friday.', alice, replyTo(first));
    await talk.mailed('Or on Friday.');
    talk.noMoreMails();
  });
});
