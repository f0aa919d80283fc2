/**
 * Somebody copies a folder of mails of four years ago into the inbox of an account that is served since today: one
 * notice in the lobby, no room and no invitation until a member has said what becomes of them.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bot, field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import { Mailbox, until } from '../support/servers.ts';

const MAILS = 40;

const world = await World.start();
const alice = await world.client();

const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await world.sql<{ n: string }>(sql, values))[0]?.n ?? 0);
const waiting = (): Promise<number> => count(`SELECT count(*) AS n FROM mails WHERE state = 'overflow'`);
const rooms = (): Promise<number> => count(`SELECT count(*) AS n FROM rooms WHERE kind = 'thread'`);

/** Who got a copy of the seventh of them, and answers it today. */
const friend = await world.outsider('Old Friend');

/** Puts mails of May 2018 into a folder that nobody watches, and copies them into the inbox at once. */
async function copyFolder(folder: string, word: string, of: number): Promise<void> {
  const account = world.account('support');
  const program = await Mailbox.open(world.environment, account);
  await program.make(folder);
  for (let n = 0; n < of; n++) {
    const at = new Date(Date.UTC(2018, 4, 1 + (n % 28), 9, n));
    const raw = [
      `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${word}.${String(n)}@long.ago.test>`,
      `From: Old Friend ${String(n)} <friend${String(n)}@long.ago.test>`,
      `To: ${account.address}`,
      ...(n === 7 ? [`Cc: ${friend.address}`] : []),
      `Subject: ${word} ${String(n)}.`,
      '',
      `Number ${String(n)}.`,
      '',
    ];
    await program.append(folder, Buffer.from(raw.join('\r\n')), [], at);
  }
  await program.close();
  const archive = await Mailbox.open(world.environment, account, { folder });
  await archive.copyAll('INBOX');
  await archive.close();
}

it('asks once about forty old mails, lets an answer bring one along, and shows the rest quietly', async () => {
  const before = await world.conversation('Before');
  const [madeBefore, word] = [await rooms(), unique('archive')];
  await copyFolder('Archive', word, MAILS);
  await until(async () => (await waiting()) === MAILS, { what: 'all of them wait', within: 2 * PATIENCE });
  await world.enter('Support – Moderators');
  const notice = await world.says(null, `${String(MAILS)} mails in the mailbox are older`, { by: bot });
  assert.match(field(notice, 'body'), /between 2018-05-01 and 2018-05-28/);
  await world.barrier(before);
  assert.equal(await rooms(), madeBefore);

  // Who goes on with one of them gets a room with both, the old one first.
  const answer = unique('again');
  await friend.write({
    subject: `Re: ${word} 7.`,
    inReplyTo: `<${word}.7@long.ago.test>`,
    references: `<${word}.7@long.ago.test>`,
    text: answer,
  });
  const room = await world.enter(`${word} 7.`);
  await world.says(null, answer);
  assert.ok((await world.messages(room)).some((event) => field(event, 'body').includes('Number 7.')));
  await until(async () => (await waiting()) === MAILS - 1, { what: 'the others wait', within: PATIENCE });
  // The number is of the notice itself: nobody is told twice.
  const edited = await alice.waitFor(
    (event) => isMessage(event) && event.sender === bot && field(event, 'body').startsWith(`* ${String(MAILS - 1)} `),
    { what: 'the notice with its new number', within: PATIENCE },
  );
  assert.equal(edited.room_id, notice.room_id);

  await alice.react(notice.room_id, notice.event_id, '✅');
  await world.says(notice.room_id, `${String(MAILS - 1)} mails are shown quietly`, { by: bot });
  const shown = `SELECT count(*) AS n FROM rooms JOIN threads USING (thread)
    WHERE rooms.state = 'active' AND subject LIKE $1`;
  await until(async () => (await count(shown, [`${word} %`])) === MAILS, { what: 'their rooms', within: 4 * PATIENCE });
  await world.barrier(before);
  // Nobody was invited to any of them, nor is one of them a line in the inbox; whoever wants comes in by the space.
  assert.deepEqual(
    alice.invites.filter(({ state }) => JSON.stringify(state).includes(word)),
    [],
  );
  const line = `SELECT count(*) AS n FROM matrix_sends WHERE purpose = 'inbox-line' AND content ->> 'body' LIKE $1`;
  assert.equal(await count(line, [`%${word}%`]), 1);
  await world.space('Support');
  const [quiet] = await world.sql<{ room: string }>(
    `SELECT room FROM rooms JOIN threads USING (thread) WHERE subject = $1`,
    [`${word} 3.`],
  );
  await alice.join(quiet?.room ?? '');
  const history = await alice.history(quiet?.room ?? '');
  const old = history.find((event) => isMessage(event) && field(event, 'body').includes('Number 3.'));
  assert.equal(old?.origin_server_ts, Date.UTC(2018, 4, 4, 9, 3));
});

it('leaves a changed UIDVALIDITY and what it cannot know where they are', async () => {
  const known = await world.conversation('Known');
  const [made, wait] = [await rooms(), await waiting()];
  await world.environment.dovecot.setUidValidity(world.account('support').address, 'INBOX', 4711);
  await world.barrier(known);
  assert.deepEqual([await rooms(), await waiting()], [made, wait]);
});
