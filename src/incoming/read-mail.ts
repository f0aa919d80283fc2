import type { Account } from '../bridge/account/account.ts';
import type { WholeMailFacts } from '../bridge/arrival/arrival.ts';
import type { MessageKey } from '../bridge/types.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import type { RenderedMail } from '../mail/render/render-mail.ts';

/** A mail that was read and decided about: what is needed to carry that out. */
export interface ReadMail {
  readonly stored: StoredMail;
  readonly account: Account;
  readonly message: MessageKey;
  readonly content: WholeMailFacts['content'];
  readonly rendered: RenderedMail;
  /** The mail of ours that it reports on. */
  readonly reported: Outgoing | null;
}
