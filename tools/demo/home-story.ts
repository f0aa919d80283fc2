/**
 * What else has to go well on a homeserver before an organisation can live on it: everything in which the homeserver
 * has a part, beyond the six steps of the story.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Environment } from './environment.ts';
import type { MatrixUser, SeenEvent } from './matrix-user.ts';
import { type Cast, field, must, withCast } from './story.ts';
import type { Transcript } from './transcript.ts';
import { until } from '../servers/wait.ts';

/** How long anything may take, ms: a homeserver may push up to five seconds late, and the machine may be busy. */
const within = 40_000;

const reaction = z.object({ 'm.relates_to': z.object({ event_id: z.string(), key: z.string() }) });

const created = z.object({ room_id: z.string() });

const isMessage = (event: SeenEvent): boolean => event.type === 'm.room.message';
const botOf = ({ homeserver }: Environment): string => `@mailroom:${homeserver.serverName}`;
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** A message with these words, in the room where one is named; waits for it. */
function says(
  { member: { client } }: Cast,
  words: string,
  more: { by?: string; room?: string } = {},
): Promise<SeenEvent> {
  return client.waitFor(
    (event) =>
      isMessage(event) &&
      (more.room === undefined || event.room_id === more.room) &&
      (more.by === undefined || event.sender === more.by) &&
      field(event, 'body').includes(words),
    { what: `"${words}"${more.by === undefined ? '' : ` said by ${more.by}`}`, within },
  );
}

/** The member enters the room whose name has this in it. */
async function enter({ member: { client } }: Cast, words: string): Promise<string> {
  const invite = await client.waitForInvite(
    ({ state }) => state.some((event) => event.type === 'm.room.name' && field(event, 'name').includes(words)),
    { what: `an invitation to the room "${words}"`, within },
  );
  await client.join(invite.room_id);
  return invite.room_id;
}

/** The one sign of the bot's on an event, once it is the last; the one that says that a message is mailed is none. */
function finalSign({ environment, member: { client } }: Cast, of: string): Promise<string> {
  const look = (): string | undefined => {
    const gone = new Set(
      client.events
        .filter(({ type }) => type === 'm.room.redaction')
        .map((one) => one.redacts ?? field(one, 'redacts')),
    );
    const keys = client.events
      .filter(
        ({ type, sender, event_id: id }) => type === 'm.reaction' && sender === botOf(environment) && !gone.has(id),
      )
      .map(({ content }) => reaction.safeParse(content).data?.['m.relates_to'])
      .filter((relation) => relation?.event_id === of)
      .map((relation) => relation?.key ?? '')
      .filter((key) => !key.startsWith('✉'));
    return keys.length === 1 && /^[✓✔]/u.test(keys[0] ?? '') ? keys[0] : undefined;
  };
  return until(look, { what: `the mark alone that says that the mail was handed over, on ${of}`, within });
}

/** A first mail, in whose room the rest is played. */
function begins(cast: Cast): Promise<SeenEvent> {
  const { transcript, outsider, account, order } = cast;
  const bytes = randomBytes(200_000);
  return transcript.step(`7  ${outsider.name} writes once more, with a file`, async () => {
    const from = { name: outsider.name, address: outsider.mail.address };
    await outsider.mail.send({
      from,
      to: account.address,
      subject: `Return of ${order}`,
      text: `The label of ${order} is attached.`,
      attachments: [{ filename: 'Rücksendung.bin', content: bytes }],
    });
    const room = await enter(cast, `Return of ${order}`);
    const shown = await says(cast, `The label of ${order}`, { room });
    const file = await cast.member.client.waitFor(
      (event) => event.room_id === room && field(event, 'msgtype') === 'm.file',
      { what: 'the file in the room', within },
    );
    const stored = await cast.member.client.download(field(file, 'url'));
    must(stored.equals(bytes), 'the file is the same byte for byte');
    return {
      value: shown,
      facts: [
        ['room', room],
        ['event', shown.event_id],
        ['file', `${field(file, 'filename') || field(file, 'body')}  ${field(file, 'url')}`],
        ['its SHA-256', `${hash(stored)}…`],
      ],
    };
  });
}

/** Only the last words leave, in one mail; what was deleted does not, and the marks are set. */
async function editedAndTakenBack(cast: Cast, { room_id: room }: SeenEvent): Promise<void> {
  const { transcript, member, outsider, order } = cast;
  const { client } = member;
  await transcript.step(`8  ${member.name} edits one message and deletes another before they leave`, async () => {
    const kept = await client.say(room, `Pleese send ${order} back.`);
    const deleted = await client.say(room, `Never mind ${order}.`);
    await client.edit(room, kept, `Please send ${order} back, postage is paid.`);
    await client.redact(room, deleted);
    const { parsed, raw } = await outsider.mail.waitFor(
      ({ parsed: { text = '' } }) => text.includes(`send ${order} back`),
      { what: 'the mail', within },
    );
    must(parsed.text?.includes('postage is paid') === true, 'the mail has the new words');
    must(!/Pleese|Never mind/.test(raw.toString('utf8')), 'neither the old words nor the deleted ones left');
    const sign = await finalSign(cast, kept);
    return {
      value: null,
      facts: [
        ['mailed', (parsed.text ?? '').trim().split('\n')[0] ?? ''],
        ['Message-ID', parsed.messageId ?? ''],
        ['marked', `${sign} on ${kept}, nothing else`],
      ],
    };
  });
}

async function fileLeaves(cast: Cast, { room_id: room }: SeenEvent): Promise<void> {
  const { transcript, member, outsider, order } = cast;
  const { client } = member;
  await transcript.step(`9  ${member.name} sends a file`, async () => {
    const bytes = randomBytes(200_000);
    const url = await client.upload(bytes, 'application/octet-stream', 'Quittung.bin');
    const said = await client.send(room, 'm.room.message', {
      msgtype: 'm.file',
      body: `The receipt of ${order}.`,
      filename: 'Quittung.bin',
      url,
      info: { mimetype: 'application/octet-stream', size: bytes.length },
    });
    const { parsed } = await outsider.mail.waitFor(
      ({ parsed: { text = '' } }) => text.includes(`The receipt of ${order}.`),
      { what: 'the mail with the file', within },
    );
    const [attached] = parsed.attachments;
    must(attached?.content.equals(bytes) === true, 'the file is the same byte for byte');
    return {
      value: null,
      facts: [
        ['file', `${attached?.filename ?? ''}  ${hash(bytes)}…`],
        ['marked', await finalSign(cast, said)],
      ],
    };
  });
}

async function claimedAndDone(cast: Cast, shown: SeenEvent): Promise<void> {
  const { transcript, member, environment } = cast;
  const { client } = member;
  const room = shown.room_id;
  await transcript.step(`10 ${member.name} takes the conversation with 👀, and is done with it with ✅`, async () => {
    await client.react(room, shown.event_id, '👀');
    const named = await client.waitFor(
      (event) => event.room_id === room && event.type === 'm.room.name' && field(event, 'name').startsWith('👀'),
      { what: 'the name of the room says who has it', within },
    );
    await client.react(room, shown.event_id, '✅');
    const done = await says(cast, 'Done.', { by: botOf(environment), room });
    const ended = await client.waitFor(
      (event) => event.type === 'm.space.child' && event.state_key === room && Object.keys(event.content).length === 0,
      { what: 'the room out of its space', within },
    );
    return {
      value: null,
      facts: [
        ['taken', `"${field(named, 'name')}"`],
        ['done', `"${field(done, 'body')}"`],
        ['out of the space', ended.room_id],
      ],
    };
  });
}

/** A mail that claims to be from one of the team, handed in by nobody who has logged in. */
async function forgeryIsHeld(cast: Cast): Promise<void> {
  const { transcript, environment, member, account, order } = cast;
  const { host, ports } = environment;
  const [, colleague = environment.team[0]] = environment.team;
  if (colleague === undefined) throw new Error('the team is empty');
  await transcript.step(
    `11 Somebody forges a mail of ${colleague.name}'s: it is held until ${member.name} decides`,
    async () => {
      const words = `Pay at once for ${order}`;
      const server = createTransport({ host, port: ports.smtp, secure: false, ignoreTLS: true });
      try {
        const from = { name: colleague.name, address: colleague.address };
        await server.sendMail({ from, to: account.address, subject: `Invoice ${order}`, text: words });
      } finally {
        server.close();
      }
      const lobby = await enter(cast, `${account.name} – Moderators`);
      const notice = await says(cast, `Invoice ${order}`, { by: botOf(environment), room: lobby });
      must(!member.client.events.some((event) => field(event, 'body').includes(words)), 'nobody has seen its words');
      await member.client.react(lobby, notice.event_id, '✅');
      const room = await enter(cast, `Invoice ${order}`);
      const shown = await says(cast, words, { room });
      must(shown.sender.includes('claimed'), `${shown.sender} is a marked ghost`);
      return {
        value: null,
        facts: [
          ['claims to be', `${colleague.name} <${colleague.address}>`],
          ['held in', lobby],
          ['after ✅ spoken by', shown.sender],
        ],
      };
    },
  );
}

async function directChat(cast: Cast): Promise<void> {
  const { transcript, environment, member, outsider, order } = cast;
  const { client } = member;
  const bot = botOf(environment);
  await transcript.step(`12 ${member.name} begins a conversation in a direct chat with the bot`, async () => {
    const body = { preset: 'trusted_private_chat', is_direct: true, invite: [bot] };
    const { room_id: chat } = created.parse(await client.request('POST', '/_matrix/client/v3/createRoom', body));
    const greeting = await says(cast, 'Hello, I am', { by: bot, room: chat });
    const words = `Your voucher for ${order}`;
    await client.say(
      chat,
      `compose to: ${outsider.mail.address}, subject: Voucher ${order}, account: support\n${words}`,
    );
    const room = await enter(cast, `Voucher ${order}`);
    const { parsed } = await outsider.mail.waitFor(({ parsed: { text = '' } }) => text.includes(words), {
      what: 'the mail that was begun',
      within,
    });
    const shown = await says(cast, words, { by: bot, room });
    return {
      value: null,
      facts: [
        ['chat', `${chat}  "${field(greeting, 'body').split('\n')[0] ?? ''}"`],
        ['room', room],
        ['Message-ID', parsed.messageId ?? ''],
        ['marked', await finalSign(cast, shown.event_id)],
      ],
    };
  });
}

/** Plays the further steps. Rejects with what was not seen. */
export function playHomeStory(environment: Environment, client: MatrixUser, transcript: Transcript): Promise<void> {
  return withCast(environment, client, transcript, async (cast) => {
    const shown = await begins(cast);
    await editedAndTakenBack(cast, shown);
    await fileLeaves(cast, shown);
    await claimedAndDone(cast, shown);
    await forgeryIsHeld(cast);
    await directChat(cast);
  });
}
