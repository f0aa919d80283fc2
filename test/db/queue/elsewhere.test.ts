/**
 * Work of an account that a process does not know, as while replicas are restarted one by one with another config: each
 * handler leaves it to a process that does, and writes nothing.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memberActs } from '../../../src/begun/member-act.ts';
import type { AccountId, RoomId } from '../../../src/bridge/types.ts';
import { claimWork } from '../../../src/db/helpdesk-tables/thread-work.ts';
import { addAct } from '../../../src/db/room-tables/member-acts.ts';
import { mailIn } from '../../../src/incoming/mail-in.ts';
import type { Address } from '../../../src/mail/types.ts';
import { mailNotice, noticeOut } from '../../../src/outgoing/mail-notice.ts';
import { LeavingTogether } from '../../../src/outgoing/leaving-together.ts';
import { mailOut } from '../../../src/outgoing/mail-out.ts';
import { mailSent } from '../../../src/outgoing/mail-sent.ts';
import type { Handler } from '../../../src/queue/worker.ts';
import { matrixSend } from '../../../src/rooms/matrix-send.ts';
import { workShown } from '../../../src/teamwork/work-shown.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';

const support = 'support' as AccountId;

/** All that a handler is given here: whatever else it asked for would not be there. */
const alone = (deps: object): never => deps as never;

describe('work of an account that a process does not know', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let world: HandlerWorld;
  eachDatabase(async (given) => {
    test = given;
    world = await handlerWorld({ test, parser });
  });

  /** Deps of a process that knows no account. */
  const ignorant = () => ({ ...world.core.deps(), accounts: new Map(), parser, failpoint: () => undefined });
  const mail = 'From: bob@outside.test\r\nTo: support@mailroom.test\r\nSubject: Lamps\r\n\r\nWhere?\r\n';
  const oneOf = async (sql: string): Promise<string> => {
    const { rows } = await test.db.query<{ subject: string }>(sql);
    return rows[0]?.subject ?? assert.fail(`nothing: ${sql}`);
  };

  const cases: [string, () => Promise<string>, (deps: ReturnType<typeof ignorant>) => Handler<unknown>][] = [
    [
      'a mail that came in',
      async () => String(await world.arrivals.store(mail)),
      (deps) => mailIn({ ...deps, mailSize: 1_000_000, checkSender: null }),
    ],
    [
      'a part of a mail on its way into its room',
      async () => {
        await world.arrivals.arrive(mail);
        return oneOf(`SELECT subject FROM jobs WHERE queue = 'matrix-send' ORDER BY job LIMIT 1`);
      },
      (deps) => matrixSend(alone(deps)),
    ],
    [
      'a mail of ours on its way out',
      async () => (await world.mails.write('Here they are.')).outgoing,
      (deps) => mailOut(alone({ ...deps, together: new LeavingTogether(test.db) })),
    ],
    [
      'the copy of a mail in Sent',
      async () => (await world.mails.say('Here they are.')).outgoing,
      (deps) => mailSent(alone(deps)),
    ],
    [
      'a mail that Mailroom writes by itself',
      async () => {
        const to = { name: '', address: 'eve@elsewhere.example' as Address };
        const cause = 'auto-replied' as const;
        const said = { of: 'a mail', purpose: 'refusal', to, subject: 'No', text: 'Sorry.', answers: null, cause };
        await test.db.transaction((tx) => mailNotice(tx, world.core.deps(), world.core.account, said));
        return oneOf(`SELECT subject FROM jobs WHERE queue = 'notice-out'`);
      },
      (deps) => noticeOut(alone(deps)),
    ],
    [
      'what a room shows of the work on its thread',
      async () => {
        const { thread } = await world.arrivals.arrive(mail);
        assert.ok(thread !== null);
        await test.db.transaction((tx) =>
          claimWork(tx, { account: support, thread }, alice, { event: null, force: false }),
        );
        return oneOf(`SELECT subject FROM jobs WHERE queue = 'desk' ORDER BY job DESC LIMIT 1`);
      },
      (deps) => workShown(alone(deps)),
    ],
    [
      'what a ghost does about a room',
      async () => {
        const room = '!room:matrix.test' as RoomId;
        const who = { kind: 'invite', user: alice, name: null, said: null } as const;
        await test.db.transaction((tx) => addAct(tx, { ...who, act: 'x', account: support, thread: null, room }));
        return oneOf(`SELECT subject FROM jobs WHERE queue = 'member-act'`);
      },
      (deps) => memberActs(alone(deps)),
    ],
  ];
  for (const [what, begins, handlerOf] of cases) {
    it(`is left where it is: ${what}`, async () => {
      const subject = await begins();
      const decision = await world.core.run(handlerOf(ignorant()), { subject, account: support });
      assert.deepEqual(decision, { outcome: { do: 'elsewhere', account: support } });
    });
  }
});
