/**
 * Machines that answer everything, as badly as machines do: in a room, in a mailbox, or by sending it all back. None of
 * them ever stops by itself.
 */
import { setInterval } from 'node:timers/promises';
import type { SendMailOptions } from 'nodemailer';
import type { Second } from './e2e-second.ts';
import { zoe } from './e2e-second.ts';
import { bot, isMessage } from './e2e.ts';
import type { MatrixUser, SeenEvent, StoredMail } from './servers.ts';
import type { Mailbox } from './servers.ts';

/** How often a robot looks, milliseconds. */
const LOOK_MS = 50;

/** A robot that works until it is stopped. */
export interface Robot {
  /** How often it has answered. */
  readonly answers: () => number;
  stop(): Promise<void>;
}

/** Answers each thing that `look` finds, once and in order. */
function robot<Thing>(
  look: () => Promise<readonly Thing[]> | readonly Thing[],
  answer: (thing: Thing, n: number) => Promise<unknown>,
): Robot {
  const stopping = new AbortController();
  let answers = 0;
  let done = 0;
  const run = async (): Promise<void> => {
    for await (const _ of setInterval(LOOK_MS, undefined, { signal: stopping.signal })) {
      const things = await look();
      for (const thing of things.slice(done)) {
        done++;
        await answer(thing, ++answers);
      }
    }
  };
  const running = run().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    answers: () => answers,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/**
 * Enters every room that it is invited to and answers everything that a ghost says there, notices too. Begins with what
 * is said from now on.
 */
export function roomRobot(client: MatrixUser): Robot {
  const entered = new Set(client.invites.map(({ room_id }) => room_id));
  const begun = client.events.length;
  const look = async (): Promise<SeenEvent[]> => {
    for (const { room_id } of client.invites) {
      if (entered.has(room_id)) continue;
      entered.add(room_id);
      await client.join(room_id);
    }
    return client.events
      .slice(begun)
      .filter((event) => isMessage(event) && event.sender !== bot && event.sender.startsWith('@mail_'));
  };
  return robot(look, (event, n) => client.say(event.room_id, `We have got your message, number ${String(n)}.`));
}

/** The same in the rooms of the second bridge. */
export function secondRobot(second: Second): Robot {
  const { homeserver } = second;
  return robot(
    () => second.said(),
    ({ room_id }, n) => {
      homeserver.rooms.member(room_id, zoe, zoe, { membership: 'join', displayname: 'Zoe' });
      homeserver.say(room_id, zoe, `The desk answers for the ${String(n)}. time.`);
      return Promise.resolve();
    },
  );
}

/** Answers every mail of its mailbox with what `make` says. */
export function mailRobot(mailbox: Mailbox, make: (mail: StoredMail, n: number) => SendMailOptions): Robot {
  return robot(
    () => mailbox.mails(),
    (mail, n) => mailbox.send(make(mail, n)),
  );
}
