import type { AccountId, MxcUri } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';

/**
 * Whether a file on the homeserver is none that we uploaded for this account, or is on another mail of it whose words
 * are there. What an import brought is not asked: nothing is known of its files.
 */
export async function isUsedElsewhere(db: Queryable, account: AccountId, mxc: MxcUri): Promise<boolean> {
  const { rows } = await db.query<{ used: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM media WHERE account = $1 AND mxc = $2) OR EXISTS (
       SELECT FROM matrix_sends s JOIN media m ON m.account = s.account AND m.mxc = $2
       WHERE s.account = $1 AND s.files::text <> '[]' AND NOT EXISTS (
           SELECT FROM messages g WHERE g.message = s.message AND g.erasure IS NOT NULL)
         AND strpos(s.files::text, m.sha256) > 0) AS used`,
    [account, mxc],
  );
  return rows[0]?.used === true;
}
