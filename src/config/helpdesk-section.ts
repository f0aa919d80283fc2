/** The settings of an account for a team's work on its threads. Part of `config/schema.ts`. */
import { z } from 'zod';
import { duration, integer } from './values.ts';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function helpdeskSection() {
  return {
    claim: z
      .enum(['auto', 'name', 'topic', 'hidden'], { error: 'auto, name, topic or hidden' })
      .default('auto')
      .meta({
        description:
          'Where a room shows who has its conversation: in its name, in its topic, hidden (in lists alone). ' +
          'With auto it is in its name as long as no more conversations than claim_rooms are open.',
      }),
    claim_rooms: integer('a number of open conversations', 0, 100_000)
      .default(100)
      .meta({
        description:
          'Up to how many open conversations auto shows claims in names. Each claim renames a room twice, which ' +
          'every member is sent.',
      }),
    claim_for: orNever('24h').meta({
      description: 'After this long without an answer nobody has the conversation any more; never for no end.',
    }),
    remind_after: orNever('never').meta({
      description:
        'After this long without an answer whoever has the conversation is reminded once a day, or the team where ' +
        'nobody has it; never for no reminders.',
    }),
    archive_after: orNever('30d').meta({
      description:
        'A conversation that has been done for this long is left by the Matrix users that stand for its people; ' +
        'they come back with the next mail. never leaves them there.',
    }),
    overview: z
      .union([z.boolean(), z.literal('auto')], { error: 'true, false or auto' })
      .default('auto')
      .meta({
        description:
          "Whether the account's inbox room has a pinned list of what is open, kept up to date; auto: where claim is " +
          'hidden, or auto and there are too many for names.',
      }),
  };
}

/** A duration, or `never`: null out. */
function orNever(standard: string): z.ZodType<number | null, string | undefined> {
  const expected = 'a duration such as 4h or 3d, or never';
  return z
    .union([z.literal('never'), duration()], { error: expected })
    .transform((value) => (typeof value === 'number' ? value : null))
    .prefault(standard);
}
