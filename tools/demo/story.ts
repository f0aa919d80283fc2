import { randomBytes } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Environment } from './environment.ts';
import { type Handed, Mailbox, referencedIds, type StoredMail } from './mailbox.ts';
import type { MatrixUser, SeenEvent } from './matrix-user.ts';
import type { Transcript } from './transcript.ts';

/** Who plays: an outsider's mailbox, the account's mailbox as a mail program sees it, a member's Matrix client. */
export interface Cast {
  readonly environment: Environment;
  readonly transcript: Transcript;
  readonly outsider: { readonly name: string; readonly mail: Mailbox };
  readonly account: { readonly name: string; readonly address: string; readonly mail: Mailbox };
  readonly member: { readonly name: string; readonly client: MatrixUser };
  /** A word that no earlier run used. */
  readonly order: string;
}

/** A claim about the other side that has to hold. */
export function must(claim: boolean, what: string): void {
  if (!claim) throw new Error(`not so: ${what}`);
}

/** A text field of an event's content; '' where it has none. */
export function field(event: SeenEvent, name: string): string {
  const value = event.content[name];
  return typeof value === 'string' ? value : '';
}

/** Step 1. Seen by IMAP in the account's mailbox. */
function mailArrives({ transcript, outsider, account, order }: Cast): Promise<Handed> {
  return transcript.step(`1  ${outsider.name} writes to ${account.address}`, async () => {
    const subject = `Order ${order} arrived damaged`;
    const asks = `the box of order ${order} was wet when it came. What shall I do?`;
    const text = `Hello,\n\n${asks}\n\nBest regards\n${outsider.name}\n`;
    const from = { name: outsider.name, address: outsider.mail.address };
    const sent = await outsider.mail.send({ from, to: account.address, subject, text });
    await account.mail.waitFor(({ parsed }) => parsed.messageId === sent.messageId, {
      what: `the mail ${sent.messageId}`,
    });
    return {
      value: sent,
      facts: [
        ['Subject', subject],
        ['Message-ID', sent.messageId],
        ['the relay said', sent.response],
        ['seen by IMAP in', account.address],
      ],
    };
  });
}

/** Step 2. Seen by the member's client: invitation, room, its place in the space, who speaks. */
function roomAppears({ transcript, outsider, account, member, environment, order }: Cast): Promise<SeenEvent> {
  const { client } = member;
  return transcript.step(
    `2  The room appears in the space of ${account.name}, with ${member.name} and the sender's ghost in it`,
    async () => {
      const named = (state: readonly SeenEvent[]): boolean =>
        state.some((event) => event.type === 'm.room.name' && field(event, 'name').includes(order));
      const invite = await client.waitForInvite(({ state }) => named(state), {
        what: `an invitation to the room of order ${order}`,
      });
      await client.join(invite.room_id);
      const shown = await client.waitFor(
        (event) =>
          event.room_id === invite.room_id && event.type === 'm.room.message' && field(event, 'body').includes(order),
        { what: 'the mail as a message in its room' },
      );
      const state = await client.state(invite.room_id);
      const ghost = state.find((event) => event.type === 'm.room.member' && event.state_key === shown.sender);
      must(
        shown.sender.startsWith('@mail_') && ghost?.content['membership'] === 'join',
        `${shown.sender} is the sender's ghost and in the room`,
      );
      const parent = state.find((event) => event.type === 'm.space.parent')?.state_key ?? '';
      const children = parent === '' ? [] : await client.state(parent).catch(() => []);
      const listed = children.some((event) => event.type === 'm.space.child' && event.state_key === invite.room_id);
      must(listed, `the room ${invite.room_id} is in the account's space`);
      const name = state.find((event) => event.type === 'm.room.name');
      return {
        value: shown,
        facts: [
          ['room', `${invite.room_id}  "${name === undefined ? '' : field(name, 'name')}"`],
          ['in the space', `${parent} (${account.name})`],
          [
            'ghost',
            `${shown.sender}  "${ghost === undefined ? '' : field(ghost, 'displayname')}" for ${outsider.mail.address}`,
          ],
          ['event', shown.event_id],
          [`seen by /sync of`, `${client.userId} on ${environment.homeserver.url}`],
        ],
      };
    },
  );
}

/** Step 3. Seen when the homeserver gives it back by /sync. */
function memberAnswers({ transcript, member, order }: Cast, shown: SeenEvent): Promise<SeenEvent> {
  const { client } = member;
  return transcript.step(`3  ${member.name} answers in the room`, async () => {
    const body = `I am sorry about order ${order}. A new one leaves today; keep the old box.`;
    const id = await client.say(shown.room_id, body);
    const event = await client.waitFor(({ event_id }) => event_id === id, { what: `${member.name}'s message ${id}` });
    return {
      value: event,
      facts: [
        ['says', body],
        ['event', id],
      ],
    };
  });
}

/** Step 4. Seen by IMAP in the outsider's mailbox: sender, text, and the header fields that make a thread of it. */
function answerArrives(cast: Cast, first: Handed, answer: SeenEvent): Promise<StoredMail> {
  const { transcript, outsider, account, member } = cast;
  return transcript.step(`4  The answer arrives in ${outsider.mail.address}, in the same thread`, async () => {
    const text = field(answer, 'body');
    const arrived = await outsider.mail.waitFor(({ parsed }) => parsed.text?.includes(text) === true, {
      what: 'the answer',
      within: 40_000,
    });
    const { parsed } = arrived;
    const sender = parsed.from?.value[0];
    must(parsed.inReplyTo === first.messageId, `In-Reply-To of the answer is ${first.messageId}`);
    must(referencedIds(parsed).includes(first.messageId), `References of the answer have ${first.messageId}`);
    must(
      sender?.address === account.address && sender.name.includes(member.name),
      `the answer is from ${account.address} and names ${member.name}`,
    );
    const status = await member.client.waitFor(
      ({ type, content }) => type === 'm.reaction' && JSON.stringify(content).includes(answer.event_id),
      { what: 'the mark that the mail was handed over' },
    );
    return {
      value: arrived,
      facts: [
        ['From', parsed.from?.text ?? ''],
        ['Subject', parsed.subject ?? ''],
        ['Message-ID', parsed.messageId ?? ''],
        ['In-Reply-To', parsed.inReplyTo ?? ''],
        ['References', referencedIds(parsed).join(' ')],
        ['marked in the room', `${status.event_id} by ${status.sender}`],
      ],
    };
  });
}

/** Step 5. Seen by the member's client in the same room, spoken by the same ghost. */
async function replyComesBack(cast: Cast, shown: SeenEvent, arrived: StoredMail): Promise<void> {
  const { transcript, outsider, account, member, order } = cast;
  await transcript.step(`5  ${outsider.name}'s reply comes back into the room`, async () => {
    const { parsed } = arrived;
    const words = `Thank you, ${member.name}, that is quick! I keep the box of order ${order}.`;
    const at = (parsed.date ?? new Date(0)).toUTCString();
    const quoted = (parsed.text ?? '')
      .trim()
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
    const sent = await outsider.mail.send({
      from: { name: outsider.name, address: outsider.mail.address },
      to: account.address,
      subject: parsed.subject ?? '',
      inReplyTo: parsed.messageId ?? '',
      references: [...referencedIds(parsed), parsed.messageId ?? ''],
      text: `${words}\n\nOn ${at}, ${parsed.from?.text ?? ''} wrote:\n${quoted}\n`,
    });
    const back = await member.client.waitFor(
      (event) =>
        event.type === 'm.room.message' && event.sender === shown.sender && field(event, 'body').includes(words),
      { what: `the reply ${sent.messageId} in the room` },
    );
    must(back.room_id === shown.room_id, `the reply is in ${shown.room_id}`);
    return {
      value: null,
      facts: [
        ['Message-ID', sent.messageId],
        ['event', back.event_id],
        ['in the room', back.room_id],
        ['spoken by', back.sender],
      ],
    };
  });
}

/**
 * Step 6. Somebody else writes in the outsider's name, by the port that takes mail from anybody. Seen by the member's
 * client, marked.
 */
async function forgeryIsMarked(cast: Cast, shown: SeenEvent): Promise<void> {
  const { environment, transcript, outsider, account, member, order } = cast;
  const { host, ports } = environment;
  await transcript.step(`6  Somebody forges a mail of ${outsider.name}'s: it is shown, marked`, async () => {
    const words = `Please send the refund for order ${order} to another account.`;
    const server = createTransport({ host, port: ports.smtp, secure: false, ignoreTLS: true });
    try {
      await server.sendMail({
        from: { name: outsider.name, address: outsider.mail.address },
        to: account.address,
        subject: `Refund for ${order}`,
        text: words,
      });
    } finally {
      server.close();
    }
    const invite = await member.client.waitForInvite(
      ({ state }) =>
        state.some((event) => event.type === 'm.room.name' && field(event, 'name').includes(`Refund for ${order}`)),
      { what: 'an invitation to the room of the forged mail', within: 40_000 },
    );
    await member.client.join(invite.room_id);
    const seen = await member.client.waitFor(
      (event) => event.type === 'm.room.message' && field(event, 'body').includes(words),
      { what: 'the forged mail as a message', within: 40_000 },
    );
    const state = await member.client.state(seen.room_id);
    const speaker = state.find((event) => event.type === 'm.room.member' && event.state_key === seen.sender);
    const name = speaker === undefined ? '' : field(speaker, 'displayname');
    must(seen.sender !== shown.sender && name.startsWith('⚠'), `${seen.sender} is a marked ghost, not the sender's`);
    return {
      value: null,
      facts: [
        ['claims to be', `${outsider.name} <${outsider.mail.address}>`],
        ['spoken by', `${seen.sender}  "${name}"`],
        ['in the room', seen.room_id],
      ],
    };
  });
}

/** Gathers who plays, each with a mailbox or client of their own, and lets them go when the play is over. */
export async function withCast(
  environment: Environment,
  client: MatrixUser,
  transcript: Transcript,
  play: (cast: Cast) => Promise<void>,
): Promise<void> {
  const [account, outsider, member] = [environment.accounts[0], environment.outsiders[0], environment.team[0]];
  if (account === undefined || outsider === undefined || member === undefined)
    throw new Error('the story needs three people');
  const [outsiderMail, accountMail] = await Promise.all([
    Mailbox.open(environment, outsider),
    Mailbox.open(environment, account, { readOnly: true }),
  ]);
  try {
    await play({
      environment,
      transcript,
      outsider: { name: outsider.name, mail: outsiderMail },
      account: { name: account.name, address: account.address, mail: accountMail },
      member: { name: member.name, client },
      order: randomBytes(3).toString('hex').toUpperCase(),
    });
  } finally {
    await Promise.all([outsiderMail.close(), accountMail.close()]);
  }
}

/** Plays the six steps. Rejects with what was not seen. */
export function playStory(environment: Environment, client: MatrixUser, transcript: Transcript): Promise<void> {
  return withCast(environment, client, transcript, async (cast) => {
    const first = await mailArrives(cast);
    const shown = await roomAppears(cast);
    const answer = await memberAnswers(cast, shown);
    const arrived = await answerArrives(cast, first, answer);
    await replyComesBack(cast, shown, arrived);
    await forgeryIsMarked(cast, shown);
  });
}
