/** A mailbox for tests of the following, in memory: what it was asked, and what it answers. */
import type { FollowCommands, Followed } from '../../../src/imap/follow.ts';

type MailsOf = Parameters<FollowCommands['archive']>[0];

export class StandInFollow implements FollowCommands {
  /** `seen INBOX 1,2` and the like, in order. */
  readonly asked: string[] = [];
  /** UIDs that are not there. */
  readonly gone = new Set<number>();
  /** Where Message-IDs are found. */
  readonly located = new Map<string, 'archive' | 'trash'>();
  /** What becomes of the others. */
  seen: Followed = { end: 'done', how: 'seen', to: null };
  archived: Followed = { end: 'done', how: 'moved', to: 'Archive' };
  /** Called when mails have been moved, before anybody is told. */
  onMoved: () => void = () => undefined;

  markSeen(mails: MailsOf): Promise<ReadonlyMap<number, Followed>> {
    return Promise.resolve(this.#answer('seen', mails, this.seen));
  }

  archive(mails: MailsOf): Promise<ReadonlyMap<number, Followed>> {
    const ends = this.#answer('archive', mails, this.archived);
    this.onMoved();
    return Promise.resolve(ends);
  }

  locate(messageId: string): Promise<'archive' | 'trash' | null> {
    this.asked.push(`locate ${messageId}`);
    return Promise.resolve(this.located.get(messageId) ?? null);
  }

  #answer(what: string, { mailbox, uids }: MailsOf, end: Followed): Map<number, Followed> {
    this.asked.push(`${what} ${mailbox} ${uids.join()}`);
    return new Map(uids.map((uid) => [uid, this.gone.has(uid) ? { end: 'gone' } : end]));
  }
}
