/** Where the original of a mail is, in either direction. */
import type { Message } from '../db/thread-tables/threads.ts';
import { mailSource, outgoingSize } from '../db/intake-tables/mails.ts';
import type { Queryable } from '../db/pool.ts';
import type { FileSource } from '../bridge/types.ts';

/**
 * The bytes of a mail, or where they are no longer kept (of one that was too large only the header ever was) its hex
 * SHA-256 alone.
 */
export type Original =
  | {
      readonly kept: true;
      readonly source: Extract<FileSource, { kind: 'raw' | 'outgoing' }>;
      readonly size: number;
      readonly sha256: string | null;
    }
  | { readonly kept: false; readonly sha256: string | null };

export async function originalOf(
  db: Queryable,
  { message, mail, facts }: Pick<Message, 'message' | 'mail' | 'facts'>,
): Promise<Original> {
  if (mail === null) {
    const size = await outgoingSize(db, message);
    if (size === 0) return { kept: false, sha256: null };
    return { kept: true, source: { kind: 'outgoing', outgoing: message }, size, sha256: null };
  }
  const found = await mailSource(db, mail);
  const sha256 = found?.sha256 ?? null;
  const isWhole = facts.decision !== 'oversize';
  if (found === null || found.size === 0 || !isWhole) return { kept: false, sha256 };
  return { kept: true, source: { kind: 'raw', mail }, size: found.size, sha256 };
}
