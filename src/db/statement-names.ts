import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Texts that get a name at most: those of the program are a few hundred, what is put together has no end. */
const NAMED_MOST = 1_000;

/**
 * Names for statements, by which Postgres parses and plans each once a connection (protocol, "extended query"). A name
 * is made of its text, so that two programs behind one pooler never mean different things by one.
 *
 * A statement that returns all columns of a table must not get one: where a migration adds a column, its plan is
 * refused (SQLSTATE 0A000).
 */
export class StatementNames {
  readonly #names = new Map<string, string>();

  named(text: string, values: readonly unknown[]): pg.QueryConfig {
    if (values.length === 0) return { text };
    const name = this.#name(text);
    return name === null ? { text, values: [...values] } : { name, text, values: [...values] };
  }

  #name(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= NAMED_MOST) return null;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    this.#names.set(text, name);
    return name;
  }
}
