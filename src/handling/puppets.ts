/** As which member a mail is said in its room, where that is set up. */
import { provenMember } from '../bridge/arrival/proven-member.ts';
import type { SenderProof } from '../bridge/arrival/proven-member.ts';
import type { Account, Member } from '../bridge/account/account.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { PuppetNames } from './deps.ts';

/** The member who wrote a mail and speaks as themselves; null where the account says it for them. */
export function speakingMember(
  puppets: PuppetNames | undefined,
  account: Account,
  mail: Pick<ParsedMail, 'from' | 'kind' | 'header'>,
  proof: SenderProof,
): Member | null {
  const member = puppets === undefined ? null : provenMember(account, mail, proof);
  return member !== null && puppets?.covers(member.user) === true ? member : null;
}
