/** The mail of before a new account, killed at each step of its way in, while new mail comes: each is there once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ImportReport } from '../../src/importing/report.ts';
import { runImport } from '../support/import-process.ts';
import { bot, Site, type Step, type World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const CHAINS: Readonly<Record<string, readonly Step[]>> = {
  'before its rooms': ['history:begun', 'import:read', 'import:placed'].map((at) => ({ at, nth: 1 })),
  'in its rooms': [
    { at: 'import:sent', nth: 2 },
    { at: 'import:marked', nth: 1 },
    { at: 'import:filled', nth: 1 },
  ],
  'at its end': ['history:imported', 'history:ended'].map((at) => ({ at, nth: 1 })),
};
const HISTORY = { history: { days: 90 } };

/** A mail of so many days ago. */
const mail = (id: string, of: string, from = 'Bob <bob@outside.test>'): string =>
  [
    `From: ${from}`,
    `To: ${from.includes('mailroom.test') ? 'bob@outside.test' : 'support@mailroom.test'}`,
    `Message-ID: <${id}@outside.test>`,
    ...(id === of ? [] : [`References: <${of}@outside.test>`]),
    `Subject: ${id === of ? '' : 'Re: '}About ${of}`,
    '',
    `words of ${id}`,
    '',
  ].join('\r\n');

describe('the mail of before a new account', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);
  /** Two conversations of the last 90 days, one of them with an answer of ours in Sent, and one of long ago. */
  const fill = ({ imap }: World): void => {
    imap.add(imap.inbox, mail('long', 'long'), [], ago(400));
    imap.add(imap.inbox, mail('lamp', 'lamp'), ['\\Seen'], ago(60));
    imap.add(imap.sent, mail('lamp2', 'lamp', 'Support <support@mailroom.test>'), ['\\Seen'], ago(59));
    imap.add(imap.inbox, mail('chair', 'chair'), [], ago(30));
    imap.add(imap.trash, mail('bin', 'bin'), [], ago(30));
  };
  /** What is said of mails, sorted; and what the lobby is told of it. */
  const said = ({ homeserver }: World, words: string): string[] =>
    homeserver
      .sent()
      .flatMap(({ content }) => String(content['body']).trim().split('\n'))
      .filter((line) => line.startsWith(words))
      .sort();
  const isDone = async (world: World): Promise<boolean> =>
    (await world.rows(`SELECT FROM histories WHERE state = 'done'`)).length === 1;
  const assertOnce = (world: World, more: readonly string[] = []): void => {
    assert.deepEqual(said(world, 'words of'), ['chair', 'lamp', 'lamp2', ...more].map((id) => `words of ${id}`).sort());
  };

  for (const [where, steps] of Object.entries(CHAINS)) {
    it(`is brought in once by who is killed ${where}, and new mail comes meanwhile`, async () => {
      await site.in(async (world) => {
        fill(world);
        for (const step of steps) {
          const life = world.begin(step);
          assert.equal((await life.ended).signal, 'SIGKILL', `${step.at} ${String(step.nth)}`);
          // It comes while nobody looks, and stands there as new mail.
          if (step === steps[0]) world.imap.add(world.imap.inbox, mail('new', 'chair'));
        }
        const life = world.begin();
        await world.see('the end of it', () => isDone(world), life);
        await world.see('the word in the lobby', () => said(world, 'The mail since').length > 0, life);
        await world.see('the new mail', () => said(world, 'words of new').length > 0, life);
        await world.calm(life);
        assertOnce(world, ['new']);
        assert.equal(said(world, 'The mail since').length, 1);
        assert.match(said(world, 'The mail since')[0] ?? '', /is in: 3 mails in 2 rooms/);
        assert.equal(world.relay.mails.length, 0);
        await life.stop();
        // Whoever imports the mailboxes later brings in what was longer ago, and nothing of this again.
        const { out, err } = await runImport([world.configFile(), '']);
        assert.notEqual(out, '', err);
        const report = JSON.parse(out) as ImportReport;
        assert.deepEqual([report.imported.mails, report.already_there.mails, report.set_aside.mails], [1, 4, 0]);
        assertOnce(world, ['new', 'long']);
      }, HISTORY);
    });
  }

  it('goes by two replicas once, and by an import of the same mailboxes at the same time', async () => {
    await site.in(async (world) => {
      fill(world);
      const lives = [world.begin(), world.begin(null, 'second')];
      await Promise.all(lives.map((life) => life.up()));
      await world.see('that it has begun', async () => {
        return (await world.rows('SELECT FROM histories WHERE import IS NOT NULL')).length === 1;
      });
      const { out, err } = await runImport([world.configFile(), '']);
      assert.notEqual(out, '', err);
      await world.see('the end of it', () => isDone(world), lives[0]);
      assertOnce(world, ['long']);
      for (const life of lives) await life.stop();
    }, HISTORY);
  });

  it('invites nobody, and is told once of what is in it', async () => {
    await site.in(async (world) => {
      fill(world);
      const life = world.begin();
      await world.see('the word in the lobby', () => said(world, 'The mail since').length > 0, life);
      const rooms = new Set(
        world.homeserver
          .sent()
          .filter(({ content }) => String(content['body']).includes('words of'))
          .map(({ room_id: room }) => room),
      );
      const people = [...rooms].flatMap((room) => world.homeserver.sent('m.room.member', room));
      assert.deepEqual(
        people.flatMap(({ state_key: user = '' }) => (user === bot || user.startsWith('@mail_') ? [] : [user])),
        [],
      );
      await life.stop();
    }, HISTORY);
  });

  it('is left where it lies by who wants none, and where the account was there before', async () => {
    await site.in(async (world) => {
      fill(world);
      const life = world.begin();
      await life.up();
      await world.see('the mailboxes read', async () => (await world.rows('SELECT FROM mailboxes')).length === 2, life);
      await life.stop();
      await world.changeAccount(HISTORY);
      const later = world.begin();
      await later.up();
      world.imap.add(world.imap.inbox, mail('new', 'new'));
      await world.see('the new mail', () => said(world, 'words of new').length > 0, later);
      assert.deepEqual(said(world, 'words of'), ['words of new']);
      assert.deepEqual(await world.rows('SELECT FROM histories'), []);
      await later.stop();
    });
  });

  it('moved in the mailbox while it is brought in stands there once', async () => {
    await site.in(async (world) => {
      fill(world);
      const killed = world.begin({ at: 'import:read', nth: 1 });
      await killed.ended;
      const { inbox, archive } = world.imap;
      const [, lamp] = inbox.mails;
      assert.ok(lamp);
      world.imap.move(inbox, [lamp], archive);
      world.imap.move(archive, archive.mails, inbox);
      const life = world.begin();
      await world.see('the end of it', () => isDone(world), life);
      await world.calm(life);
      assertOnce(world);
      assert.deepEqual(await world.rows(`SELECT reason FROM mails WHERE state = 'ignored'`), [{ reason: 'imported' }]);
      await life.stop();
    }, HISTORY);
  });
});
