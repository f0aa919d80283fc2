/**
 * What is said to somebody who may not do something: what is missing, who can do it here, and who can grant it. Pure.
 */
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import { administrators, leastLevel } from '../account/permissions.ts';
import type { Capability, Permissions } from '../account/permissions.ts';
import type { UserId } from '../types.ts';

/** How many people are named. */
const NAMED = 3;

/** `able`: people of the team who may do it here. */
export function renderRefusal(
  facts: { readonly needed: Capability; readonly able: readonly UserId[]; readonly permissions: Permissions },
  language: Language,
): NoticeContent {
  const say = words(language);
  const admins = administrators(facts.permissions, NAMED);
  const grant =
    admins.length === 0
      ? say('permissions-ask-any-admin')
      : say('permissions-ask-admins', { people: admins.join(', ') });
  const help =
    facts.able.length === 0 ? '' : `${say('permissions-ask-team', { people: facts.able.slice(0, NAMED).join(', ') })} `;
  const second = `${help}${grant}`;
  return renderLines([
    [say(`permissions-may-not-${facts.needed}`), say('permissions-takes', { level: leastLevel(facts.needed) })].join(
      ' ',
    ),
    `${second.charAt(0).toUpperCase()}${second.slice(1)}`,
  ]);
}
