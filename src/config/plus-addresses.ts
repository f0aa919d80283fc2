/** The setting of an account about addresses with a detail. Part of `config/schema.ts`. */
import { z } from 'zod';

/** The key of this setting: `schema.ts` has it among those of an account. */
export function plus() {
  return {
    plus_addresses: z
      .enum(['off', 'on'], { error: 'off or on' })
      .default('off')
      .meta({
        description:
          'Whether mail names support+TOKEN@ as the address for answers, so that also mail programs that write no ' +
          'In-Reply-To stay in the conversation: off or on. Needs a mail server that delivers such addresses; ' +
          '`mailroom check --plus-addresses` finds that out, and until it has, none is used.',
      }),
  };
}
