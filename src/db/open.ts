import type { DatabaseConfig } from '../config/config.ts';
import type { Log } from '../base/log.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { Database } from './pool.ts';

export interface OpenDatabase {
  readonly db: Database;
  /** Closes the connections, then the embedded server where it is ours. */
  close(): Promise<void>;
}

/** The database of a config: a pool on its URL, or on the embedded server, started or found. Does not migrate. */
export async function openDatabase(config: DatabaseConfig, log: Log): Promise<OpenDatabase> {
  const server = config.kind === 'embedded' ? await startEmbeddedPostgres({ folder: config.folder, log }) : null;
  const db = new Database({
    url: config.kind === 'url' ? config.url : (server?.url ?? ''),
    connections: config.connections,
    onError: (error) => log.debug('Database connection lost', { error }),
    onAway: (error) => log.warn('the database is away: everything waits for it', { error }),
    onBack: (awayMs) => log.warn('the database is back', { seconds: Math.round(awayMs / 1000) }),
  });
  return {
    db,
    async close() {
      await db.close();
      await server?.stop();
    },
  };
}
