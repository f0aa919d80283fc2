/** A mailbox that follows, with processes that end at each step: nothing is done twice, or taken for a person's act. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, Site, type World } from '../support/world.ts';
import { letter, opening, react, room, said } from '../crash/acts.ts';
import { carryOut } from '../crash/played-twice.ts';
import type { Act } from '../crash/played-twice.ts';
import type { Life } from '../support/world-child.ts';

describe('a mailbox that follows', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const settings = { mailbox: 'follow', hold: { after: '0s', at_most: '0s' } };
  /** The flags of the mails in INBOX and archive, and what was said of them in the room. */
  const standing = (world: World) => ({
    inbox: world.imap.inbox.mails.map(({ flags }) => [...flags].sort().join(' ')),
    archive: world.imap.archive.mails.map(({ flags }) => [...flags].sort().join(' ')),
    expunged: world.imap.expunges,
  });
  const remarks = (world: World) =>
    world.homeserver
      .sent()
      .map(({ content }) => String(content['body']))
      .filter((body) => body.includes('mail program'));
  const play = async (world: World, acts: readonly Act[]): Promise<Life> => {
    await world.mailboxesBegun();
    let life: Life | null = null;
    for (const act of acts) life = await carryOut(world, life, act);
    assert.ok(life);
    return life;
  };
  const acts = (world: World) => world.rows(`SELECT kind, state, how FROM mailbox_acts ORDER BY kind`);
  const done = (dies: readonly string[]): Act => ({
    name: 'Alice closes it',
    does: (world) => react(world, said(world, 'The first mail'), '✅'),
    dies,
  });

  const STEPS: readonly (readonly string[])[] = [
    ['desk:ran', 'mailbox:claimed', 'mailbox-archive:begun'],
    ['mailbox-archive:acted', 'mailbox:before-commit'],
    ['mailbox-archive:acted', 'mailbox-archive:acted', 'mailbox:after-commit'],
    ['mailbox-seen:begun', 'mailbox-seen:acted'],
  ];
  for (const dies of STEPS) {
    it(`archives what is done once, and knows that it did, killed at ${dies.join(', ')}`, () =>
      site.in(async (world) => {
        const life = await play(world, [...opening, done(dies)]);
        await world.see('the mail in the archive', () => world.imap.archive.mails.length === 1, life);
        await world.calm(life);
        // Whatever order the two acts came in, the mail is there once.
        const { inbox, archive, expunged } = standing(world);
        assert.deepEqual([inbox, archive.length, expunged], [[], 1, []]);
        const ends = (await acts(world)).map(({ kind, state }) => `${String(kind)} ${String(state)}`);
        assert.equal(ends[0], 'archive done');
        // Found where the process that set the flag died before it could say so.
        assert.match(String(ends[1]), /^seen (?:done|found|gone)$/);
        // Opened again, so that a remark would be made of anything that looked like a person's act.
        letter(world, { subject: 'Re: The crane', id: 'second', answers: '<first@outside.test>' });
        await world.see(
          'the second mail',
          () => world.homeserver.sent().some(({ content }) => String(content['body']).startsWith('The second mail')),
          life,
        );
        await world.calm(life);
        assert.deepEqual(remarks(world), []);
      }, settings));
  }

  it('tells once that a person has archived a mail, wherever the process ends', () =>
    site.in(async (world) => {
      const life = await play(world, [
        ...opening,
        {
          name: 'somebody archives it',
          does: ({ imap }) => imap.move(imap.inbox, imap.inbox.mails, imap.archive),
          begun: async (of) => (await of.rows(`SELECT FROM mailbox_changes WHERE kind = 'gone'`)).length === 1,
          dies: ['imap:before-standing', 'mailbox:ran', 'mailbox:before-commit', 'mailbox:after-commit'],
        },
      ]);
      await world.see('the remark', () => remarks(world).length > 0, life);
      await world.calm(life);
      assert.deepEqual(
        remarks(world).map((body) => body.includes('archived')),
        [true],
      );
      assert.deepEqual(await acts(world), []);
    }, settings));

  it('leaves the mailbox alone where nobody asked for it', () =>
    site.in(async (world) => {
      const life = await play(world, [...opening, done([])]);
      world.homeserver.say(room(world, 'The crane'), alice, '!note Read and done.');
      await world.calm(life);
      assert.deepEqual(standing(world), { inbox: [''], archive: [], expunged: [] });
      assert.deepEqual(await acts(world), []);
      assert.deepEqual(await world.rows('SELECT FROM mailbox_standing'), []);
    }));
});
