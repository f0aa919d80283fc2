import { z } from 'zod';
import { wholeText } from '../../bridge/command/arguments.ts';
import { snoozeEnd } from '../../bridge/helpdesk/snooze-time.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { snoozeWork } from '../../db/helpdesk-tables/thread-work.ts';
import { timeNow } from '../../db/helpdesk-tables/views.ts';
import { readerOf } from '../../handling/person-reader.ts';
import { NotPossible, operation } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import { mailCommand } from '../framework/command.ts';
import { onThread, workAt, workedSchema, workedText, workOn } from './worked.ts';

const snoozeOperation = operation({
  id: 'snooze',
  summary: 'Lays a conversation aside for a time, or until a mail comes.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/snooze',
  input: onThread.extend({
    until: z
      .string()
      .max(40)
      .meta({
        description:
          '30m, 4h, 3d, 2w, tomorrow 9:00, mon 08:00, or a date: 2026-12-01, 2026-12-01T14:00Z. Without a zone by ' +
          'the clock of whose name it is done in.',
      }),
  }),
  result: workedSchema,
  ctl: {
    words: 'snooze',
    args: ['thread', 'until'],
    example: 'snooze !room:example.org 3d --as @alice:example.org',
  },
  run: (deps, input) =>
    workOn(deps, input, async (tx, on) => {
      const until = snoozeEnd(input.until, await timeNow(tx), await readerOf(tx, on.by, on.account));
      if (until === null) {
        throw new NotPossible(`${input.until} is no time ahead within a year, such as 4h or 2026-12-01`);
      }
      await snoozeWork(tx, workAt(on), on.by, until);
      return on.say('helpdesk-snoozed', { until: shortTime(until, on.account.zone) });
    }),
  plain: workedText,
});

/** `!mail snooze`: the conversation is laid aside for a time, or until a mail comes. */
export const mailSnooze = mailCommand({
  name: 'snooze',
  order: 170,
  args: wholeText('4h|3d|DATE', 1, 2),
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'snooze 3d',
  examples: [{ says: ['snooze soon', 'snooze 1s', 'snooze 4h'] }],
  outside: { operations: [snoozeOperation] },
  run: async (tx, { account, thread, event, operator }, text) => {
    const say = words(operator.language);
    const until = snoozeEnd(text, event.receivedAt, operator);
    if (until === null) return renderLines([say('helpdesk-snooze-how')]);
    await snoozeWork(tx, { account: account.id, thread }, event.sender, until);
    return renderLines([say('helpdesk-snoozed', { until: shortTime(until, operator.zone) })]);
  },
});
