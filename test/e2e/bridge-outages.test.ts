import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { startProxy } from '../support/e2e-proxy.ts';
import type { Proxy } from '../support/e2e-proxy.ts';
import { until } from '../support/servers.ts';
import { choosePorts } from '../../tools/servers/ports.ts';

const addresses = { homeserver: '', bridge: '' };
const homeserver = await startProxy(() => addresses.homeserver);
const behind = await choosePorts(['bridge']);
let pushes: Promise<Proxy> | null = null;
after(async () => {
  await homeserver.close();
  await (await pushes)?.close();
});

const world = await World.start({
  // What Postgres committed must be there after it was killed.
  durable: true,
  configure: (draft) => {
    draft.times = { lease: '6s' };
    addresses.homeserver = draft.homeserver.url;
    draft.homeserver.url = homeserver.url;
    const { listen } = draft.appservice;
    addresses.bridge = `http://${listen.host}:${behind.bridge}`;
    pushes = startProxy(() => addresses.bridge, listen.port);
    listen.port = behind.bridge;
  },
});
const alice = await world.client();
const { synapse, mailroom, postgres, dovecot } = world.environment;

async function logLines(): Promise<string[]> {
  return (await readFile(mailroom.logFile, 'utf8')).trimEnd().split('\n');
}

/** How often a word stands in a room. */
async function times(room: string, word: string): Promise<number> {
  return (await world.messages(room)).filter((event) => field(event, 'body').includes(word)).length;
}

/** A mail of a thread under way. */
async function write({ outsider, first, subject }: Conversation, text: string): Promise<void> {
  await outsider.write({ subject: `Re: ${subject}`, inReplyTo: first.messageId, references: first.messageId, text });
}

/** Shows that each of these was mailed once, by a last message that comes behind them. */
async function mailedOnce({ outsider, room }: Conversation, words: readonly string[]): Promise<void> {
  for (const word of words) await outsider.receives(word);
  const last = unique('last');
  await alice.say(room, last);
  await outsider.receives(last);
  const all = (await outsider.mail.mails()).map(({ parsed }) => parsed.text ?? '').join('\n');
  for (const word of words) assert.equal(all.split(word).length - 1, 1, word);
}

describe('outages', () => {
  it('waits for a homeserver that answers 500, and loses nothing', async () => {
    const talk = await world.conversation('Five hundred');
    const [fresh, follow] = [unique('fresh'), unique('follow')];
    let refused = 0;
    homeserver.judge(({ method, path }) => {
      if (method === 'GET') return { do: 'pass' };
      refused += 1;
      const limited = refused % 2 === 0;
      const [status, errcode] = limited ? [429, 'M_LIMIT_EXCEEDED'] : [path.length % 2 === 0 ? 500 : 502, 'M_UNKNOWN'];
      return { do: 'answer', status, body: { errcode, error: 'tired', ...(limited ? { retry_after_ms: 300 } : {}) } };
    });
    await talk.outsider.write({ subject: fresh, text: fresh });
    await write(talk, follow);
    const said = await alice.say(talk.room, 'While it is tired.');
    await talk.outsider.receives('While it is tired.');
    await until(() => refused >= 6, { what: 'six requests refused', within: PATIENCE });
    homeserver.wellAgain();
    const room = await world.enter(fresh);
    await world.says(room, fresh);
    await world.says(talk.room, follow);
    await world.signed(said, '✔️');
    assert.equal(await times(room, fresh), 1);
    assert.equal(await times(talk.room, follow), 1);
  });

  it('waits for the files of a message like for everything else', async () => {
    const talk = await world.conversation('Files away');
    let refused = 0;
    homeserver.judge(({ path }) => {
      // What the files need, and what tells that the homeserver is away for everybody.
      const isDownload = path.includes('/media/download/');
      if (!isDownload && !path.endsWith('/versions') && !path.endsWith('/whoami')) return { do: 'pass' };
      if (isDownload) refused += 1;
      return refused % 2 === 0 ? { do: 'break' } : { do: 'answer', status: 502, body: {} };
    });
    const url = await alice.upload(Buffer.from('the file'), 'text/plain', 'away.txt');
    const file = { msgtype: 'm.file', body: 'away.txt', filename: 'away.txt', url, info: { mimetype: 'text/plain' } };
    const said = await alice.send(talk.room, 'm.room.message', file);
    await alice.say(talk.room, 'With a file.');
    await until(() => refused >= 3, { what: 'three downloads refused', within: PATIENCE });
    const failures = await world.sql(`SELECT FROM jobs WHERE queue = 'mail-out' AND failures > 0`);
    assert.equal(failures.length, 0, 'a homeserver that is away is no failure of the mail');
    homeserver.wellAgain();
    const { parsed } = await talk.outsider.receives('With a file.');
    assert.equal(parsed.attachments[0]?.content.toString(), 'the file');
    await world.signed(said, '✔️');
  });

  it('does nothing twice when the answers of the homeserver are lost', async () => {
    const seen = new Set<string>();
    homeserver.judge(({ method, path }) => {
      if (method === 'GET' || seen.has(path)) return { do: 'pass' };
      seen.add(path);
      return { do: 'lose' };
    });
    const word = unique('lost');
    const outsider = await world.outsider('Lars Lost');
    const attachments = [{ filename: `${word}.txt`, content: word }];
    await outsider.write({ subject: word, text: `Answer of ${word}`, attachments });
    const room = await world.enter(word);
    await world.says(room, `Answer of ${word}`);
    await world.says(room, `${word}.txt`);
    const said = await alice.say(room, 'And the sign.');
    await world.signed(said, '✔️');
    homeserver.wellAgain();
    assert.ok(seen.size >= 6, [...seen].join(' '));
    assert.equal(await times(room, `Answer of ${word}`), 1);
    assert.equal(await times(room, `${word}.txt`), 1);
    const rooms = await world.sql('SELECT FROM threads JOIN rooms USING (thread) WHERE subject = $1', [word]);
    assert.equal(rooms.length, 1);
  });

  it('says otherwise what the homeserver refuses for good, and loses nothing of it', async () => {
    const talk = await world.conversation('Refusals');
    const { outsider, first, subject, room } = talk;
    homeserver.judge(({ method, path }) => {
      const large = { errcode: 'M_TOO_LARGE', error: 'Upload request body is too large' };
      return method === 'PUT' && path.includes('/media/') ? { do: 'answer', status: 413, body: large } : { do: 'pass' };
    });
    const mail = { subject: `Re: ${subject}`, inReplyTo: first.messageId, references: first.messageId };
    await outsider.write({ ...mail, text: 'Too much.', attachments: [{ filename: 'much.bin', content: 'much' }] });
    const told = await world.says(room, 'much.bin');
    assert.match(field(told, 'body'), /too large for the Matrix server/);
    assert.equal(told.sender, talk.ghost);

    let refused = 0;
    homeserver.judge(({ method, path }) => {
      const send = method === 'PUT' && path.includes('/send/m.room.message/');
      if (!send || refused > 0) return { do: 'pass' };
      refused += 1;
      return { do: 'answer', status: 400, body: { errcode: 'M_BAD_JSON', error: 'not by you' } };
    });
    const word = unique('bot');
    await write(talk, word);
    assert.equal((await world.says(room, word)).sender, bot);
    homeserver.wellAgain();
    assert.equal(await times(room, word), 1);
  });

  it('reads back what the homeserver lost of its queue when it was killed, without being started again', async () => {
    const talk = await world.conversation('Lost pushes');
    let taken = 0;
    (await pushes)?.judge(() => {
      taken += 1;
      return { do: 'answer', status: 200, body: {} };
    });
    const lost = unique('lost');
    await alice.say(talk.room, lost);
    await until(() => taken > 0, { what: 'a push that nobody keeps', within: PATIENCE });
    // Killed before, it would push the same once more.
    await until(() => synapse.pendingTransactions() === 0, { what: 'that it takes it for kept', within: PATIENCE });
    await synapse.server.kill('SIGKILL');
    (await pushes)?.wellAgain();
    const waiting = unique('waiting');
    await write(talk, waiting);
    await synapse.server.start();
    const later = unique('later');
    await alice.say(talk.room, later);
    await world.says(talk.room, waiting);
    await mailedOnce(talk, [lost, later]);
    assert.equal(await times(talk.room, waiting), 1);
  });

  it('reads back at its start what was said while it was dead and the homeserver died too', async () => {
    const talk = await world.conversation('Both dead');
    await mailroom.server.kill('SIGKILL');
    const [first, second, mailed] = [unique('first'), unique('second'), unique('mailed')];
    await alice.say(talk.room, first);
    await write(talk, mailed);
    await synapse.server.kill('SIGKILL');
    await synapse.server.start();
    await alice.say(talk.room, second);
    await mailroom.server.start();
    await world.says(talk.room, mailed);
    await mailedOnce(talk, [first, second]);
    assert.equal(await times(talk.room, mailed), 1);
  });

  it('starts without a homeserver and goes to work when it comes', async () => {
    const talk = await world.conversation('Started alone');
    await mailroom.server.stop();
    await synapse.server.stop();
    await mailroom.server.start();
    const word = unique('alone');
    await write(talk, word);
    await until(
      async () => (await world.sql(`SELECT FROM mails WHERE state = 'decided' AND message_id IS NOT NULL`)).length > 0,
      {
        what: 'a mail that was decided',
        within: PATIENCE,
      },
    );
    await synapse.server.start();
    await world.says(talk.room, word);
    await mailedOnce(talk, []);
  });

  it('of Postgres are waited for', async () => {
    const talk = await world.conversation('Postgres');
    const before = (await logLines()).length;
    await postgres.server.kill('SIGKILL');
    const [said, mailed] = [unique('said'), unique('mailed')];
    await alice.say(talk.room, said);
    await write(talk, mailed);
    const since = async (message: string) =>
      (await logLines()).slice(before).filter((line) => line.includes(message)).length;
    await until(async () => (await since('the database is away')) > 0, { what: 'the log’s word', within: PATIENCE });
    await postgres.server.start();
    await world.says(talk.room, mailed);
    await mailedOnce(talk, [said]);
    assert.equal(await times(talk.room, mailed), 1);
    const lines = (await logLines()).slice(before);
    assert.deepEqual(
      lines.filter((line) => /^\S+ (?:warn|error) /.test(line)).map((line) => line.replace(/^\S+ /, '').slice(0, 30)),
      ['warn  the database is away: ev', 'warn  the database is back sec'],
    );
    assert.deepEqual(
      lines.filter((line) => !/^\d{4}-\d\d-\d\dT\S+ (?:debug|info |warn |error) /.test(line)),
      [],
      'nothing but the log’s own lines',
    );
  });

  // The last one: the mailboxes of the people of other tests are cut off too.
  it('waits for the IMAP server', async () => {
    const { room, outsider } = await world.conversation('IMAP');
    await dovecot.server.kill('SIGKILL');
    const said = await alice.say(room, 'While nobody reads.');
    await world.signed(said, '✔️');
    const word = unique('unread');
    await outsider.write({ subject: word, text: word });
    await dovecot.server.start();
    await world.says(await world.enter(word), word);
    await until(
      async () =>
        (
          await world.sql(
            'SELECT FROM outgoing JOIN outgoing_events USING (outgoing) WHERE event = $1 AND copied_at IS NOT NULL',
            [said],
          )
        ).length === 1,
      { what: 'the copy in Sent', within: PATIENCE },
    );
  });
});
