/**
 * The settings of an account that say what it wants to know of its mails after they left. Part of `config/schema.ts`.
 */
import { z } from 'zod';

/** The keys of these settings: `schema.ts` has them among those of an account. */
export function delivery() {
  return {
    delivery_reports: z
      .enum(['failures', 'all'], { error: 'failures or all' })
      .default('failures')
      .meta({
        description:
          'What the relay is asked to report where it can (RFC 3461): failures (and delays), or all, so that the ' +
          'room shows what was delivered too.',
      }),
    verp: z
      .enum(['on', 'off'], { error: 'on or off' })
      .default('off')
      .meta({
        description:
          'Whether each recipient gets a copy with a return path of its own (support+b.TOKEN@example.org), so that ' +
          'whatever bounces is known for certain. Used once `mailroom check` has seen that mail to ' +
          'support+anything@ arrives; the relay must let this account send from it.',
      }),
    read_receipts: z
      .enum(['ask', 'off'], { error: 'ask or off' })
      .default('off')
      .meta({
        description:
          'Whether readers are asked for a receipt (RFC 8098): ask or off. Their mail programs ask them, and many ' +
          'never answer.',
      }),
  };
}
