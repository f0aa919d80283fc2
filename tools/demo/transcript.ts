/** Facts of a step: what, and the value as it really was. */
export type Facts = readonly (readonly [label: string, value: string])[];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(2)} s`;

/** What the demo says: headings, steps with their time and facts, in colour on a terminal only. */
export class Transcript {
  readonly #write: (text: string) => void;
  readonly #colour: boolean;
  readonly #begin = performance.now();

  constructor(write: (text: string) => void, colour: boolean) {
    this.#write = write;
    this.#colour = colour;
  }

  #paint(code: number, text: string): string {
    return this.#colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  }

  line(text = ''): void {
    this.#write(`${text}\n`);
  }

  heading(text: string): void {
    this.line();
    this.line(this.#paint(1, text));
  }

  /** Lines of label and value, the values below each other. */
  facts(facts: Facts, indent = '     '): void {
    const width = Math.max(0, ...facts.map(([label]) => label.length)) + 2;
    for (const [label, value] of facts) this.line(`${indent}${this.#paint(2, label.padEnd(width))}${value}`);
  }

  /** Something that happened by itself, with the time since the start. */
  notice(text: string): void {
    this.line(`${this.#paint(33, '!')} ${text} ${this.#paint(2, `(after ${seconds(this.#begin)})`)}`);
  }

  /** Runs a step and shows its title, its time, and the facts that it resolves with. */
  async step<T>(title: string, work: () => Promise<{ readonly facts: Facts; readonly value: T }>): Promise<T> {
    const begin = performance.now();
    try {
      const { facts, value } = await work();
      this.line();
      this.line(`${this.#paint(32, '✔')} ${this.#paint(1, title)}  ${this.#paint(2, seconds(begin))}`);
      this.facts(facts);
      return value;
    } catch (error) {
      this.line();
      this.line(`${this.#paint(31, '✖')} ${this.#paint(1, title)}  ${this.#paint(2, seconds(begin))}`);
      throw error;
    }
  }

  /** Time since the transcript began. */
  elapsed(): string {
    return seconds(this.#begin);
  }
}
