/**
 * Asks that are made at one moment are answered together: what is asked for while others are being answered is
 * gathered, and one that is alone waits for nobody.
 */
import { setImmediate as immediate } from 'node:timers/promises';

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks at once at most. */
const TOGETHER_MOST = 64;

export class Gathered<Asked, Answer> {
  readonly #answer: (asked: readonly Asked[]) => Promise<readonly (Answer | null)[]>;
  #waiting: Waiting<Asked, Answer>[] = [];
  #isAnswering = false;

  /** @param answer the answers in the order of what is asked; a throw is thrown to all who asked */
  constructor(answer: (asked: readonly Asked[]) => Promise<readonly (Answer | null)[]>) {
    this.#answer = answer;
  }

  /** The answer is looked up after this call, never before. */
  get(asked: Asked): Promise<Answer | null> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer | null>();
    this.#waiting.push({ asked, resolve, reject });
    if (!this.#isAnswering) void this.#answerAll();
    return promise;
  }

  async #answerAll(): Promise<void> {
    this.#isAnswering = true;
    // What comes in the same moment is waited for.
    await immediate();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, TOGETHER_MOST);
      try {
        const answers = await this.#answer(batch.map(({ asked }) => asked));
        for (const [at, { resolve }] of batch.entries()) resolve(answers[at] ?? null);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isAnswering = false;
  }
}
