import { z } from 'zod';
import { noArguments } from '../../bridge/command/arguments.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { timeNow } from '../../db/helpdesk-tables/views.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

/** Milliseconds that the clock of a homeserver may be ahead of the database's and still count as the same. */
const SKEW_MS = 1_000;
/** What took longer than this is not told in figures: a clock is wrong, or the message waited through an outage. */
const LONGEST_MS = 86_400_000;

/** When the homeserver of whoever asks took the message, by its own clock: the field is theirs and can be anything. */
const stamped = z.object({ origin_server_ts: z.int().nonnegative() });

/** `!mail ping`: how long the way from the homeserver to the answer took, by the clock of the database. */
export const mailPing = mailCommand({
  name: 'ping',
  order: 355,
  args: noArguments,
  needs: 'read',
  scope: 'asker',
  where: EVERYWHERE,
  example: 'ping',
  outside: { only: 'it measures the way of a message in Matrix' },
  run: async (tx, { event, operator: { language } }) => {
    const say = words(language);
    const received = event.receivedAt.getTime();
    const here = within((await timeNow(tx)).getTime() - received);
    if (here === null) return renderLines([say('ping-too-long')]);
    const sent = stamped.safeParse(JSON.parse(event.body.toString('utf8'))).data?.origin_server_ts;
    const before = sent === undefined ? null : within(received - sent);
    if (before === null) return renderLines([say('ping-here', { here: duration(here) })]);
    return renderLines([
      say('ping-way', { whole: duration(before + here), before: duration(before), here: duration(here) }),
    ]);
  },
});

/** Milliseconds between two moments, 0 where clocks differ a little; null where they differ too much to say. */
function within(ms: number): number | null {
  return ms < -SKEW_MS || ms > LONGEST_MS ? null : Math.max(0, Math.round(ms));
}

function duration(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : `${Math.round(ms / 1_000)} s`;
}
