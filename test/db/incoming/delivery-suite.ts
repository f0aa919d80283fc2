/** A suite of tests of mails on their way and the reports that come back; called in its `describe`. */
import type { EventId, MessageKey } from '../../../src/bridge/types.ts';
import type { MailCommand } from '../../../src/commands/framework/command.ts';
import type { Database } from '../../../src/db/pool.ts';
import type { StoredSend } from '../../../src/db/room-tables/sends.ts';
import type { Address } from '../../../src/mail/types.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { partsOf } from '../../support/handlers/arrivals.ts';
import { believing, unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';

export const bob = 'bob@outside.test' as Address;
export const eve = 'eve@evil.test' as Address;

/** Nobody's word is believed about senders but that of mx.test, so that reports stand by what they bring themselves. */
const account = { ...unquoted, senders: { ...believing, receiver: { kind: 'named' as const, ids: ['mx.test'] } } };

export function deliverySuite() {
  let test: TestDatabase;
  const parser = suiteParser();
  let made: HandlerWorld;
  eachDatabase(async (given) => {
    test = given;
    made = await handlerWorld({ test, parser, accounts: [account] });
    await test.db.query(`INSERT INTO plus_proofs (account, address) VALUES ('support', 'support@mailroom.test')`);
  });

  return {
    /** The mails of the test that runs. */
    mails: (): OurMails => made.mails,
    db: (): Database => test.db,
    /** Alice says something that is mailed at once; resolves after the first try, or before it. */
    say: (words: string, to: readonly Address[] = [bob], attempt = true): Promise<Said> =>
      attempt ? made.mails.say(words, { to, open: true }) : made.mails.write(words, { to, open: true }),
    /** A mail comes in; returns what is said of it in the room that it belongs to. */
    arrive: async (raw: string): Promise<StoredSend[]> =>
      partsOf(await made.arrivals.arrive(raw.replace(/\r?\n/g, '\r\n'))),
    out: (outgoing: MessageKey): Promise<string> => made.mails.out(outgoing),
    statuses: (said: Said) => made.mails.statuses(said),
    sign: (said: Said) => made.mails.sign(said),
    paused: () => made.mails.paused(),
    told: (said: Said) => made.mails.told(said),
    body: (send: StoredSend | undefined): string => {
      const value = send?.content['body'];
      return typeof value === 'string' ? value : '';
    },
    command: (one: MailCommand, args: readonly string[] = [], replyTo: EventId | null = null): Promise<string> =>
      made.mails.command(one, args, replyTo),
  };
}
