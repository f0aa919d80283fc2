/** What waits to be chained into the record: what was written down until now, where nothing keeps it. */
import type { AuditEntry } from '../../src/db/record-tables/audit.ts';
import type { Queryable } from '../../src/db/pool.ts';

export async function recordedActs(db: Queryable): Promise<(Required<AuditEntry> & { readonly more: number })[]> {
  const { rows } = await db.query<{ body: string }>('SELECT body FROM audit_waiting ORDER BY waiting');
  return rows.map(({ body }) => JSON.parse(body) as Required<AuditEntry> & { more: number });
}
