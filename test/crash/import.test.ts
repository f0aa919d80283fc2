/** Old mail on its way into rooms, killed at each step: afterwards every mail stands there once. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { ImportReport } from '../../src/importing/report.ts';
import { oldMaildir, runImport } from '../support/import-process.ts';
import { bot, Site, type World } from '../support/world.ts';

/** Conversations of the source, and mails of each. */
const CONVERSATIONS = 4;
const MAILS = 3;

/**
 * What is done about one thing, and the steps of it at which one process after the other ends: each goes on where the
 * one before was killed, and is killed at the so-many-th passing of its own.
 */
const CHAINS: Readonly<Record<string, readonly (readonly [at: string, nth: number])[]>> = {
  'as it reads': [
    ['import:stored', 1],
    ['import:read', 1],
    ['import:placed', 1],
  ],
  // Of the account's space, of that of the import, and of rooms.
  'as rooms are made': [
    ['room:created', 1],
    ['room:recorded', 1],
    ['room:completed', 1],
    ['room:created', 2],
    ['room:recorded', 2],
    ['room:completed', 2],
    ['import:room', 2],
  ],
  'as people come': [
    ['ghost:registered', 1],
    ['ghost:registered', 2],
    ['ghost:joined', 1],
    ['ghost:joined', 3],
  ],
  'as files are brought': [
    ['media:reserved', 1],
    ['media:uploaded', 1],
  ],
  // Of the text of a mail, and of its file.
  'as mails are said': [
    ['import:sent', 1],
    ['import:sent', 2],
    ['import:marked', 1],
    ['import:sent', 4],
    ['import:marked', 3],
  ],
  'as rooms are ended': [
    ['import:closed', 1],
    ['import:filled', 1],
    ['import:closed', 2],
  ],
};

describe('an import that is killed', { concurrency: 2 }, () => {
  let site: Site;
  let source: string;
  before(async () => {
    site = await Site.start();
    source = await oldMaildir(CONVERSATIONS, MAILS, oldMail);
  });
  after(async () => {
    await site.stop();
    await rm(source, { recursive: true, force: true });
  });

  const end = async (world: World): Promise<void> => {
    const { out, err } = await runImport([world.configFile(), source]);
    assert.notEqual(out, '', err);
    const report = JSON.parse(out) as ImportReport;
    assert.deepEqual(
      [report.mails, report.imported.mails, report.rooms],
      [MAILS * CONVERSATIONS, MAILS * CONVERSATIONS, CONVERSATIONS],
    );
    assertOnce(world);
  };

  for (const [what, chain] of Object.entries(CHAINS)) {
    it(`${what}: ${chain.map(([at, nth]) => `${at} ${String(nth)}`).join(', ')}`, async () => {
      await site.in(async (world) => {
        for (const [at, nth] of chain) {
          const killed = await runImport([world.configFile(), source, at, String(nth)]);
          assert.equal(killed.signal, 'SIGKILL', `${at} ${String(nth)}: ${killed.err}${killed.out}`);
        }
        await end(world);
      });
    });
  }

  it('again and again, on a homeserver that forgets what it was sent', async () => {
    await site.in(async (world) => {
      for (let time = 0; time < 6; time += 1) {
        await runImport([world.configFile(), source, 'import:sent', String(1 + randomInt(4))]);
        world.homeserver.restart({ loseQueue: false });
      }
      await end(world);
    });
  });

  it('from the mailboxes of the account, which are read once', async () => {
    await site.in(async (world) => {
      const { imap } = world;
      for (let of = 0; of < CONVERSATIONS; of += 1) {
        for (let at = 0; at < MAILS; at += 1) imap.add(at === 0 ? imap.sent : imap.inbox, oldMail(of, at), ['\\Seen']);
      }
      imap.add(imap.inbox, oldMail(9, 9), ['\\Draft']);
      imap.add(imap.trash, oldMail(9, 8));
      for (const at of ['import:stored', 'import:read', 'import:sent']) {
        const killed = await runImport([world.configFile(), '', at, '1']);
        assert.equal(killed.signal, 'SIGKILL', `${at}: ${killed.err}${killed.out}`);
      }
      const report = async (): Promise<ImportReport> => {
        const { out, err } = await runImport([world.configFile(), '']);
        assert.notEqual(out, '', err);
        return JSON.parse(out) as ImportReport;
      };
      const all = CONVERSATIONS * MAILS;
      const first = await report();
      assert.deepEqual([first.mails, first.imported.mails, first.set_aside.mails], [all + 1, all, 1]);
      assert.deepEqual(first.passed, [{ reason: 'a mailbox of deleted mail', files: 1 }]);
      assertOnce(world);
      const before = imap.fetched;
      const again = await report();
      assert.deepEqual([again.imported.mails, again.already_there.mails, again.set_aside.mails], [0, all, 1]);
      assert.equal(imap.fetched, before);
      assert.deepEqual(
        [imap.inbox, imap.sent].flatMap(({ mails }) => mails.map(({ flags }) => [...flags].join())),
        [
          ...Array<string>(all - CONVERSATIONS).fill('\\Seen'),
          '\\Draft',
          ...Array<string>(CONVERSATIONS).fill('\\Seen'),
        ],
      );
    });
  });

  it('while Mailroom runs, which takes what comes back for its own', async () => {
    await site.in(async (world) => {
      await world.mailboxesBegun();
      const life = world.begin();
      await life.up();
      const killed = await runImport([world.configFile(), source, 'import:sent', '5']);
      assert.equal(killed.signal, 'SIGKILL');
      await end(world);
      await world.calm(life);
      const rows = await world.rows(
        `SELECT (SELECT count(*) FROM outgoing) AS outgoing, (SELECT count(*) FROM messages) AS messages,
           (SELECT count(*) FROM events WHERE state = 'quarantined') AS quarantined,
           (SELECT count(*) FROM events WHERE type = 'm.room.message' AND state = 'done') AS echoes`,
      );
      assert.deepEqual(rows, [{ outgoing: 0, messages: 0, quarantined: 0, echoes: CONVERSATIONS * (MAILS + 1) }]);
      assert.equal(world.relay.mails.length, 0);
      await life.stop();
    });
  });
});

function oldMail(of: number, at: number): string {
  const id = (nth: number): string => `<${String(of)}.${String(nth)}@old.test>`;
  const head = [
    `From: Person ${String(at)} <person${String(at)}@old.test>`,
    'To: support@mailroom.test',
    `Subject: Conversation ${String(of)}`,
    `Message-ID: ${id(at)}`,
    ...(at === 0 ? [] : [`References: ${id(0)}`]),
    `Date: ${new Date(Date.UTC(2010, of, 1 + at)).toUTCString()}`,
  ];
  if (at !== 1) return [...head, '', `Mail ${String(at)} of ${String(of)}`, ''].join('\r\n');
  return [
    ...[...head, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
    ...['--b', '', `Mail ${String(at)} of ${String(of)}`, '--b', 'Content-Type: application/pdf'],
    ...[`Content-Disposition: attachment; filename=f${String(of)}.pdf`, '', `%PDF ${String(of)}`, '--b--', ''],
  ].join('\r\n');
}

/** Every mail once, in its order, in one room each conversation; every file uploaded once, nobody asked in. */
function assertOnce({ homeserver }: World): void {
  const rooms = new Map<string, string[]>();
  for (const { room_id: room, content, origin_server_ts: at } of homeserver.sent()) {
    rooms.set(room, [
      ...(rooms.get(room) ?? []),
      `${new Date(at).toISOString().slice(0, 10)} ${String(content['body']).trim()}`,
    ]);
  }
  const expected = Array.from({ length: CONVERSATIONS }, (_, of) => {
    const day = (at: number): string => new Date(Date.UTC(2010, of, 1 + at)).toISOString().slice(0, 10);
    const mail = (at: number): string => `${day(at)} Mail ${String(at)} of ${String(of)}`;
    return [mail(0), mail(1), `${day(1)} f${String(of)}.pdf`, mail(2)];
  });
  assert.deepEqual([...rooms.values()].sort(), expected.sort());
  const uploads = homeserver.effects.flatMap((effect) => (effect.kind === 'upload' ? [effect.sha256] : []));
  assert.equal(new Set(uploads).size, uploads.length);
  const people = [...rooms.keys()].flatMap((room) => homeserver.sent('m.room.member', room));
  const users = people.map(({ state_key: user }) => user ?? '');
  assert.deepEqual(
    users.filter((user) => user !== bot && !user.startsWith('@mail_')),
    [],
  );
}
