/**
 * One statement for all that is asked at the same moment. Work on many mails or events goes side by side, each with the
 * functions that serve one: what they read is gathered here by the text of the statement, and asked of Postgres once
 * for all of them. While a statement is on its way, those with the same text wait and go together with the next; one
 * alone waits for nobody.
 *
 * A statement of one becomes one of many by itself: `SELECT … WHERE x = $1` is asked as `unnest($1::text[]) AS asked
 * (p1), LATERAL (SELECT … WHERE x = asked.p1)`. The types of its parameters are what Postgres takes them for. What
 * writes is never gathered so: it has to be written for many (`Gather.many`).
 */
import pg from 'pg';

/** Whatever runs SQL. */
interface Asks {
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
}

/** Statements that may be asked for many at once: they read, and lock nothing. */
const READS = /^\s*(?:SELECT|WITH)\b/i;
const DOES_MORE = /\b(?:INSERT|UPDATE|DELETE|MERGE|SHARE|nextval|pg_\w*lock\w*|pg_notify)\b/i;
/** Asked together at most; the rest goes with the next. */
const TOGETHER_MOST = 100;
/** The column that says for whom a row is. */
const NTH = 'nth of gathered';

/** How a statement is asked for many, by its text; null for one that cannot be. */
export type Shapes = Map<string, string | null>;

interface Asked {
  readonly values: readonly unknown[];
  readonly resolve: (result: pg.QueryResult) => void;
  readonly reject: (error: unknown) => void;
}

interface Item {
  readonly item: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Does for many at once what is asked for one by one; the results in the order of the items. */
type Many<One, Result> = (items: readonly One[]) => Promise<readonly Result[]>;

export class Gathering {
  readonly #on: Asks;
  readonly #shapes: Shapes;
  readonly #apart: boolean;
  readonly #asked = new Map<string, Asked[]>();
  readonly #items = new Map<unknown, { readonly waiting: Item[]; many: Many<never, unknown> }>();
  readonly #busy = new Set<unknown>();

  /**
   * @param shapes kept for all that asks the same database
   * @param apart whether a statement that Postgres refuses is asked again for each alone, so that values of one cost
   *   nobody else; not in a transaction, which is lost with it
   */
  constructor(on: Asks, shapes: Shapes, { apart }: { readonly apart: boolean }) {
    this.#on = on;
    this.#shapes = shapes;
    this.#apart = apart;
  }

  query<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult<Row>> {
    if (values.length === 0 || !READS.test(sql) || DOES_MORE.test(sql)) return this.#on.query<Row>(sql, values);
    return new Promise((resolve, reject) => {
      const asked = { values, resolve: resolve as (result: pg.QueryResult) => void, reject };
      const waiting = this.#asked.get(sql);
      if (waiting === undefined) this.#asked.set(sql, [asked]);
      else waiting.push(asked);
      this.#later(sql, this.#asked, () => this.#askWaiting(sql));
    });
  }

  /** Adds an item to those that `many` does at once; `what` is the same for all that may go together. */
  many<One, Result>(what: unknown, item: One, many: Many<One, Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const one: Item = { item, resolve: resolve as (result: unknown) => void, reject };
      const there = this.#items.get(what);
      if (there === undefined) this.#items.set(what, { waiting: [one], many });
      else there.waiting.push(one);
      this.#later(what, this.#items, () => this.#doWaiting(what));
    });
  }

  /**
   * Once all that runs at this moment has asked, and nothing of the same is on its way. What comes while it is goes
   * next: whether there is any is looked at in the moment in which it is no longer busy.
   */
  #later(what: unknown, waiting: { has(what: unknown): boolean }, work: () => Promise<void>): void {
    if (this.#busy.has(what)) return;
    this.#busy.add(what);
    setImmediate(() => {
      void work().then(() => {
        this.#busy.delete(what);
        if (waiting.has(what)) this.#later(what, waiting, work);
      });
    });
  }

  #askWaiting(sql: string): Promise<void> {
    const waiting = this.#asked.get(sql) ?? [];
    const now = waiting.splice(0, TOGETHER_MOST);
    if (waiting.length === 0) this.#asked.delete(sql);
    return this.#ask(sql, now);
  }

  /** Never throws: whoever asked learns of it. */
  async #ask(sql: string, asked: readonly Asked[]): Promise<void> {
    const [first] = asked;
    if (first === undefined) return;
    try {
      const texts = asked.length > 1 ? asked.map(({ values }) => values.map(textOf)) : [];
      const together = texts.length > 1 && texts.every((row) => !row.includes(undefined));
      const shape = together ? await this.#shapeOf(sql, first.values.length) : null;
      if (shape === null) {
        await Promise.all(asked.map((one) => this.#askAlone(sql, one)));
        return;
      }
      const columns = first.values.map((_, at) => texts.map((row) => row[at]));
      const result = await this.#on.query<{ [NTH]: number }>(shape, columns);
      const rows: pg.QueryResultRow[][] = asked.map(() => []);
      for (const { [NTH]: nth, ...row } of result.rows) rows[nth - 1]?.push(row);
      asked.forEach(({ resolve }, at) => {
        const own = rows[at] ?? [];
        resolve({ ...result, rows: own, rowCount: own.length });
      });
    } catch (error) {
      if (this.#apart && asked.length > 1 && error instanceof pg.DatabaseError) {
        await Promise.all(asked.map((one) => this.#askAlone(sql, one)));
      } else {
        for (const { reject } of asked) reject(error);
      }
    }
  }

  async #askAlone(sql: string, { values, resolve, reject }: Asked): Promise<void> {
    await this.#on.query(sql, values).then(resolve, reject);
  }

  /** The statement for many. Its parameters have the types that Postgres finds for them. */
  async #shapeOf(sql: string, count: number): Promise<string | null> {
    const known = this.#shapes.get(sql);
    if (known !== undefined) return known;
    const name = 'mailroom_shape';
    // Statements without parameters may stand in one text; what it gives is one result for each.
    const given: unknown = await this.#on.query(
      `PREPARE ${name} AS ${sql};
       SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = '${name}'; DEALLOCATE ${name}`,
    );
    const results: readonly unknown[] = Array.isArray(given) ? given : [];
    const [types] = results.flatMap(typesIn);
    const shape = types === undefined || types.length !== count ? null : shapeFor(sql, types);
    this.#shapes.set(sql, shape);
    return shape;
  }

  /** Never throws: whoever asked learns of it. */
  async #doWaiting(what: unknown): Promise<void> {
    const there = this.#items.get(what);
    if (there === undefined) return;
    const { waiting, many } = there;
    const now = waiting.splice(0, TOGETHER_MOST);
    if (waiting.length === 0) this.#items.delete(what);
    try {
      const results = await many(now.map(({ item }) => item as never));
      now.forEach(({ resolve }, at) => resolve(results[at]));
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }
}

function typesIn(result: unknown): readonly (readonly string[])[] {
  const { rows } = result as { readonly rows: readonly { readonly types?: readonly string[] }[] };
  return rows.flatMap(({ types }) => (types === undefined ? [] : [types]));
}

function shapeFor(sql: string, types: readonly string[]): string {
  const asked = types.map((_, at) => `$${String(at + 1)}::text[]`).join(', ');
  const names = types.map((_, at) => `p${String(at + 1)}`).join(', ');
  const one = sql.replace(/\$(\d+)/g, (_, nth: string) => `(asked_.p${nth})::${types[Number(nth) - 1] ?? 'text'}`);
  return (
    `SELECT asked_.nth AS "${NTH}", one_.* FROM unnest(${asked}) WITH ORDINALITY AS asked_ (${names}, nth), ` +
    `LATERAL (${one}) AS one_`
  );
}

/** As Postgres reads it from text (datatype input); undefined for what has no such form here. */
function textOf(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (value instanceof Date) {
    const year = value.getUTCFullYear();
    return year > 0 && year < 10_000 ? value.toISOString() : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item: unknown) => (Array.isArray(item) ? undefined : textOf(item)));
  if (items.includes(undefined)) return undefined;
  return `{${items.map((item) => (item === null ? 'NULL' : quoted(item ?? ''))).join(',')}}`;
}

/** An element of an array as text (Postgres, "Array Input and Output Syntax"). */
function quoted(item: string): string {
  return `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
