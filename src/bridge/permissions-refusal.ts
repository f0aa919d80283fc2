/** What is said to somebody who may not do something: what is missing, who can do it here, and who can grant it. Pure. */
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import { renderLines } from './commands.ts';
import type { Rendered } from './commands.ts';
import { administrators, leastLevel } from './permissions.ts';
import type { Capability, Permissions } from './permissions.ts';
import type { UserId } from './types.ts';

/** How many people are named. */
const NAMED = 3;

/** `able`: people of the team who may do it here. */
export function renderRefusal(
  facts: { readonly needed: Capability; readonly able: readonly UserId[]; readonly permissions: Permissions },
  language: Language,
): Rendered {
  const said = words(language).permissions;
  const admins = administrators(facts.permissions, NAMED);
  const grant = admins.length === 0 ? said.askAnyAdmin : said.askAdmins(admins.join(', '));
  const help = facts.able.length === 0 ? '' : `${said.askTeam(facts.able.slice(0, NAMED).join(', '))} `;
  const second = `${help}${grant}`;
  return renderLines([
    [said.mayNot[facts.needed], said.takes(leastLevel(facts.needed))].join(' '),
    `${second.charAt(0).toUpperCase()}${second.slice(1)}`,
  ]);
}
