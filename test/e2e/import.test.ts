/** Old mail on the real Synapse: its rooms, its times, and an answer that comes years later. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { programFile } from '../../tools/built.ts';
import type { AccountDraft } from '../../tools/demo/config.ts';
import { bot, field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import { enterImported } from '../support/e2e-imported.ts';
import { Mailbox, until } from '../support/servers.ts';

const main = programFile('main.ts');
const run = promisify(execFile);
let later: AccountDraft | undefined;
const world = await World.start({
  configure: (draft) => {
    // Connected for the first time while Mailroom runs, with the mail of before.
    const { info, ...others } = draft.accounts;
    later = info;
    draft.accounts = others;
  },
});
const alice = await world.client('alice');
const olga = await world.outsider('Olga Outside');
const SUPPORT = world.account('support').address;
const day = (nth: number): Date => new Date(Date.UTC(2009, 2, nth, 9, 30));

/** What an event of the room's history is looked at for. */
const history = z.object({
  chunk: z.array(
    z.looseObject({
      type: z.string(),
      sender: z.string(),
      origin_server_ts: z.number(),
      content: z.looseObject({ body: z.string().optional(), url: z.string().optional() }),
    }),
  ),
});
const reported = z.object({
  mails: z.number(),
  rooms: z.number(),
  times: z.string().nullable(),
  imported: z.object({ mails: z.number() }),
  already_there: z.object({ mails: z.number() }),
});

describe('old mail on a real homeserver', () => {
  let folder = '';
  const word = unique('crane');
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-old-'));
    await mkdir(join(folder, 'cur'));
    const put = (nth: number, of: readonly string[], refs: readonly number[], text: readonly string[]) =>
      writeFile(
        join(folder, 'cur', `${String(99 - nth)}:2,S`),
        [
          `Message-ID: <${word}.${String(nth)}@old.test>`,
          ...(refs.length === 0
            ? []
            : [`References: ${refs.map((ref) => `<${word}.${String(ref)}@old.test>`).join(' ')}`]),
          `Date: ${day(nth).toUTCString()}`,
          ...of,
          ...text,
          '',
        ].join('\r\n'),
      );
    const from = (who: string, subject: string): string[] => [`From: ${who}`, `To: ${SUPPORT}`, `Subject: ${subject}`];
    const crane = `The ${word}`;
    const plain = (text: string): string[] => ['', text];
    await put(1, from(`Olga <${olga.address}>`, crane), [], plain('The first'));
    await put(2, [`From: ${SUPPORT}`, `To: ${olga.address}`, `Subject: Re: ${crane}`], [1], plain('Ours'));
    // A fork, and a mail whose parent nobody kept.
    await put(3, from('Carol <carol@old.test>', `Re: ${crane}`), [1], plain('The fork'));
    await put(
      5,
      from(`Olga <${olga.address}>`, `Re: ${crane}`),
      [1, 2, 4],
      [
        ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
        ...['--b', '', 'With a plan', '--b', 'Content-Type: application/pdf'],
        ...['Content-Disposition: attachment; filename=plan.pdf', '', '%PDF plan', '--b--'],
      ],
    );
    for (const nth of [6, 7, 8, 9, 10, 11]) {
      await put(
        nth,
        from(`Person <person${String(nth)}@old.test>`, `Other ${String(nth)} ${word}`),
        [],
        plain('Alone'),
      );
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const imported = async (...sources: readonly string[]) => {
    const args = [main, 'import', '--account', 'support', '--json', '--config', world.environment.mailroom.configFile];
    const { stdout } = await run(process.execPath, [...args, ...sources], { timeout: 120_000 });
    return reported.parse(JSON.parse(stdout));
  };

  it('becomes rooms with its times, is brought in once, and goes on with an answer', async () => {
    const first = await imported(folder);
    assert.deepEqual([first.mails, first.imported.mails, first.rooms, first.times], [10, 10, 7, 'origin']);
    const again = await imported(folder);
    assert.deepEqual([again.mails, again.imported.mails, again.already_there.mails], [10, 0, 10]);

    const room = await enterImported(world, alice, `The ${word}`);
    const page = await alice.request(
      'GET',
      `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=100`,
    );
    const said = history
      .parse(page)
      .chunk.filter(({ type }) => type === 'm.room.message')
      .toReversed();
    assert.deepEqual(
      said.map(({ origin_server_ts: at }) => at),
      [1, 2, 3, 5, 5].map((nth) => day(nth).getTime()),
    );
    assert.deepEqual(
      said.map(({ content }) => content.body?.split('\n').at(-1)),
      ['The first', 'Ours', 'The fork', 'With a plan', 'plan.pdf'],
    );
    assert.equal(said[1]?.sender, bot);
    assert.match(said.at(-1)?.content.url ?? '', /^mxc:/);
    await assert.rejects(alice.say(room, 'Nobody writes here'));

    const answer = unique();
    await olga.write({
      subject: `Re: The ${word}`,
      inReplyTo: `<${word}.5@old.test>`,
      references: [`<${word}.1@old.test>`, `<${word}.5@old.test>`],
      text: `After years: ${answer}\n`,
    });
    await alice.waitFor(
      (event) => event.room_id === room && isMessage(event) && String(event.content['body']).includes(answer),
      { what: 'the answer in the room of the old conversation', within: PATIENCE },
    );
    await alice.say(room, 'Now it is open');
  });

  it('comes from a mailbox of the account over IMAP, which is left as it is', async () => {
    const { dovecot } = world.environment;
    const mailbox = 'Archive';
    const word = unique('shelf');
    const old = (nth: number): string =>
      [
        ...[`From: Olga <${olga.address}>`, `To: ${SUPPORT}`, `Subject: The ${word}`],
        ...[`Message-ID: <${word}.${String(nth)}@old.test>`, `Date: ${day(nth).toUTCString()}`],
        ...(nth === 1 ? [] : [`References: <${word}.1@old.test>`]),
        ...['', 'a line of a shelf\r\n'.repeat(nth === 2 ? 30_000 : 1), ''],
      ].join('\r\n');
    for (const nth of [1, 2, 3]) await dovecot.save(SUPPORT, mailbox, old(nth));
    const first = await imported('--mailbox', mailbox);
    assert.deepEqual([first.mails, first.imported.mails, first.rooms], [3, 3, 1]);
    const again = await imported('--mailbox', mailbox);
    assert.deepEqual([again.mails, again.imported.mails, again.already_there.mails], [3, 0, 3]);
  });

  it('of the last days comes in behind a new account, while new mail comes as ever, and once', async () => {
    const { server } = world.environment.mailroom;
    const login = world.account('info');
    const word = unique('rake');
    const at = (days: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 - days * 86_400_000);
    const raw = (nth: number, days: number, from: string, to: string): Buffer =>
      Buffer.from(
        [
          ...[`From: ${from}`, `To: ${to}`, `Subject: The ${word}`, `Message-ID: <${word}.${String(nth)}@old.test>`],
          ...(nth === 1 ? [] : [`References: <${word}.1@old.test>`]),
          ...[`Date: ${at(days).toUTCString()}`, '', `Words ${String(nth)}`, ''],
        ].join('\r\n'),
      );
    const program = await Mailbox.open(world.environment, login);
    const olgas = `Olga <${olga.address}>`;
    await program.append('INBOX', raw(1, 40, olgas, login.address), ['\\Seen'], at(40));
    await program.append('INBOX', raw(0, 400, olgas, login.address), [], at(400));
    await program.append('Sent', raw(2, 39, login.address, olga.address), ['\\Seen'], at(39));
    await program.close();
    await world.environment.reconfigure((draft) => {
      if (later !== undefined) draft.accounts['info'] = { ...later, history: { days: 90 } };
    });
    process.kill(server.pid, 'SIGHUP');
    const done = async () =>
      (await world.sql(`SELECT FROM histories WHERE account = 'info' AND state = 'done'`)).length === 1;
    await until(done, { what: 'the end of the history', within: 2 * PATIENCE });
    await olga.write({
      ...{ to: login.address, subject: `Re: The ${word}`, text: 'Words 3' },
      ...{ inReplyTo: `<${word}.2@old.test>`, references: [`<${word}.1@old.test>`, `<${word}.2@old.test>`] },
    });
    const room = await enterImported(world, alice, `The ${word}`);
    await alice.waitFor(
      (event) => event.room_id === room && isMessage(event) && field(event, 'body').endsWith('Words 3'),
      {
        what: 'the new mail in the room of the history',
        within: PATIENCE,
      },
    );
    const page = await alice.request(
      'GET',
      `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=100`,
    );
    const said = history.parse(page).chunk.flatMap(({ type, sender, origin_server_ts: time, content }) => {
      const text = content.body?.split('\n').at(-1) ?? '';
      return type === 'm.room.message' && text.startsWith('Words') ? [{ sender, time, text }] : [];
    });
    assert.deepEqual(
      said.toReversed().map(({ text }) => text),
      ['Words 1', 'Words 2', 'Words 3'],
    );
    for (const [nth, days] of [39, 40].entries()) {
      assert.ok(Math.abs((said[nth + 1]?.time ?? 0) - at(days).getTime()) < PATIENCE * 5);
    }
    assert.equal(said[1]?.sender, bot);
    // Nothing was mailed, and the mailbox is as it was.
    assert.deepEqual(await world.sql(`SELECT FROM outgoing WHERE account = 'info'`), []);
  });
});
