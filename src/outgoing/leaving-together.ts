/**
 * What mails ask of the database that leave at the same moment, side by side: one statement for all of them, each of
 * which is a commit of its own. A mail alone waits for nobody. One that cannot go with the others, since its row is
 * locked or the statement fails, asks for itself, and keeps nobody waiting.
 */
import { DatabaseAwayError } from '../base/errors.ts';
import { Gathered } from '../base/gathered.ts';
import type { MessageKey } from '../bridge/types.ts';
import { askBreakerForAll } from '../db/mail-tables/breaker.ts';
import type { BreakerAsked } from '../db/mail-tables/breaker.ts';
import { mailsNow } from '../db/mail-tables/mail-now.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import { markAllTrying, markTrying, noteAllReplies, noteReply } from '../db/mail-tables/outgoing-delivery.ts';
import type { MarkedMail, RepliedMail } from '../db/mail-tables/outgoing-delivery.ts';
import type { Queryable } from '../db/pool.ts';
import { InStep } from './in-step.ts';
import type { Step } from './in-step.ts';

export class LeavingTogether {
  readonly #inStep = new InStep();
  readonly #stands: Gathered<MessageKey, () => MailNow>;
  readonly #breaker: Gathered<Date | null, BreakerAsked>;
  readonly #marks: Gathered<MarkedMail, () => Promise<boolean>>;
  readonly #notes: Gathered<RepliedMail, () => Promise<void>>;

  constructor(db: Queryable) {
    this.#stands = new Gathered((keys) => mailsNow(db, keys));
    this.#breaker = new Gathered((fresh) => askBreakerForAll(db, fresh));
    this.#marks = new Gathered(async (asked) => {
      const done = await together(markAllTrying, db, asked);
      return asked.map((one) => () => (done.has(one.outgoing) ? Promise.resolve(true) : markTrying(db, one)));
    });
    this.#notes = new Gathered(async (asked) => {
      const done = await together(noteAllReplies, db, asked);
      return asked.map((one) => () => (done.has(one.outgoing) ? Promise.resolve() : noteReply(db, one)));
    });
  }

  /** Walks the way of a mail, which those beside it wait for. */
  walk<T>(outgoing: MessageKey, way: () => Promise<T>): Promise<T> {
    return this.#inStep.walk(outgoing, way);
  }

  /** Until the mails that leave beside it have come as far, for a moment. */
  reach(outgoing: MessageKey, step: Step): Promise<void> {
    return this.#inStep.reach(outgoing, step);
  }

  /** How a mail stands at this moment; null where there is none. */
  async now(outgoing: MessageKey): Promise<MailNow | null> {
    return (await this.#stands.get(outgoing))?.() ?? null;
  }

  /** As `askBreaker`. */
  async breaker(fresh: Date | null): Promise<BreakerAsked> {
    return (await this.#breaker.get(fresh)) ?? { open: false, counted: false, sent: 0 };
  }

  /** As `markTrying`: committed when it resolves. */
  async mark(marked: MarkedMail): Promise<boolean> {
    return (await this.#marks.get(marked))?.() ?? false;
  }

  /** As `noteReply`. */
  async note(replied: RepliedMail): Promise<void> {
    await (
      await this.#notes.get(replied)
    )?.();
  }
}

/** Those for whom it was done. What the database may have done before it was lost is not asked for again. */
async function together<Asked>(
  forAll: (db: Queryable, asked: readonly Asked[]) => Promise<ReadonlySet<MessageKey>>,
  db: Queryable,
  asked: readonly Asked[],
): Promise<ReadonlySet<MessageKey>> {
  try {
    return await forAll(db, asked);
  } catch (error) {
    if (error instanceof DatabaseAwayError) throw error;
    return new Set();
  }
}
