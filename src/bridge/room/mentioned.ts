/** Who of the team is mentioned in a message. Pure. */
import { memberByUser } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import type { Purpose, UserId } from '../types.ts';

/** Users of one message who are looked at. */
const MENTIONED = 100;

/** By the `m.mentions` of its content (spec, "User and room mentions"): whatever else stands there is nobody. */
export function mentionedOfTeam(account: Account, content: unknown): readonly UserId[] {
  const mentions = field(content, 'm.mentions');
  const users = field(mentions, 'user_ids');
  if (!Array.isArray(users)) return [];
  const found = users.slice(0, MENTIONED).flatMap((user: unknown) => {
    const member = typeof user === 'string' ? memberByUser(account, user as UserId) : null;
    return member === null ? [] : [member.user];
  });
  return [...new Set(found)];
}

/** What the bot says that is news to whoever it mentions, and not only an answer to what they have just done there. */
const NEWS: ReadonlySet<Purpose> = new Set<Purpose>([
  'delivery',
  'paused',
  'assigned',
  'work-due',
  'returned',
  'stopped',
]);

/** Whether it is asked into the room for: who is mentioned by the bot. */
export function isNewsToMentioned(kind: Purpose): boolean {
  return NEWS.has(kind);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
