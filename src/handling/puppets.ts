/** As which member a mail is said in its room, where that is set up. */
import { provenMember } from '../bridge/arrival/proven-member.ts';
import type { SenderProof } from '../bridge/arrival/proven-member.ts';
import type { Account, Member } from '../bridge/account/account.ts';
import type { UserId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import { findPuppet } from '../db/room-tables/puppets.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { PuppetNames } from './deps.ts';

/** The member who wrote a mail and speaks as themselves; null where the account says it for them. */
export async function speakingMember(
  db: Queryable,
  puppets: PuppetNames | undefined,
  account: Account,
  mail: Pick<ParsedMail, 'from' | 'kind' | 'header'>,
  proof: SenderProof,
): Promise<Member | null> {
  const member = provenMember(account, mail, proof);
  return member !== null && (await speaksAsThemselves(db, puppets, member.user)) ? member : null;
}

/** Whether Mailroom may speak as somebody: by their token, or by the second registration. */
export async function speaksAsThemselves(
  db: Queryable,
  puppets: PuppetNames | undefined,
  user: UserId,
): Promise<boolean> {
  const said = await findPuppet(db, user);
  if (said === null) return puppets?.covers(user) === true;
  return said.way === 'token' && said.state === 'good';
}
